package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

class SourceBySourceTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  private static List<String> words(ComparisonChart chart, Page page) {
    return chart.scene(page).labels().stream().map(Label::text).toList();
  }

  private static ComparisonChart usual(int... years) {
    Period[] periods = new Period[years.length];
    for (int i = 0; i < years.length; i++) {
      periods[i] = Period.ofYear(years[i]);
    }
    return ComparisonChart.sourceBySource(Made.usual(), periods);
  }

  @Test
  void aRowSaysWhoWhatHowFarAndWhy() {
    assertThat(words(usual(2014), PAGE))
        .containsSubsequence(
            "2014",
            "Reconciled",
            "1,397",
            "[1,355; 1,439]",
            "ref.",
            "Ministry A",
            "1,397",
            "–",
            "0.0",
            "counted",
            "News B",
            "≈ 1,400",
            "[1,350; 1,450]",
            "+0.2",
            "rounding");
  }

  @Test
  void aBoundAndAForecastAreNamedAsSuch() {
    assertThat(words(usual(2015), PAGE))
        .containsSubsequence("News B (forecast)", "< 1,200", "–", "< −5.9", "forecast")
        .contains("Analyst C (provisional)");
  }

  @Test
  void sourcesThatSayTheSameShareARowNamedByTheOrigin() {
    assertThat(words(usual(2009), PAGE)).contains("Ministry A + 1 more").doesNotContain("News B");
  }

  @Test
  void onlyTheChosenPeriodsAreShown() {
    assertThat(words(usual(2006, 2013), PAGE)).contains("2006", "2013").doesNotContain("2009");
  }

  @Test
  void withoutRoomPeriodsInConflictStayAndTheRestIsCounted() {
    ComparisonChart chart = ComparisonChart.sourceBySource(Made.usual());
    Page small = Page.of(183, 35);
    assertThat(words(chart, small)).contains("2009", "2015").doesNotContain("2001", "2006");
    assertThat(chart.description(small))
        .contains("13 periods are left out, 13 of them without a conflict");
  }

  @Test
  void theFittingPageShowsAll() {
    ComparisonChart chart = ComparisonChart.sourceBySource(Made.usual());
    Page fit = chart.fit(PAGE);
    assertThat(fit.widthMm()).isEqualTo(PAGE.widthMm());
    assertThat(words(chart, fit)).contains("2001", "2008", "2015");
    assertThat(chart.description(fit)).doesNotContain("left out");
  }

  @Test
  void aDifferenceBeyondTheAxisStandsInItsColumnAndIsCounted() {
    Reconciliation slip =
        new Made()
            .reconciled("2012", 1502, 1502, 1502, "a")
            .says("b", "2012", "1508", Role.SUPERSEDED, Cause.REVISION)
            .says("c", "2012", "1509", Role.SUPERSEDED, Cause.REVISION)
            .says("d", "2012", "63", Role.SET_ASIDE, Cause.UNEXPLAINED)
            .reconciliation();
    ComparisonChart chart = ComparisonChart.sourceBySource(slip);
    assertThat(chart.scene(PAGE).main().plane().x().low()).isGreaterThan(-2);
    assertThat(words(chart, PAGE)).contains("−95.8");
    assertThat(chart.description(PAGE)).contains("1 mark lies beyond the axis");
  }

  @Test
  void withoutAReferenceThereIsNoDifference() {
    Reconciliation none =
        new Made().says("a", "2012", "63", Role.SET_ASIDE, Cause.UNEXPLAINED).reconciliation();
    ComparisonChart chart = ComparisonChart.sourceBySource(none);
    assertThat(words(chart, PAGE)).containsSubsequence("a", "63", "–", "–", "unexplained");
    assertThat(chart.scene(PAGE).main().layers()).noneMatch(Layer.Marks.class::isInstance);
  }

  @Test
  void anOpenStartAndSeveralYearsAreWrittenOut() {
    Reconciliation spans =
        new Made()
            .reconciled("../1998", 947, 947, 947, "a")
            .reconciled("1999/2001", 1043, 1043, 1043, "a")
            .reconciliation();
    assertThat(words(ComparisonChart.sourceBySource(spans), PAGE)).contains("to 1998", "1999–2001");
  }

  private static Reconciliation effects() {
    return new Made()
        .reconciled("2020", -0.71, -1.06, -0.36, "a")
        .says("a", "2020", "-0.889311339±0.5706", Role.COUNTED)
        .says("b", "2020", "-1.348±0.644", Role.COUNTED)
        .says("c", "2020", "0.012±0.0627", Role.COUNTED)
        .reconciliation();
  }

  @Test
  void aForestHasTheNumbersThemselvesOnItsAxis() {
    Scene scene = ComparisonChart.forest(effects()).scene(PAGE);
    assertThat(scene.main().plane().x().holds(-0.71)).isTrue();
    assertThat(scene.main().plane().x().holds(-71)).isFalse();
    assertThat(words(ComparisonChart.forest(effects()), PAGE))
        .contains("−0.71", "Value", "[−2.03; 0.25]", "−0.5", "0")
        .doesNotContain("Diff. %", "ref.");
  }

  /** The one that is first among the sources of a few periods need not be so among all. */
  @Test
  void aSourceLooksTheSameInAForestOfAFewPeriods() {
    Period[] few = {Period.ofYear(2015), Period.ofYear(2013)};
    assertThat(marks(ComparisonChart.forest(Made.usual(), few)))
        .isEqualTo(marks(ComparisonChart.sourceBySource(Made.usual(), few)))
        .isNotEmpty();
  }

  private static Map<String, Mark> marks(ComparisonChart chart) {
    Map<String, Mark> marks = new TreeMap<>();
    chart.scene(PAGE).main().layers().stream()
        .flatMap(l -> l instanceof Layer.Marks m ? Stream.of(m) : Stream.empty())
        .forEach(m -> marks.put(m.name() + " " + m.mark().fill(), m.mark()));
    return marks;
  }

  @Test
  void aMeasuredValueIsWrittenToThePlaceOfItsUncertainty() {
    assertThat(words(ComparisonChart.forest(effects()), PAGE))
        .contains("−0.89 ± 0.57", "−1.35 ± 0.64", "0.012 ± 0.063");
  }

  @Test
  void numbersThatAreFarApartStandOnALogarithmicAxis() {
    Reconciliation wide =
        new Made()
            .reconciled("2007", 40_000, 10_000, 130_000, "a")
            .says("a", "2007", "6000..16000", Role.COUNTED)
            .says("b", "2007", "~300000", Role.COUNTED)
            .reconciliation();
    Scene scene = ComparisonChart.forest(wide).scene(PAGE);
    Range x = scene.main().plane().x();
    assertThat(x.holds(Math.log10(300_000))).isTrue();
    assertThat(x.high()).isLessThan(7);
    assertThat(words(ComparisonChart.forest(wide), PAGE)).contains("10,000", "100,000");
    assertThat(ComparisonChart.forest(wide).description(PAGE)).contains("logarithmic axis");
  }

  @Test
  void theReconciledNumberIsADiamondAsWideAsItsInterval() {
    Layer.Area diamond =
        ComparisonChart.forest(effects()).scene(PAGE).main().layers().stream()
            .flatMap(l -> l instanceof Layer.Area area ? Stream.of(area) : Stream.empty())
            .findFirst()
            .orElseThrow();
    assertThat(diamond.at().stream().map(At::x)).containsExactly(-1.06, -0.71, -0.36, -0.71);
  }
}
