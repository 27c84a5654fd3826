package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.crosstally.Figures.forecast;
import static org.crosstally.Figures.own;
import static org.crosstally.Figures.relay;
import static org.crosstally.Figures.start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.crosstally.agreement.DegreesOfEquivalence.Reference;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Source;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.ManyReports;
import org.crosstally.reconcile.Reconciler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources against each other, and against the reconciled values. */
class SourceAgreementTest {

  private static Comparison between(Figure... figures) {
    return SourceAgreement.of(FigureTable.of(List.of(figures)))
        .pairs()
        .between("a", "b")
        .orElseThrow();
  }

  private static Comparison reconciled(String source, Reference reference, Figure... figures) {
    Catalogue catalogue =
        Catalogue.of(
            List.of(new Source("paper", "Paper", Source.Kind.PRESS)), List.of(), List.of());
    return SourceAgreement.of(
            Reconciler.byLineage().reconcile(FigureTable.of(List.of(figures), catalogue)))
        .with(reference)
        .againstReconciled()
        .of(source)
        .list()
        .get(0);
  }

  @Test
  void the_latest_figure_of_a_source_stands() {
    Comparison found =
        between(
            own("1", "a", "2010-02", "2009", "100"),
            own("2", "a", "2011-02", "2009", "110"),
            own("3", "a", "2010-12", "2009", "105"),
            own("4", "b", "2012", "2009", "110"));

    assertThat(found.cells()).isEqualTo(1);
    assertThat(found.equal()).isEqualTo(1);
  }

  @Test
  void an_undated_figure_stands_last_and_one_of_its_own_stands_after_a_quotation() {
    Comparison found =
        between(
            own("1", "a", "", "2009", "100"),
            own("2", "a", "2011-02", "2009", "110"),
            relay("3", "b", "a", "2012", "2009", "110"),
            own("4", "b", "2012", "2009", "100"));

    assertThat(found.equal()).isEqualTo(1);
  }

  @Test
  void only_levels_in_one_unit_are_compared() {
    Comparison found =
        between(
            own("1", "a", "2010", "2009", "100"),
            own("2", "b", "2010", "2009", "100"),
            own("3", "a", "2010", "2010", "100"),
            start("4", "b", "2010", "2010", "100").unit(Unit.parse("persons/month")).build(),
            own("5", "a", "2010", "2011", "100"),
            start("6", "b", "2010", "2011", "100").unit(Unit.parse("families")).build(),
            own("7", "a", "2010", "2012", "100"),
            forecast("8", "b", "2010", "2012", "100"),
            own("9", "a", "2010", "2013", "100"),
            own("10", "b", "2010", "2013", "-"));

    assertThat(found.cells()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1384, 1384, true, true",
    "~1400, 1400, true, true",
    "<1400, <1400, true, true",
    "~1400, 1384, false, true",
    "1400, 1384, false, true",
    "1400, 1460, false, false",
    "1384, 1385, false, false",
    "16.7, 16.76, false, true",
    "<1400, 1384, false, true",
    "<1400, 1400, false, false",
    "1000..1500, 1384±10, false, true",
    "nearly 3000, just over 3000, true, true",
  })
  void agreement_within_rounding_is_that_of_the_sets_of_possible_values(
      String one, String other, boolean equal, boolean withinRounding) {
    for (String[] pair : new String[][] {{one, other}, {other, one}}) {
      Comparison found =
          between(own("1", "a", "2010", "2009", pair[0]), own("2", "b", "2010", "2009", pair[1]));

      assertThat(found.equal() == 1).isEqualTo(equal);
      assertThat(found.withinRounding() == 1).isEqualTo(withinRounding);
    }
  }

  @Test
  void two_that_quote_one_count_share_an_origin() {
    Comparison found =
        between(
            relay("1", "a", "office", "2010", "2009", "100"),
            relay("2", "b", "office", "2010", "2009", "100"),
            relay("3", "a", "office", "2010", "2010", "100"),
            own("4", "b", "2010", "2010", "100"));

    assertThat(found.cells()).isEqualTo(2);
    assertThat(found.sameOrigin()).isEqualTo(1);
  }

  private static List<Figure> series(String source, String... values) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      figures.add(own(source + i, source, "2020", "" + (2000 + i), values[i]));
    }
    return figures;
  }

  private static SourceAgreement agreement(List<Figure> one, List<Figure> other) {
    List<Figure> all = new ArrayList<>(one);
    all.addAll(other);
    return SourceAgreement.of(FigureTable.of(all));
  }

  @Test
  void differences_are_those_of_the_procedure_on_the_numbers_that_both_name() {
    Comparison found =
        agreement(
                series("a", "100", "200", "300", "<500", "0"),
                series("b", "110", "190", "330", "490", "0"))
            .pairs()
            .list()
            .get(0);
    double[] x = {100, 200, 300};
    double[] y = {110, 190, 330};
    BlandAltman relative = BlandAltman.withDefaults().with(DifferenceScale.PERCENT_OF_MEAN);

    assertThat(found.cells()).isEqualTo(5);
    assertThat(found.differences()).isEqualTo(relative.compare(x, y));
    assertThat(found.concordance())
        .isEqualTo(
            Concordance.of(new double[] {100, 200, 300, 0}, new double[] {110, 190, 330, 0}));
  }

  @Test
  void units_are_never_put_together_but_in_relative_terms() {
    List<Figure> figures = new ArrayList<>();
    String[] units = {"persons", "persons", "families", "families"};
    for (int i = 0; i < units.length; i++) {
      for (String source : List.of("a", "b")) {
        int value = (source.equals("a") ? 100 : 110) + 7 * i;
        figures.add(
            start(source + i, source, "2020", "" + (2000 + i), "" + value)
                .unit(Unit.parse(units[i]))
                .build());
      }
    }
    SourceAgreement agreement = SourceAgreement.of(FigureTable.of(figures));
    Comparison relative = agreement.pairs().list().get(0);
    Comparison absolute = agreement.with(DifferenceScale.ABSOLUTE).pairs().list().get(0);

    assertThat(relative.differences().orElseThrow().pairs()).isEqualTo(4);
    assertThat(relative.concordance().whyNot()).contains(AgreementReason.MIXED_UNITS);
    assertThat(absolute.differences().whyNot()).contains(AgreementReason.MIXED_UNITS);
  }

  @Test
  void two_measured_values_are_equivalent_within_both_uncertainties() {
    Equivalence found =
        between(
                own("1", "a", "2010", "2009", "1400±30"),
                own("2", "b", "2010", "2009", "1500±40"),
                own("3", "a", "2010", "2010", "1400±30"),
                own("4", "b", "2010", "2010", "1600±40"),
                own("5", "a", "2010", "2011", "1400"),
                own("6", "b", "2010", "2011", "1400"),
                own("7", "a", "2010", "2012", "1400"),
                own("8", "b", "2010", "2012", "1401"))
            .equivalence();
    DegreeOfEquivalence average = found.averagePercent().orElseThrow();

    assertThat(found.within()).isEqualTo(1);
    assertThat(found.outside()).isEqualTo(1);
    assertThat(found.equal()).isEqualTo(1);
    assertThat(found.unjudged()).isEqualTo(1);
    assertThat(found.averaged()).isEqualTo(2);
    assertThat(average.difference()).isCloseTo(50 * (-100 / 1450.0 - 200 / 1500.0), within(1e-12));
    assertThat(average.standardUncertainty())
        .isCloseTo(50 * Math.hypot(50 / 1450.0, 50 / 1500.0), within(1e-12));
  }

  @Test
  void two_origins_contribute_to_the_reconciled_value_and_the_covariance_is_subtracted() {
    Figure[] figures = {
      own("1", "a", "2010", "2009", "1400±50"), own("2", "b", "2010", "2009", "1500±50")
    };
    // The interval is 1300 to 1600 around 1450: u_ref = 300 / sqrt(12) = sqrt(7500).
    DegreeOfEquivalence contributing =
        reconciled("a", Reference.CONTRIBUTING, figures)
            .equivalence()
            .averagePercent()
            .orElseThrow();
    DegreeOfEquivalence left =
        reconciled("a", Reference.LEAVE_ONE_OUT, figures)
            .equivalence()
            .averagePercent()
            .orElseThrow();

    assertThat(contributing.difference()).isCloseTo(-5000 / 1450.0, within(1e-12));
    assertThat(contributing.standardUncertainty())
        .isCloseTo(100 * Math.sqrt(2500 + 7500 - 2500) / 1450, within(1e-12));
    assertThat(left.difference()).isCloseTo(-10_000 / 1500.0, within(1e-12));
    assertThat(left.standardUncertainty()).isCloseTo(100 * Math.sqrt(5000) / 1500, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"~1400,0,1,0,0", "1384,1,0,0,0", "1396,0,0,0,1", "~1500,0,0,1,0"})
  void a_relay_differs_from_its_origin_by_its_own_rounding_alone(
      String relayed, int equal, int within, int outside, int unjudged) {
    Equivalence found =
        reconciled(
                "paper",
                Reference.CONTRIBUTING,
                own("1", "office", "2010", "2009", "1384"),
                relay("2", "paper", "office", "2011", "2009", relayed))
            .equivalence();

    assertThat(List.of(found.equal(), found.within(), found.outside(), found.unjudged()))
        .containsExactly(equal, within, outside, unjudged);
  }

  @Test
  void nothing_is_left_of_the_reference_without_the_only_origin() {
    Figure[] figures = {
      own("1", "office", "2010", "2009", "1384"),
      relay("2", "paper", "office", "2011", "2009", "1384"),
      own("3", "paper", "2011", "2010", "1384"),
      own("4", "office", "2011", "2010", "1384")
    };
    Comparison paper = reconciled("paper", Reference.LEAVE_ONE_OUT, figures);

    assertThat(paper.cells()).isEqualTo(2);
    assertThat(paper.sameOrigin()).isEqualTo(1);
    assertThat(paper.equivalence().averagePercent().whyNot())
        .contains(AgreementReason.NO_REFERENCE);
  }

  @Test
  void the_finding_of_the_reconciliation_decides_what_is_rounding() {
    // 1,400 is attested as a count of its own before 1,384, and so no rounded form of it.
    Comparison paper =
        reconciled(
            "paper",
            Reference.CONTRIBUTING,
            own("1", "office", "2010-01", "2009", "1400"),
            own("2", "office", "2010-06", "2009", "1384"),
            relay("3", "paper", "office", "2010-03", "2009", "1400"));

    assertThat(paper.withinRounding()).isZero();
  }

  @Test
  void figures_alone_have_no_reconciled_value() {
    SourceAgreement agreement = SourceAgreement.of(FigureTable.of(List.of()));

    assertThat(agreement.pairs().list()).isEmpty();
    assertThat(agreement.pairs().toTable().isEmpty()).isTrue();
    assertThatThrownBy(agreement::againstReconciled)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing is reconciled; start from a reconciliation");
  }

  @Test
  void a_reconciliation_and_its_figures_give_the_same_pairs() {
    FigureTable figures = ManyReports.of(1000);

    assertThat(SourceAgreement.of(Reconciler.latest().reconcile(figures)).pairs())
        .isEqualTo(SourceAgreement.of(figures).pairs());
  }

  @Test
  void the_order_of_the_figures_changes_nothing() {
    FigureTable figures = ManyReports.of(1000);
    String expected = everything(figures);
    List<Figure> shuffled = new ArrayList<>(figures.figures());
    for (int seed = 1; seed <= 2; seed++) {
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(everything(FigureTable.of(shuffled, figures.catalogue()))).isEqualTo(expected);
    }
  }

  private static String everything(FigureTable figures) {
    SourceAgreement agreement = SourceAgreement.of(Reconciler.byLineage().reconcile(figures));
    return agreement.pairs().list()
        + agreement.pairs().toTable().printAll()
        + agreement.againstReconciled().list()
        + agreement.with(Reference.LEAVE_ONE_OUT).againstReconciled().toTable().printAll();
  }

  @Test
  void the_work_is_one_step_for_each_pair_of_sources_that_share_a_cell() {
    FigureTable figures = ManyReports.of(4000);
    long shared =
        figures.cells().values().stream()
            .mapToLong(list -> list.stream().map(Figure::source).distinct().count())
            .map(sources -> sources * (sources - 1) / 2)
            .sum();

    assertThat(SourceAgreement.of(figures).pairs().list().stream().mapToLong(Comparison::cells))
        .satisfies(cells -> assertThat(cells.stream().mapToLong(c -> c).sum()).isEqualTo(shared));
  }

  @Test
  void a_change_of_unit_multiplies_absolute_differences_and_leaves_the_rest() {
    List<Figure> a = series("a", "101", "203", "307", "411");
    List<Figure> b = series("b", "111", "193", "331", "409");
    List<Figure> twiceA = series("a", "202", "406", "614", "822");
    List<Figure> twiceB = series("b", "222", "386", "662", "818");
    Comparison once = agreement(a, b).with(DifferenceScale.ABSOLUTE).pairs().list().get(0);
    Comparison twice =
        agreement(twiceA, twiceB).with(DifferenceScale.ABSOLUTE).pairs().list().get(0);

    assertThat(twice.differences().orElseThrow().bias())
        .isEqualTo(2 * once.differences().orElseThrow().bias());
    assertThat(twice.concordance()).isEqualTo(once.concordance());
    assertThat(agreement(twiceA, twiceB).pairs()).isEqualTo(agreement(a, b).pairs());
  }

  @Test
  void the_table_says_on_which_scale_and_why_a_number_is_missing() {
    SourceAgreement agreement = agreement(series("a", "100", "200"), series("b", "110", "200"));

    assertThat(agreement.pairs().toTable().columnNames())
        .startsWith("source", "other", "cells", "equal", "within_rounding", "same_origin", "pairs")
        .contains("bias_pct", "bias_low_pct", "lower_limit_pct", "upper_limit_high_pct")
        .contains("concordance", "concordance_low", "equivalence_pct", "doe_unjudged");
    assertThat(agreement.with(DifferenceScale.ABSOLUTE).pairs().toTable().columnNames())
        .contains("bias", "bias_low", "upper_limit_high");
    assertThat(agreement.pairs().toTable().stringColumn("remarks").get(0))
        .isEqualTo(
            "limits: too few pairs; concordance: too few pairs;"
                + " equivalence: no uncertainty is stated");
  }

  @Test
  void a_slip_of_a_source_stands_as_it_is_printed() {
    assertThat(Amount.parse("63").point()).hasValue(63);
    Comparison found =
        reconciled(
            "paper",
            Reference.CONTRIBUTING,
            own("1", "office", "2010", "2008", "63"),
            own("2", "office", "2010", "2009", "1384"),
            relay("3", "paper", "office", "2011", "2009", "63"));

    assertThat(found.equal()).isZero();
    assertThat(found.equivalence().unjudged()).isEqualTo(1);
  }
}
