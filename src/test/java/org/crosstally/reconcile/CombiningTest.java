package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.Figures;
import org.crosstally.consensus.CensoredMean;
import org.crosstally.consensus.Consensus;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.consensus.HeterogeneityEstimator;
import org.crosstally.consensus.MeanTest;
import org.crosstally.consensus.PanelMethod;
import org.crosstally.consensus.RandomEffects;
import org.crosstally.consensus.RandomEffectsFit;
import org.crosstally.consensus.Report;
import org.crosstally.consensus.RobustMean;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.OriginCombination.Basis;
import org.crosstally.reconcile.OriginCombination.Part;
import org.crosstally.series.Estimate;
import org.crosstally.series.Estimate.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Independent origins that are combined by a consensus estimator. */
class CombiningTest {
  private static final Period YEAR = Period.ofYear(2003);

  /** PCB 28 in sediment, in ng/g, as six laboratories measured it (NIST Consensus Builder). */
  private static final List<Figure> LABORATORIES =
      List.of(
          Figures.own("a", "irmm", "2004", "2003", "34.30±1.03"),
          Figures.own("b", "kriss", "2004", "2003", "32.90±0.69"),
          Figures.own("c", "narl", "2004", "2003", "34.53±0.83"),
          Figures.own("d", "nist", "2004", "2003", "32.42±0.29"),
          Figures.own("e", "nmij", "2004", "2003", "31.90±0.40"),
          Figures.own("f", "nrc", "2004", "2003", "35.80±0.38"));

  private static final double[] Y = {34.30, 32.90, 34.53, 32.42, 31.90, 35.80};
  private static final double[] V = {
    1.03 * 1.03, 0.69 * 0.69, 0.83 * 0.83, 0.29 * 0.29, 0.40 * 0.40, 0.38 * 0.38
  };

  private static Reconciliation reconciliation(Consensus method, List<Figure> figures) {
    return Reconciler.byLineage().combining(method).reconcile(FigureTable.of(figures));
  }

  private static CellOutcome outcome(Consensus method, List<Figure> figures) {
    return reconciliation(method, figures).outcome(YEAR).orElseThrow();
  }

  private static CellOutcome outcome(Consensus method, Figure... figures) {
    return outcome(method, List.of(figures));
  }

  private static OriginCombination combination(CellOutcome outcome) {
    return outcome.reconciled().orElseThrow().combination().orElseThrow();
  }

  private static Part part(CellOutcome outcome, String origin) {
    return combination(outcome).parts().stream()
        .filter(part -> part.origin().equals(origin))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void stated_uncertainties_weigh_the_origins() {
    RandomEffects method =
        RandomEffects.withDefaults()
            .with(HeterogeneityEstimator.DERSIMONIAN_LAIRD)
            .with(MeanTest.NORMAL);

    CellOutcome outcome = outcome(method, LABORATORIES);

    RandomEffectsFit expected = method.fit(Y, V).orElseThrow();
    Estimate estimate = outcome.estimate().orElseThrow();
    // 33.6 with a standard error of 0.745, in the manual of the NIST Consensus Builder 33.6 and
    // 0.77.
    assertThat(estimate.value()).isEqualTo(expected.estimate());
    assertThat(estimate.low()).isEqualTo(expected.interval().low());
    assertThat(estimate.high()).isEqualTo(expected.interval().high());
    assertThat(estimate.covers()).containsExactly(Component.STATED, Component.ORIGINS);
    assertThat(combination(outcome).parts())
        .extracting(Part::basis)
        .hasSize(6)
        .containsOnly(Basis.STATED);
    assertThat(outcome.reconciled().orElseThrow().rule()).isEqualTo("DL, z test of 6 origins");
    assertThat(outcome.accounts()).extracting(Account::role).containsOnly(Role.COUNTED);
  }

  @Test
  void a_measurement_conflicts_with_the_number_only_beyond_its_expanded_uncertainty() {
    CellOutcome outcome = outcome(ConsensusPanel.recommended(), LABORATORIES);

    // 33.59 is within 32.90 -+ 2 x 0.69, and beyond 32.42 -+ 2 x 0.29.
    assertThat(account(outcome, "b").cause()).isEmpty();
    assertThat(account(outcome, "d").cause()).contains(Cause.UNEXPLAINED);
    assertThat(outcome.accounts().stream().filter(a -> a.cause().isPresent()))
        .extracting(a -> a.figure().id())
        .containsExactly("d", "e", "f");
  }

  @ParameterizedTest
  @EnumSource(PanelMethod.class)
  void every_estimator_can_be_asked_for_by_its_name(PanelMethod method) {
    CellOutcome outcome = outcome(method, LABORATORIES);

    Consensus.Combined expected = method.combine(reports()).orElseThrow();
    Estimate estimate = outcome.estimate().orElseThrow();
    assertThat(estimate.value()).isEqualTo(expected.line().estimate());
    assertThat(estimate.low()).isEqualTo(expected.line().interval().orElseThrow().low());
    assertThat(combination(outcome).method()).isEqualTo(method.label());
    assertThat(combination(outcome).reason()).isEmpty();
  }

  private static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < Y.length; i++) {
      reports.add(Report.exact(Y[i]).withVariance(V[i]));
    }
    return reports;
  }

  @Test
  void the_panel_recommends_an_estimator_and_the_explanation_gives_its_reason() {
    Reconciliation reconciliation = reconciliation(ConsensusPanel.recommended(), LABORATORIES);

    ConsensusPanel.Recommendation expected = ConsensusPanel.of(Y, V).recommendation().orElseThrow();
    OriginCombination combination = combination(reconciliation.outcome(YEAR).orElseThrow());
    assertThat(combination.method()).isEqualTo(expected.method().label());
    assertThat(combination.reason()).isEqualTo(expected.reason());
    assertThat(reconciliation.explain(YEAR).toString().replaceAll("\\s+", " "))
        .contains(
            "2003: 33.59 persons [31.91 to 35.26: stated uncertainty and disagreement between")
        .contains("Combined by restricted maximum likelihood, Knapp-Hartung truncated")
        .contains("6 values with stated uncertainties and no outlier")
        .contains("irmm: 34.3 with the standard uncertainty 1.03 that it states");
  }

  @Test
  void without_a_stated_uncertainty_rounding_gives_one() {
    CellOutcome outcome =
        outcome(
            PanelMethod.EQUAL_EFFECTS,
            Figures.own("a", "office", "2004", "2003", "1400"),
            Figures.own("b", "agency", "2004", "2003", "1423"),
            Figures.own("c", "survey", "2004", "2003", "1437.5±20"));

    assertThat(part(outcome, "office").basis()).isEqualTo(Basis.ROUNDING);
    assertThat(Math.sqrt(part(outcome, "office").report().variance()))
        .isCloseTo(100 / Math.sqrt(12), within(1e-12));
    assertThat(part(outcome, "office").sentence())
        .isEqualTo(
            "1,400 with the standard uncertainty 29, from rounding to 100; too few past revisions"
                + " are known to add theirs");
    assertThat(part(outcome, "agency").report().variance()).isCloseTo(1 / 12.0, within(1e-15));
    assertThat(part(outcome, "survey").basis()).isEqualTo(Basis.STATED);
    assertThat(outcome.estimate().orElseThrow().covers())
        .containsExactly(Component.ROUNDING, Component.STATED, Component.ORIGINS);
  }

  @Test
  void the_revisions_of_an_origin_add_to_its_uncertainty() {
    List<Figure> figures = new ArrayList<>();
    // Six past years, each first printed some months after its end and revised by up to 2 %.
    int[] revised = {1020, 1010, 1000, 1015, 990, 985};
    for (int i = 0; i < revised.length; i++) {
      String year = String.valueOf(1990 + i);
      figures.add(Figures.own("f" + i, "office", (1991 + i) + "-06-30", year, "1001"));
      figures.add(
          Figures.own("r" + i, "office", "2002-01-31", year, String.valueOf(revised[i] + 1)));
    }
    figures.add(Figures.own("a", "office", "2004-06-30", "2003", "1401"));
    figures.add(Figures.own("b", "agency", "2004-06-30", "2003", "1420±10"));

    CellOutcome outcome = outcome(PanelMethod.EQUAL_EFFECTS, figures);

    Part office = part(outcome, "office");
    assertThat(office.basis()).isEqualTo(Basis.ROUNDING_AND_REVISIONS);
    assertThat(office.sentence()).contains("from what became of 6 figures of its age");
    // The root mean square of the revisions is 1.33 %, widened by Student's t for six of them.
    double share = Math.sqrt(office.report().variance()) / 1401;
    assertThat(share).isBetween(0.0133, 0.0133 * 2.45 / 1.96 * Math.sqrt(7 / 6.0) + 1e-3);
    assertThat(outcome.estimate().orElseThrow().covers())
        .contains(Component.STATED, Component.REVISION);
    assertThat(outcome.estimate().orElseThrow().value()).isBetween(1401.0, 1420.0);
  }

  @Test
  void bounds_and_ranges_of_independent_origins_count_as_sets() {
    CellOutcome outcome =
        outcome(
            CensoredMean.withDefaults(),
            Figures.own("a", "office", "2004", "2003", "~1000"),
            Figures.own("b", "agency", "2004", "2003", "1400..1600"),
            Figures.own("c", "survey", "2004", "2003", ">1200"));

    double expected =
        CensoredMean.withDefaults()
            .fit(
                List.of(
                    Report.between(500, 1500), Report.between(1400, 1600), Report.atLeast(1200)))
            .asOptional()
            .map(CensoredMean.Result::estimate)
            .orElse(Double.NaN);
    assertThat(expected).isNaN();
    assertThat(outcome.result().rule())
        .startsWith("latest rounded figure; no exact one is stated; not identified");
  }

  @Test
  void sets_that_do_not_meet_give_a_number_and_the_explanation_says_what_each_counts_as() {
    List<Figure> figures =
        List.of(
            Figures.own("a", "office", "2004", "2003", "1000..1100"),
            Figures.own("b", "agency", "2004", "2003", "1400..1600"),
            Figures.own("c", "agency", "2003", "2003", "1200..1300"),
            Figures.own("d", "survey", "2004", "2003", ">1200"));

    Reconciliation reconciliation = reconciliation(CensoredMean.withDefaults(), figures);

    CellOutcome outcome = reconciliation.outcome(YEAR).orElseThrow();
    double expected =
        CensoredMean.withDefaults()
            .fit(
                List.of(
                    Report.between(1400, 1600), Report.between(1000, 1100), Report.atLeast(1200)))
            .orElseThrow()
            .estimate();
    assertThat(outcome.estimate().orElseThrow().value()).isEqualTo(expected);
    assertThat(outcome.reconciled().orElseThrow().origins())
        .containsExactly("agency", "office", "survey");
    assertThat(account(outcome, "c").role()).isEqualTo(Role.SUPERSEDED);
    assertThat(account(outcome, "d").role()).isEqualTo(Role.COUNTED);
    assertThat(reconciliation.explain(YEAR).toString().replaceAll("\\s+", " "))
        .contains("survey: '>1200', which counts as anything from 1,200 on");
  }

  /** Without an estimate of how far apart they are, none of them is better than the others. */
  @Test
  void sets_that_do_not_meet_and_determine_no_number_leave_none_standing() {
    CellOutcome outcome =
        outcome(
            ConsensusPanel.recommended(),
            Figures.own("a", "office", "2004", "2003", "<=10000"),
            Figures.own("b", "agency", "2004", "2003", "~30000"),
            Figures.own("c", "survey", "2004", "2003", "<=300000"));

    assertThat(outcome.result())
        .isInstanceOf(CellOutcome.Unreconciled.class)
        .asString()
        .contains("the origins contradict each other; not identified");
    assertThat(outcome.accounts()).hasSize(3).allMatch(a -> a.role() == Role.OUT_OF_SCOPE);
  }

  @Test
  void a_set_counts_beside_exact_numbers_of_other_origins() {
    CellOutcome outcome =
        outcome(
            CensoredMean.withDefaults(),
            Figures.own("a", "office", "2004", "2003", "1013"),
            Figures.own("b", "agency", "2004", "2003", "1211"),
            Figures.own("c", "survey", "2004", "2003", ">1500"));

    assertThat(part(outcome, "survey").basis()).isEqualTo(Basis.SET);
    assertThat(account(outcome, "c").role()).isEqualTo(Role.COUNTED);
    assertThat(account(outcome, "c").cause()).contains(Cause.UNEXPLAINED);
    // Without the bound it would be the mean of the two, 1112.
    assertThat(outcome.estimate().orElseThrow().value()).isGreaterThan(1200);
  }

  private static Account account(CellOutcome outcome, String id) {
    return outcome.accounts().stream()
        .filter(a -> a.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_estimator_of_points_takes_a_range_for_its_middle_but_no_bound() {
    Figure exact = Figures.own("a", "office", "2004", "2003", "1013");
    CellOutcome range =
        outcome(
            RobustMean.median(), exact, Figures.own("b", "agency", "2004", "2003", "1000..1100"));
    CellOutcome bound =
        outcome(RobustMean.median(), exact, Figures.own("b", "agency", "2004", "2003", ">1000"));

    assertThat(range.estimate().orElseThrow().value()).isEqualTo(1031.5);
    assertThat(bound.estimate().orElseThrow().value()).isEqualTo(1013);
    assertThat(combination(bound).reason())
        .isEqualTo(
            "The estimator that was asked for finds no number, because a bound on one side is no"
                + " point that could be averaged.");
  }

  @Test
  void one_origin_stands_for_itself_whatever_the_estimator() {
    List<Figure> figures =
        List.of(
            Figures.own("a", "office", "2003-06", "2003", "1000"),
            Figures.own("b", "office", "2004", "2003", "1013"),
            Figures.relay("c", "paper", "office", "2004", "2003", "1013"));

    CellOutcome outcome = outcome(PanelMethod.PAULE_MANDEL, figures);

    CellOutcome plain =
        Reconciler.byLineage().reconcile(FigureTable.of(figures)).outcome(YEAR).orElseThrow();
    assertThat(outcome).isEqualTo(plain);
  }

  @Test
  void ten_relays_of_one_origin_weigh_as_one() {
    List<Figure> figures = new ArrayList<>(LABORATORIES);
    for (int i = 0; i < 10; i++) {
      figures.add(Figures.relay("r" + i, "paper" + i, "nrc", "2005", "2003", "35.80"));
    }
    assertThat(outcome(PanelMethod.DERSIMONIAN_LAIRD, figures).estimate())
        .isEqualTo(outcome(PanelMethod.DERSIMONIAN_LAIRD, LABORATORIES).estimate());
  }

  @Test
  void the_order_of_the_figures_does_not_matter() {
    List<Figure> reversed = new ArrayList<>(LABORATORIES);
    java.util.Collections.reverse(reversed);
    assertThat(outcome(ConsensusPanel.recommended(), reversed))
        .isEqualTo(outcome(ConsensusPanel.recommended(), LABORATORIES));
  }

  @Test
  void what_was_chosen_before_is_kept() {
    LineageReconciler one =
        Reconciler.byLineage().slips(SlipTreatment.KEEP_IN_INTERVAL).combining(PanelMethod.MEAN);
    LineageReconciler other =
        Reconciler.byLineage().combining(PanelMethod.MEAN).slips(SlipTreatment.KEEP_IN_INTERVAL);
    FigureTable table = FigureTable.of(LABORATORIES);
    assertThat(one.reconcile(table).outcomes()).isEqualTo(other.reconcile(table).outcomes());
    assertThat(one.reconcile(table).outcome(YEAR).orElseThrow().reconciled().orElseThrow().rule())
        .isEqualTo("mean of 6 origins");
  }
}
