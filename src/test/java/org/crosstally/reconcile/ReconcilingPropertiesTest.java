package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crosstally.Figures;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.series.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table of figures, on tables from a seeded generator. */
class ReconcilingPropertiesTest {

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 60);
  }

  /**
   * Two offices with relays and vintages over a dozen years; values have one odd decimal, so that
   * none looks rounded.
   */
  private static List<Figure> world(int seed, int factor) {
    Random random = new Random(seed);
    List<Figure> figures = new ArrayList<>();
    for (int year = 1995; year < 2007; year++) {
      int base = 1000 + random.nextInt(4000);
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        String id = "f" + year + "-" + i;
        String published = (year + 1 + random.nextInt(12)) + "-0" + (1 + random.nextInt(9));
        int shift = random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(12);
        String value =
            new BigDecimal(base + shift)
                .add(new BigDecimal("0.5"))
                .multiply(BigDecimal.valueOf(factor))
                .toPlainString();
        String office = random.nextInt(5) == 0 ? "bureau" : "office";
        figures.add(
            random.nextInt(3) == 0
                ? Figures.own(id, office, published, "" + year, value)
                : Figures.relay(
                    id, "paper" + random.nextInt(4), office, published, "" + year, value));
      }
    }
    return figures;
  }

  private static List<CellOutcome> outcomes(Reconciler reconciler, List<Figure> figures) {
    return reconciler.reconcile(FigureTable.of(figures)).outcomes();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scaling_all_values_scales_the_result(int seed) {
    for (Reconciler reconciler :
        List.of(
            Reconciler.byLineage(), Reconciler.latest(), Reconciler.median(), Reconciler.mean())) {
      List<CellOutcome> once = outcomes(reconciler, world(seed, 1));
      List<CellOutcome> thrice = outcomes(reconciler, world(seed, 3));

      for (int i = 0; i < once.size(); i++) {
        Estimate small = once.get(i).estimate().orElseThrow();
        Estimate large = thrice.get(i).estimate().orElseThrow();
        // The results are sums and products of a handful of doubles: a few units in the last place.
        double tolerance = 1e-12 * large.high();
        assertThat(large.value()).isCloseTo(3 * small.value(), within(tolerance));
        assertThat(large.low()).isCloseTo(3 * small.low(), within(tolerance));
        assertThat(large.high()).isCloseTo(3 * small.high(), within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void copies_of_a_relay_change_no_estimate(int seed) {
    List<Figure> figures = world(seed, 1);
    List<Figure> more = new ArrayList<>(figures);
    figures.stream()
        .filter(f -> f.origin().isPresent())
        .limit(3)
        .forEach(
            f -> {
              for (int copy = 0; copy < 10; copy++) {
                more.add(
                    Figures.relay(
                        f.id() + "-copy-" + copy,
                        f.source(),
                        f.origin().orElseThrow(),
                        f.published().orElseThrow().format(),
                        f.period().format(),
                        f.printed()));
              }
            });

    assertThat(outcomes(Reconciler.byLineage(), more).stream().map(CellOutcome::estimate).toList())
        .isEqualTo(
            outcomes(Reconciler.byLineage(), figures).stream().map(CellOutcome::estimate).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_figure_is_accounted_for_exactly_once(int seed) {
    List<Figure> figures = world(seed, 1);

    assertThat(
            outcomes(Reconciler.byLineage(), figures).stream().flatMap(o -> o.accounts().stream()))
        .extracting(Account::figure)
        .containsExactlyInAnyOrderElementsOf(figures);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void
      the_number_that_stands_lies_in_its_interval_and_some_figure_states_it_where_one_origin_decides(
          int seed) {
    for (CellOutcome outcome : outcomes(Reconciler.byLineage(), world(seed, 1))) {
      CellOutcome.Reconciled result = outcome.reconciled().orElseThrow();
      assertThat(result.estimate().value())
          .isBetween(result.estimate().low(), result.estimate().high());
      if (result.origins().size() == 1) {
        assertThat(outcome.accounts())
            .anyMatch(
                a ->
                    a.role() == Role.COUNTED
                        && a.figure().amount().point().orElseThrow() == result.estimate().value());
      }
    }
  }
}
