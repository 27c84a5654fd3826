package org.crosstally.reconcile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Figure;

/** Which checks involve a figure; kept as rows of numbers, for figures may be a million. */
final class CheckIndex {
  private final Map<String, Integer> rows = new HashMap<>();
  private final int[] starts;
  private final int[] checks;

  CheckIndex(List<DocumentCheck> list) {
    int[] sizes = new int[16];
    for (DocumentCheck check : list) {
      for (Figure figure : check.figures()) {
        int row = rows.computeIfAbsent(figure.id(), id -> rows.size());
        if (row >= sizes.length) {
          sizes = Arrays.copyOf(sizes, 2 * sizes.length);
        }
        sizes[row]++;
      }
    }
    starts = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      starts[row + 1] = starts[row] + sizes[row];
    }
    checks = new int[starts[rows.size()]];
    int[] next = starts.clone();
    for (int i = 0; i < list.size(); i++) {
      for (Figure figure : list.get(i).figures()) {
        checks[next[rows.getOrDefault(figure.id(), 0)]++] = i;
      }
    }
  }

  /** The numbers of the checks that involve a figure, in ascending order. */
  int[] of(Figure figure) {
    Integer row = rows.get(figure.id());
    return row == null ? new int[0] : Arrays.copyOfRange(checks, starts[row], starts[row + 1]);
  }
}
