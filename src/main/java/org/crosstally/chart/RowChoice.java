package org.crosstally.chart;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The rows that a page has room for, and what was left out in words.
 *
 * @param groups the periods that are shown, in order
 * @param leftOut a sentence; blank where all is shown
 */
record RowChoice(List<Statement.Group> groups, String leftOut) {
  private static final int FEWEST = 3;

  RowChoice {
    groups = List.copyOf(groups);
  }

  /**
   * Chooses rows whose height is within a limit: all; else those of contested periods; else the
   * weightiest of each; else of the most contested periods.
   */
  static RowChoice of(
      List<Statement.Group> all, double room, ToDoubleFunction<List<Statement.Group>> height) {
    if (height.applyAsDouble(all) <= room) {
      return new RowChoice(all, "");
    }
    List<Statement.Group> kept = all.stream().filter(Statement.Group::isContested).toList();
    if (kept.isEmpty()) {
      kept = all;
    }
    int most = kept.stream().mapToInt(g -> g.rows().size()).max().orElse(0);
    List<Statement.Group> shown = kept;
    while (height.applyAsDouble(shown) > room && most > FEWEST) {
      most--;
      shown = limited(kept, most);
    }
    List<Statement.Group> byWeight =
        kept.stream()
            .sorted(Comparator.comparingInt(g -> -g.rows().size()))
            .collect(Collectors.toList());
    while (height.applyAsDouble(shown) > room && byWeight.size() > 1) {
      byWeight.remove(byWeight.size() - 1);
      shown = limited(kept.stream().filter(byWeight::contains).toList(), most);
    }
    while (height.applyAsDouble(shown) > room && most > 1) {
      most--;
      shown = limited(shown, most);
    }
    return new RowChoice(shown, leftOut(all, shown));
  }

  private static List<Statement.Group> limited(List<Statement.Group> groups, int most) {
    return groups.stream().map(g -> g.limited(most)).toList();
  }

  private static String leftOut(List<Statement.Group> all, List<Statement.Group> shown) {
    int periods = all.size() - shown.size();
    long calm =
        all.stream()
            .filter(g -> !g.isContested() && shown.stream().noneMatch(s -> same(s, g)))
            .count();
    int rows = 0;
    for (Statement.Group group : shown) {
      Statement.Group whole = all.stream().filter(g -> same(g, group)).findFirst().orElse(group);
      rows += whole.rows().size() - group.rows().size();
    }
    String left =
        periods == 0
            ? ""
            : " For want of room, "
                + Words.counted(periods, "period is", "periods are")
                + " left out, "
                + calm
                + " of them without a conflict.";
    return rows == 0
        ? left
        : left
            + " Of the periods shown, "
            + Words.counted(rows, "statement is", "statements are")
            + " left out.";
  }

  private static boolean same(Statement.Group a, Statement.Group b) {
    return a.period().equals(b.period());
  }
}
