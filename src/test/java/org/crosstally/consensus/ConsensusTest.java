package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all ways to make one number of several reports have in common. */
class ConsensusTest {

  private static List<Report> reports(Golden.Data data) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < data.y().length; i++) {
      reports.add(Report.exact(data.y()[i]).withVariance(data.v()[i]));
    }
    return reports;
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CENSORED", "CENSORED_LOG"})
  void aMethodAskedForByNameIsItsLineOfThePanel(PanelMethod method) {
    Golden.Data data = Golden.data("nicob.pcb");
    ConsensusPanel.Line line =
        ConsensusPanel.of(data.y(), data.v()).rows().stream()
            .filter(row -> row.method() == method)
            .findFirst()
            .orElseThrow()
            .result()
            .orElseThrow();

    Consensus.Combined combined = method.combine(reports(data)).orElseThrow();

    assertThat(combined).isEqualTo(new Consensus.Combined(method.label(), line, ""));
  }

  @ParameterizedTest
  @EnumSource
  void noReportsGiveNoNumber(PanelMethod method) {
    assertThat(method.combine(List.of()).whyNot()).contains(ConsensusReason.NO_VALUES);
  }

  /** Huber's estimate needs a scale, and one value has none. */
  @ParameterizedTest
  @EnumSource
  void oneReportStandsForItself(PanelMethod method) {
    Outcome<Consensus.Combined> found =
        method.combine(List.of(Report.exact(2914).withVariance(225)));
    if (method == PanelMethod.HUBER) {
      assertThat(found.whyNot()).contains(ConsensusReason.ZERO_SCALE);
    } else {
      assertThat(found.orElseThrow().line().estimate()).isEqualTo(2914);
    }
  }

  @Test
  void theRecommendationOfThePanelBringsItsReason() {
    Golden.Data data = Golden.data("edge.k2_conflict");
    ConsensusPanel.Recommendation expected =
        ConsensusPanel.of(data.y(), data.v()).recommendation().orElseThrow();

    Consensus.Combined combined = ConsensusPanel.recommended().combine(reports(data)).orElseThrow();

    assertThat(combined.method()).isEqualTo("linear opinion pool");
    assertThat(combined.line()).isEqualTo(expected.line());
    assertThat(combined.reason()).isEqualTo(expected.reason());
  }

  @Test
  void forAnAverageARangeIsItsMiddleWithTheVarianceOfAnEvenDistribution() {
    List<Report> sets =
        List.of(
            Report.between(10, 16),
            Report.exact(11).withVariance(2),
            Report.exact(12).withVariance(1));
    RandomEffects method = RandomEffects.withDefaults();

    assertThat(method.combine(sets).orElseThrow().line().estimate())
        .isEqualTo(
            method.fit(new double[] {13, 11, 12}, new double[] {3, 2, 1}).orElseThrow().estimate());
  }

  @Test
  void whatAProcedureCannotTakeIsNamed() {
    List<Report> bare = List.of(Report.exact(1), Report.exact(2), Report.exact(4));
    List<Report> bound = List.of(Report.exact(1).withVariance(1), Report.atLeast(3));
    assertThat(why(PanelMethod.PAULE_MANDEL, bare)).isEqualTo(ConsensusReason.NO_VARIANCES);
    assertThat(why(PanelMethod.LINEAR_POOL, bare)).isEqualTo(ConsensusReason.NO_VARIANCES);
    assertThat(why(PanelMethod.MEDIAN, bound)).isEqualTo(ConsensusReason.ONE_SIDED);
    assertThat(why(RandomEffects.withDefaults(), bound)).isEqualTo(ConsensusReason.ONE_SIDED);
    assertThat(PanelMethod.MEDIAN.combine(bare).orElseThrow().line().estimate()).isEqualTo(2);
  }

  private static Object why(Consensus method, List<Report> reports) {
    Outcome<Consensus.Combined> found = method.combine(reports);
    return found.whyNot().orElseThrow();
  }

  @Test
  void aNameSaysWhichProcedureWithWhichOptions() {
    Golden.Data data = Golden.data("nicob.pcb");
    assertThat(name(RandomEffects.cochranMean(), data)).isEqualTo("HE, z test");
    assertThat(name(RobustMean.biweight(), data)).isEqualTo("biweight");
    assertThat(name(CensoredMean.withDefaults().with(CensoredMean.Scale.LOGARITHMIC), data))
        .isEqualTo("restricted censored likelihood, log scale");
  }

  private static String name(Consensus method, Golden.Data data) {
    return method.combine(reports(data)).orElseThrow().method();
  }
}
