package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell against the golden files; their calls are named where the estimators are tested. */
class ConsensusColumnsTest {

  static Stream<Golden.Data> data() {
    return Golden.allData();
  }

  @ParameterizedTest
  @MethodSource("data")
  void everyCellOfTheFitsMatches(Golden.Data data) {
    List<Golden.Row> expected =
        Golden.rows("consensus_golden.csv")
            .filter(row -> row.text("dataset").equals(data.name()))
            .toList();
    List<List<String>> actual = ConsensusColumns.fits(data.name(), data.y(), data.v());
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      compare(expected.get(i), ConsensusColumns.FITS, actual.get(i), 3, 1e-8);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void everyCellOfTheRobustRowMatches(Golden.Data data) {
    Golden.Row expected =
        Golden.rows("consensus_robust_golden.csv")
            .filter(row -> row.text("dataset").equals(data.name()))
            .findFirst()
            .orElseThrow();
    compare(
        expected,
        ConsensusColumns.ROBUST,
        ConsensusColumns.robust(data.name(), data.y(), data.v()),
        1,
        1e-6);
  }

  /** R: 0/0 is NaN, 5/0 is Inf and -5/0 is -Inf; 2 * pt(-Inf, 1) is 0. */
  @Test
  void aStatisticOverAnErrorOfZeroIsWhatRMakesOfIt() {
    assertThat(knappHartung(0, 0)).containsExactly("NaN", "NaN");
    assertThat(knappHartung(5, 5)).containsExactly("Inf", "0");
    assertThat(knappHartung(-5, -5)).containsExactly("-Inf", "0");
  }

  private static List<String> knappHartung(double... y) {
    List<String> row = ConsensusColumns.fits("two", y, new double[] {1, 4}).get(1);
    assertThat(row.subList(0, 4)).containsExactly("two", "EE", "knha", "2");
    return row.subList(6, 8);
  }

  private static void compare(
      Golden.Row expected, List<String> columns, List<String> cells, int names, double tolerance) {
    assertThat(expected.cells().getHeader()).isEqualTo(columns);
    List<String> wrong = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      String want = expected.text(columns.get(c));
      String have = cells.get(c);
      boolean text = c < names || want.isEmpty() || want.equals("NA") || want.equals("Inf");
      if (text ? !want.equals(have) : !near(want, have, tolerance)) {
        wrong.add(columns.get(c) + " is " + want + ", " + have + " here");
      }
    }
    assertThat(wrong).as(expected.toString()).isEmpty();
  }

  private static boolean near(String want, String have, double tolerance) {
    double expected = Double.parseDouble(want);
    // The restricted likelihood of one value is 0 up to the rounding of its terms.
    return Math.abs(Double.parseDouble(have) - expected) <= tolerance * Math.abs(expected) + 1e-14;
  }
}
