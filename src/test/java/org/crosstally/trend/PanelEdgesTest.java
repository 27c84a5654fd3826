package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every procedure on series that break programs: they give rows or leave them out. */
class PanelEdgesTest {

  private static Golden.Series series(String name, double... y) {
    return new Golden.Series(name, Samples.indices(y.length), y);
  }

  private static double[] filled(int n, double value) {
    double[] y = new double[n];
    Arrays.fill(y, value);
    return y;
  }

  static Stream<Golden.Series> edges() {
    SplittableRandom random = new SplittableRandom(6);
    Stream.Builder<Golden.Series> all = Stream.builder();
    for (int n = 0; n <= 5; n++) {
      all.add(series("constant " + n, filled(n, 7)));
      all.add(series("zero " + n, filled(n, 0)));
      all.add(series("line " + n, Samples.indices(n)));
      all.add(series("noise " + n, random.doubles(n).toArray()));
      all.add(series("counts " + n, random.ints(n, 0, 3).asDoubleStream().toArray()));
      all.add(series("falling " + n, RandomSeries.affine(Samples.indices(n), 0, -3)));
    }
    all.add(series("all ties", 1, 1, 2, 2, 1, 1, 2, 2, 1, 2, 1, 2));
    double[] large = new double[20];
    Arrays.setAll(large, i -> 1e9 + i % 3);
    all.add(series("large with unit steps", large));
    all.add(series("one huge value", 3, 4, 3, 5, 4, 1e12, 5, 4, 6, 5, 7, 6));
    all.add(series("one not zero", 0, 0, 0, 0, 5, 0, 0, 0, 0));
    all.add(series("last not zero", 0, 0, 0, 0, 0, 0, 0, 5));
    all.add(series("step", 1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5));
    all.add(series("missing", 1, 4, Double.NaN, 5, 7, Double.NaN, 8, 9, 3, 5));
    all.add(
        new Golden.Series(
            "repeated times",
            new double[] {1, 1, 1, 2, 2, 3, 4, 5, 6, 7},
            new double[] {1, 2, 3, 2, 3, 4, 4, 5, 6, 2}));
    all.add(new Golden.Series("one time", filled(5, 3), Samples.indices(5)));
    double[] quarters = new double[24];
    Arrays.setAll(quarters, i -> 2000 + i / 4.0);
    all.add(new Golden.Series("quarters", quarters, random.doubles(24).toArray()));
    all.add(new Golden.Series("constant quarters", quarters, filled(24, 4)));
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("edges")
  void no_series_breaks_the_panel_and_no_row_is_given_twice(Golden.Series series) {
    var rows = EvidencePanel.of(series.x(), series.y()).rows();
    assertThat(rows).allMatch(row -> Double.isFinite(row.value()));
    assertThat(rows.stream().map(r -> r.method() + " " + r.quantity())).doesNotHaveDuplicates();
    rows.stream()
        .filter(r -> r.quantity().equals("p") || r.quantity().startsWith("p_"))
        .forEach(r -> assertThat(r.value()).as(r.toString()).isBetween(0.0, 1.0).isPositive());
  }

  @Test
  void a_missing_value_is_a_gap_in_time() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {1, 3, 2, Double.NaN, 5, 4, 6};
    double[] times = {1, 2, 3, 5, 6, 7};
    double[] values = {1, 3, 2, 5, 4, 6};
    assertThat(EvidencePanel.of(x, y).rows()).isEqualTo(EvidencePanel.of(times, values).rows());
  }

  @Test
  void one_huge_value_moves_the_robust_lines_no_further_than_the_others_allow() {
    double[] y = {3, 4, 3, 5, 4, 1e12, 5, 4, 6, 5, 7, 6, 8, 7, 9};
    double[] x = Samples.indices(15);
    assertThat(TheilSen.withDefaults().fit(x, y).orElseThrow().slope()).isBetween(0.2, 0.6);
    assertThat(RepeatedMedian.withDefaults().fit(x, y).orElseThrow().slope()).isBetween(0.2, 0.6);
  }

  @Test
  void an_infinite_value_is_refused() {
    assertThatThrownBy(() -> EvidencePanel.of(new double[] {1, 2}, new double[] {1, 1.0 / 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(EvidencePanel.of(new double[0], new double[0]).toTable().columnNames())
        .containsExactly("method", "quantity", "value");
  }
}
