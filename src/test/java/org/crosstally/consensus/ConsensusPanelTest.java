package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

class ConsensusPanelTest {

  private static ConsensusPanel.Recommendation recommended(Golden.Data data) {
    return ConsensusPanel.of(data.y(), data.v()).recommendation().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "edge.k1, EQUAL_EFFECTS, stands for itself",
    "edge.k2_agree, EQUAL_EFFECTS, agree within",
    "edge.k2_conflict, LINEAR_POOL, contradict",
    "edge.k3_equal, EQUAL_EFFECTS, agree within",
    "edge.k4_outlier, MEDIAN, The value 3500 lies more than 6 median absolute deviations",
    "nicob.pcb, RESTRICTED_KNAPP_HARTUNG_TRUNCATED, variance between sources",
    "nicob.radiofrequency, RESTRICTED_KNAPP_HARTUNG_TRUNCATED, p = 0.5707",
    "dat.curtis1998, BIWEIGHT, a mean would follow it"
  })
  void theRulesDecideAndSayWhy(String set, PanelMethod method, String reason) {
    ConsensusPanel.Recommendation found = recommended(Golden.data(set));
    assertThat(found.method()).as(found.reason()).isEqualTo(method);
    assertThat(found.reason()).contains(reason).endsWith(".");
  }

  @Test
  void threeThatDifferGetAVarianceBetweenSources() {
    ConsensusPanel panel = ConsensusPanel.of(new double[] {1, 5, 9}, new double[] {1, 1, 1});
    assertThat(panel.recommendation().orElseThrow().method())
        .isEqualTo(PanelMethod.PAULE_MANDEL_KNAPP_HARTUNG);
  }

  @Test
  void everyMethodForExactValuesHasARow() {
    Golden.Data data = Golden.data("dat.bcg");
    assertThat(ConsensusPanel.of(data.y(), data.v()).rows())
        .hasSize(PanelMethod.values().length - 2)
        .allSatisfy(row -> assertThat(row.result().whyNot()).isEmpty());
  }

  @Test
  void valuesWithoutUncertaintiesCountAlike() {
    ConsensusPanel panel =
        ConsensusPanel.of(List.of(Report.exact(1), Report.exact(2), Report.exact(4)));
    assertThat(panel.recommendation().orElseThrow().method()).isEqualTo(PanelMethod.MEAN);
    assertThat(panel.rows())
        .extracting(ConsensusPanel.Row::method)
        .doesNotContain(PanelMethod.BIRGE);
  }

  @Test
  void aValueApartFromAMajorityThatAgreesToTheLastDigitIsAnOutlier() {
    List<Report> bare =
        Stream.of(1000, 1000, 1000, 1000, 1e9).map(y -> Report.exact(y.doubleValue())).toList();
    ConsensusPanel.Recommendation found = ConsensusPanel.of(bare).recommendation().orElseThrow();
    assertThat(found.method()).isEqualTo(PanelMethod.MEDIAN);
    assertThat(found.line().estimate()).isEqualTo(1000);
    assertThat(found.reason())
        .contains("1.000e+09 lies apart from the 4 of 5 values that agree on 1000");

    double[] v = {1, 1, 1, 1, 1};
    double[] far = {1000, 1000, 1000, 1000, 1e9};
    double[] near = {1000, 1000, 1000, 1000, 1003};
    assertThat(ConsensusPanel.of(far, v).recommendation().orElseThrow().method())
        .isEqualTo(PanelMethod.MEDIAN);
    assertThat(ConsensusPanel.of(near, v).recommendation().orElseThrow().method())
        .isEqualTo(PanelMethod.RESTRICTED_KNAPP_HARTUNG_TRUNCATED);
  }

  @Test
  void theReasonForTheMeanClaimsNoMoreThanTheReportsShow() {
    List<Report> three = List.of(Report.exact(1000), Report.exact(1001), Report.exact(1e9));
    assertThat(ConsensusPanel.of(three).recommendation().orElseThrow().reason())
        .isEqualTo(
            "The 3 values state no uncertainties and are too few to tell an outlier, so that they"
                + " count alike.");
    List<Report> mixed =
        List.of(Report.exact(5).withVariance(0.1), Report.exact(6), Report.exact(7));
    assertThat(ConsensusPanel.of(mixed).recommendation().orElseThrow().reason())
        .startsWith("Not all of the 3 values state an uncertainty")
        .endsWith("count alike.");
  }

  @Test
  void aPanelOfManyValuesDoesNotSearchWithoutEnd() {
    Golden.Data data = Golden.data("dat.curtis1998");
    assertThat(
            ConsensusPanel.of(data.y(), data.v()).rows().stream()
                .filter(row -> row.method() == PanelMethod.LARGEST_CONSISTENT_SUBSET)
                .flatMap(row -> row.result().whyNot().stream()))
        .containsExactly(ConsensusReason.TOO_MANY_VALUES);
  }

  @Test
  void setsAreTakenAsSets() {
    ConsensusPanel near =
        ConsensusPanel.of(List.of(Report.exact(978), Report.rounded(1000, 100), Report.exact(990)));
    assertThat(near.recommendation().orElseThrow().method()).isEqualTo(PanelMethod.CENSORED);
    ConsensusPanel wide =
        ConsensusPanel.of(
            List.of(Report.exact(6000), Report.between(30_000, 50_000), Report.exact(200_000)));
    assertThat(wide.recommendation().orElseThrow().method()).isEqualTo(PanelMethod.CENSORED_LOG);
    assertThat(wide.recommendation().orElseThrow().line().estimate()).isBetween(6000.0, 200_000.0);
  }

  @Test
  void whatIsNotIdentifiedIsNotRecommended() {
    ConsensusPanel panel = ConsensusPanel.of(List.of(Report.atLeast(6000), Report.atMost(300_000)));
    assertThat(panel.recommendation().whyNot()).contains(ConsensusReason.ONLY_BOUNDS);
    assertThat(ConsensusPanel.of(List.of()).recommendation().whyNot())
        .contains(ConsensusReason.NO_VALUES);
    ConsensusPanel bounds =
        ConsensusPanel.of(
            List.of(Report.atMost(10_000), Report.rounded(30_000, 10_000), Report.atMost(300_000)));
    assertThat(bounds.recommendation().whyNot()).contains(ConsensusReason.ONE_SET_AND_BOUNDS);
  }

  /** Student's interval of two numbers on the log scale would run over a dozen powers of ten. */
  @Test
  void twoSetsThatContradictEachOtherAreSpanned() {
    ConsensusPanel panel =
        ConsensusPanel.of(
            List.of(Report.between(30_000, 50_000), Report.rounded(300_000, 100_000)));
    ConsensusPanel.Recommendation found = panel.recommendation().orElseThrow();
    assertThat(found.method()).isEqualTo(PanelMethod.LINEAR_POOL);
    assertThat(found.line().estimate()).isCloseTo(170_000, within(1e-6));
    assertThat(found.line().interval().orElseThrow().low()).isBetween(25_000.0, 35_000.0);
    assertThat(found.line().interval().orElseThrow().high()).isBetween(330_000.0, 370_000.0);
    assertThat(found.reason()).contains("contradict each other");
  }

  @Test
  void theTableHasALineForEachMethodAndMarksOne() {
    Golden.Data data = Golden.data("edge.k3_equal");
    Table table = ConsensusPanel.of(data.y(), data.v()).toTable();
    assertThat(table.columnNames())
        .containsExactly(
            "method", "estimate", "standard error", "low", "high", "recommended", "note");
    assertThat(table.booleanColumn("recommended").countTrue()).isEqualTo(1);
    assertThat(table.where(table.stringColumn("method").isEqualTo("Huber")).getString(0, "note"))
        .contains("median absolute deviation is 0");
  }
}
