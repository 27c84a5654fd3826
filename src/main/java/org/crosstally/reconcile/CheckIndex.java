package org.crosstally.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/**
 * Which checks involve a figure, and which of them confirms it; kept as rows of numbers, for
 * figures may be a million.
 */
final class CheckIndex {
  /** The figures that are in some check; their row is their place. */
  private final String[] ids;

  private final int[] starts;
  private final int[] checks;

  /** By row, one more than the number of the first check that confirms the figure. */
  private final int[] confirming;

  CheckIndex(List<DocumentCheck> list) {
    ids =
        list.stream()
            .flatMap(check -> check.figures().stream())
            .map(Figure::id)
            .sorted()
            .distinct()
            .toArray(String[]::new);
    starts = new int[ids.length + 1];
    for (DocumentCheck check : list) {
      for (Figure figure : check.figures()) {
        starts[row(figure) + 1]++;
      }
    }
    for (int row = 0; row < ids.length; row++) {
      starts[row + 1] += starts[row];
    }
    checks = new int[starts[ids.length]];
    confirming = new int[ids.length];
    int[] next = starts.clone();
    for (int i = 0; i < list.size(); i++) {
      DocumentCheck check = list.get(i);
      boolean confirms = isExactSum(check);
      for (Figure figure : check.figures()) {
        int row = row(figure);
        checks[next[row]++] = i;
        if (confirms && confirming[row] == 0) {
          confirming[row] = i + 1;
        }
      }
    }
  }

  /** The row of a figure; negative where no check involves it. */
  private int row(Figure figure) {
    return Arrays.binarySearch(ids, figure.id());
  }

  /**
   * Whether a check confirms its figures: a sum that holds exactly, of which all numbers are plain
   * and one at least is known to its last digit, for rounded numbers often sum up to a rounded
   * total.
   */
  private static boolean isExactSum(DocumentCheck check) {
    return check.identity().isSum()
        && check.verdict() == DocumentCheck.Verdict.HOLDS
        && check.figures().size() > 2
        && check.figures().stream().allMatch(f -> f.amount() instanceof Amount.Exact)
        && check.figures().stream().anyMatch(f -> Reading.ROUNDED_TO_TENS.of(f).width() == 0);
  }

  /** The number of the first check that confirms a figure. */
  OptionalInt confirming(Figure figure) {
    int row = row(figure);
    return row < 0 || confirming[row] == 0
        ? OptionalInt.empty()
        : OptionalInt.of(confirming[row] - 1);
  }

  /** The numbers of the checks that involve a figure, in ascending order. */
  int[] of(Figure figure) {
    int row = row(figure);
    return row < 0 ? new int[0] : Arrays.copyOfRange(checks, starts[row], starts[row + 1]);
  }
}
