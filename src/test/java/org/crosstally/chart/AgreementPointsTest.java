package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

class AgreementPointsTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  /** Differences of b from a: 10, -10, 30, -30; their mean is 0 and their sd sqrt(2000 / 3). */
  private static Reconciliation four() {
    Made made = new Made().source("a", "Ministry A").source("b", "News B");
    int[] differences = {10, -10, 30, -30};
    for (int i = 0; i < differences.length; i++) {
      String year = Integer.toString(2001 + i);
      int value = 1000 + 100 * i;
      made.reconciled(year, value, value, value, "a");
      made.says("a", year, Integer.toString(value), Role.COUNTED);
      made.says("b", year, Integer.toString(value + differences[i]), Role.SUPPORTING);
    }
    return made.says("b", "2005", "77", Role.SUPPORTING).reconciliation();
  }

  private static List<Layer> layers(ComparisonChart chart, String name) {
    return chart.scene(PAGE).main().layers().stream()
        .filter(l -> l.name().equals(name) && !(l instanceof Layer.Area))
        .toList();
  }

  @Test
  void aPointIsTheDifferenceOverTheMeanWhereBothNameANumber() {
    ComparisonChart chart = ComparisonChart.differences(four(), "b");
    assertThat(layers(chart, "News B less reconciled value").get(0).at())
        .containsExactly(new At(1005, 10), new At(1095, -10), new At(1215, 30), new At(1285, -30));
  }

  @Test
  void theLimitsAre196StandardDeviationsFromTheMeanDifference() {
    ComparisonChart chart = ComparisonChart.differences(four(), "b");
    double limit = 1.959963984540054 * Math.sqrt(2000 / 3.0);
    List<Layer> limits = layers(chart, "Limit");
    assertThat(limits.get(0).at().get(0).y()).isCloseTo(limit, within(1e-6));
    assertThat(limits.get(1).at().get(0).y()).isCloseTo(-limit, within(1e-6));
    assertThat(layers(chart, "Mean difference").get(0).at().get(0).y()).isZero();
  }

  @Test
  void twoSourcesAreSubtractedInTheOrderGiven() {
    ComparisonChart chart = ComparisonChart.differences(four(), "a", "b");
    assertThat(layers(chart, "Ministry A less News B").get(0).at())
        .extracting(At::y)
        .containsExactly(-10.0, 10.0, -30.0, 30.0);
  }

  @Test
  void thePeriodsThatDifferMostAreNamed() {
    List<String> words =
        ComparisonChart.differences(four(), "b").scene(PAGE).labels().stream()
            .map(Label::text)
            .toList();
    assertThat(words).contains("2003", "2004");
  }

  @Test
  void theCaptionHasTheNumbers() {
    ComparisonChart chart = ComparisonChart.differences(four(), "b");
    assertThat(chart.caption())
        .contains("for 4 periods", "The mean difference is 0", "limits of agreement are −50.61");
    assertThat(chart.alternativeText()).contains("The largest difference is 30 in 2003.");
    assertThat(chart.toTable().rowCount()).isEqualTo(4);
  }

  @Test
  void withoutSharedPeriodsThereIsASentence() {
    ComparisonChart chart = ComparisonChart.differences(four(), "nobody");
    assertThat(chart.scene(PAGE).labels())
        .extracting(Label::text)
        .containsExactly("No period of which both name a number.");
  }
}
