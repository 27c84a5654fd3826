package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

class LinesBySourceTest {
  private static Scene scene(Reconciliation reconciliation) {
    return ComparisonChart.linesBySource(reconciliation).scene(Page.NATURE_DOUBLE);
  }

  private static Layer layer(Scene scene, String name) {
    return scene.main().layers().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(Scene scene) {
    return scene.labels().stream().map(Label::text).toList();
  }

  @Test
  void theBandLiesUnderTheLineAndTheLineUnderTheMarks() {
    List<String> order = scene(Made.usual()).main().layers().stream().map(Layer::name).toList();
    assertThat(order).startsWith("Interval", "Reconciled").endsWith("Ministry A");
  }

  @Test
  void aMissingYearIsAGapAndNeverZero() {
    Reconciliation gap =
        new Made()
            .reconciled("2001", 10, 10, 10, "a")
            .reconciled("2002", 20, 20, 20, "a")
            .says("a", "2003", "n/a", Role.OUT_OF_SCOPE)
            .reconciled("2004", 40, 40, 40, "a")
            .reconciliation();
    Scene scene = scene(gap);
    assertThat(layer(scene, "Reconciled").at().stream().filter(at -> !at.isGap()))
        .containsExactly(new At(2001, 10), new At(2002, 20), new At(2004, 40));
    assertThat(layer(scene, "Reconciled").at().get(2).isGap()).isTrue();
    assertThat(layer(scene, "Reconciled, between gaps").at()).containsExactly(new At(2004, 40));
  }

  @Test
  void aFigureThatIsNotExactOrNotFinalHasAnOpenMark() {
    Scene scene = scene(Made.usual());
    assertThat(layer(scene, "Analyst C (open)").at())
        .extracting(At::y)
        .containsExactly(1500.0, 1277.0);
    assertThat(layer(scene, "News B (open)").at())
        .extracting(At::y)
        .containsExactly(2000.0, 1400.0);
    assertThat(layer(scene, "News B (forecast)").at()).extracting(At::y).containsExactly(1200.0);
    assertThat(((Layer.Marks) layer(scene, "News B (forecast)")).mark().fill())
        .isEqualTo(Mark.Fill.DASHED);
    assertThat(((Layer.Marks) layer(scene, "News B")).mark().fill()).isEqualTo(Mark.Fill.FILLED);
  }

  @Test
  void aBoundHasAnArrowOnItsOpenSide() {
    Scene below = scene(bound("<1200"));
    Scene above = scene(bound(">1200"));
    // Of the ink, only the arrow beside the mark is no axis, tick or legend: it comes first.
    double mark = below.main().plane().y(1200);
    assertThat(below.ink().get(0).shape().getBounds2D().getMinY()).isGreaterThan(mark);
    assertThat(above.ink().get(0).shape().getBounds2D().getMaxY()).isLessThan(mark);
  }

  private static Reconciliation bound(String amount) {
    return new Made()
        .reconciled("2014", 1397, 1397, 1397, "a")
        .reconciled("2015", 1275, 1275, 1275, "a")
        .says("b", "2015", amount, Status.FORECAST, Role.SUPPORTING, Optional.empty())
        .reconciliation();
  }

  @Test
  void whatWasSetAsideIsACrossWhoeverSaysIt() {
    Layer.Marks aside = (Layer.Marks) layer(scene(Made.usual()), "Set aside");
    assertThat(aside.mark().form()).isEqualTo(Mark.Form.CROSS);
    assertThat(aside.at()).extracting(At::y).containsExactly(2927.0);
  }

  @Test
  void marksThatWouldHideOneAnotherStandSideBySide() {
    Scene scene = scene(Made.usual());
    double ministry = layer(scene, "Ministry A").at().get(8).x();
    double news = layer(scene, "News B").at().get(0).x();
    assertThat(ministry).as("the origin stands on its year").isEqualTo(2009);
    assertThat(scene.main().plane().x(news) - scene.main().plane().x(ministry)).isGreaterThan(3);
    assertThat(news - ministry).isLessThan(0.5);
  }

  @Test
  void originsComeFirstThenTheSourcesWithTheMostFigures() {
    Made made = new Made().reconciled("2009", 100, 100, 100, "origin");
    made.says("origin", "2009", "100", Role.COUNTED);
    for (int i = 0; i < 9; i++) {
      for (int n = 0; n <= i; n++) {
        made.says("relay" + i, "2009", "100", Role.SUPPORTING);
      }
    }
    assertThat(words(scene(made.reconciliation())))
        .containsSubsequence(
            "Reconciled",
            "origin",
            "relay8",
            "relay7",
            "relay6",
            "relay5",
            "relay4",
            "Other sources (4)");
  }

  @Test
  void aSourceLooksTheSameInBothCharts() {
    Mark inLines = ((Layer.Marks) layer(scene(Made.usual()), "Ministry A")).mark();
    Scene rows = ComparisonChart.sourceBySource(Made.usual()).scene(Page.of(183, 300));
    Mark inRows = ((Layer.Marks) layer(rows, "Ministry A")).mark();
    assertThat(inRows.color()).isEqualTo(inLines.color());
    assertThat(inRows.form()).isEqualTo(inLines.form());
  }

  @Test
  void onlySingleYearsHaveAPlaceAndTheRestIsCounted() {
    Reconciliation mixed =
        new Made()
            .reconciled("2009", 2914, 2914, 2914, "a")
            .reconciled("../1998", 947, 947, 947, "a")
            .reconciled("1999/2001", 1043, 1043, 1043, "a")
            .reconciliation();
    ComparisonChart chart = ComparisonChart.linesBySource(mixed);
    assertThat(layer(chart.scene(Page.NATURE_SINGLE), "Reconciled").at().get(0))
        .isEqualTo(new At(2009, 2914));
    assertThat(chart.description(Page.NATURE_SINGLE))
        .contains("2 cells of other periods are not shown");
  }

  @Test
  void aSlipFarAwayDoesNotPressTheSeriesTogether() {
    Made made = new Made();
    IntStream.range(2001, 2011)
        .forEach(y -> made.reconciled("" + y, y - 1000, y - 1000, y - 1000, "a"));
    made.says("b", "2005", "300000", Role.SET_ASIDE, Cause.UNEXPLAINED);
    Scene scene = scene(made.reconciliation());
    assertThat(scene.main().plane().y().high()).isLessThan(1100);
    assertThat(scene.description()).contains("1 figure lies outside the plot");
  }

  @Test
  void theAxisSaysItsUnitAndNumbersHaveSeparators() {
    assertThat(words(scene(Made.usual())))
        .contains("Arrivals (persons)", "1,000", "0", "2001", "2015", "Year")
        .doesNotContain("Arrivals");
  }

  @Test
  void aTitleStandsInTheFigureOnlyWhereItIsAskedFor() {
    ComparisonChart titled = ComparisonChart.linesBySource(Made.usual()).titled("Who says what");
    assertThat(words(titled.scene(Page.NATURE_SINGLE))).contains("Who says what");
    assertThat(words(scene(Made.usual()))).doesNotContain("Who says what");
  }
}
