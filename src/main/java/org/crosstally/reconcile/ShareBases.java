package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Unit;

/**
 * Which total a share refers to. A share of a cell with one dimension is a share of the total over
 * it. Of a cell with several, it may be a share of the total over any of them, or over all: that
 * total counts with which the printed counts give the printed shares at least twice and twice as
 * often as not; where the table never prints another, that one.
 */
final class ShareBases {
  private static final int FEW = 3;

  private final Map<Group, Set<NavigableSet<String>>> bases = new LinkedHashMap<>();

  /** Shares that have the same form. */
  private record Group(String measure, Set<String> dimensions) {
    static Group of(Cell cell) {
      return new Group(cell.measure(), cell.dimensions().values().keySet());
    }
  }

  /** How often a total was printed beside a share, and how often the counts gave the share. */
  private static final class Tally {
    private int holds;
    private int fails;
  }

  /** Collects what documents print. */
  static final class Builder {
    private final Map<Group, Map<NavigableSet<String>, Tally>> tallies = new LinkedHashMap<>();

    void add(PrintedDocument document) {
      for (Slot share : document.slots()) {
        if (share.unit() instanceof Unit.ShareOfTotal) {
          Group group = Group.of(share.cell());
          for (NavigableSet<String> base : candidates(group)) {
            for (Slot part : document.counts(share.cell())) {
              document
                  .at(total(share.cell(), base), part.unit())
                  .ifPresent(total -> add(group, base, claim(share, part, total)));
            }
          }
        }
      }
    }

    private void add(Group group, NavigableSet<String> base, SlotEquation claim) {
      Tally tally =
          tallies
              .computeIfAbsent(group, key -> new LinkedHashMap<>())
              .computeIfAbsent(base, key -> new Tally());
      for (Equation equation : claim.equations().stream().limit(1).toList()) {
        switch (equation.evaluate(Reading.of(equation.figures())).verdict()) {
          case HOLDS, HOLDS_IF_CUT -> tally.holds++;
          case BROKEN -> tally.fails++;
          case HOLDS_IF_ROUNDED -> {}
        }
      }
    }

    ShareBases build() {
      ShareBases result = new ShareBases();
      tallies.forEach(
          (group, byBase) -> {
            Set<NavigableSet<String>> accepted = new LinkedHashSet<>();
            byBase.forEach(
                (base, tally) -> {
                  boolean isUsual = tally.holds >= 2 && tally.holds >= 2 * tally.fails;
                  boolean isOnly = byBase.size() == 1 && tally.fails < FEW;
                  if (isUsual || isOnly) {
                    accepted.add(base);
                  }
                });
            result.bases.put(group, accepted);
          });
      return result;
    }
  }

  static SlotEquation claim(Slot share, Slot part, Slot total) {
    return new SlotEquation(
        Identity.SHARE_AND_COUNTS, Optional.of(share), List.of(part), Optional.of(total), 100, 0);
  }

  private static List<NavigableSet<String>> candidates(Group group) {
    List<NavigableSet<String>> candidates = new ArrayList<>();
    for (String dimension : group.dimensions()) {
      candidates.add(new TreeSet<>(Set.of(dimension)));
    }
    if (group.dimensions().size() > 1) {
      candidates.add(new TreeSet<>(group.dimensions()));
    }
    return candidates;
  }

  private static Cell total(Cell cell, Set<String> dimensions) {
    Cell total = cell;
    for (String dimension : dimensions) {
      total = PartGroup.without(total, dimension);
    }
    return total;
  }

  /** The totals of which a cell may be a share. */
  List<Cell> totals(Cell cell) {
    Group group = Group.of(cell);
    if (group.dimensions().size() == 1) {
      return List.of(total(cell, group.dimensions()));
    }
    return bases.getOrDefault(group, Set.of()).stream().map(base -> total(cell, base)).toList();
  }
}
