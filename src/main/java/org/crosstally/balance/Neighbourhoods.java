package org.crosstally.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which statements lie near a statement: those about unknowns that can be reached from its own over
 * few statements. A small contradiction lies within a small neighbourhood of each of its members.
 */
final class Neighbourhoods {
  private final List<Set<Integer>> unknownsOf = new ArrayList<>();
  private final Map<Integer, List<Integer>> statementsAt = new HashMap<>();

  Neighbourhoods(List<Statement> statements) {
    for (int s = 0; s < statements.size(); s++) {
      Set<Integer> unknowns = new TreeSet<>();
      for (Statement.Row row : statements.get(s).rows()) {
        add(row.form(), unknowns);
        row.base().ifPresent(base -> add(base, unknowns));
      }
      unknownsOf.add(unknowns);
      for (int unknown : unknowns) {
        statementsAt.computeIfAbsent(unknown, u -> new ArrayList<>()).add(s);
      }
    }
  }

  private static void add(Form form, Set<Integer> unknowns) {
    for (int i = 0; i < form.size(); i++) {
      unknowns.add(form.index(i));
    }
  }

  /** Neighbourhoods of a statement, each larger than the one before. */
  final class Growing {
    private final Set<Integer> unknowns;
    private Set<Integer> inside = new TreeSet<>();

    Growing(int centre) {
      this.unknowns = new TreeSet<>(unknownsOf.get(centre));
      collect();
    }

    private void collect() {
      Set<Integer> found = new TreeSet<>();
      for (int unknown : unknowns) {
        for (int s : statementsAt.getOrDefault(unknown, List.of())) {
          if (unknowns.containsAll(unknownsOf.get(s))) {
            found.add(s);
          }
        }
      }
      inside = found;
    }

    Set<Integer> statements() {
      return inside;
    }

    /** Takes one step more in all directions; says whether that reached anything new. */
    boolean grow(java.util.function.IntPredicate isIn) {
      int before = unknowns.size();
      for (int unknown : List.copyOf(unknowns)) {
        for (int s : statementsAt.getOrDefault(unknown, List.of())) {
          if (isIn.test(s)) {
            unknowns.addAll(unknownsOf.get(s));
          }
        }
      }
      collect();
      return unknowns.size() > before;
    }
  }

  Growing of(int centre) {
    return new Growing(centre);
  }
}
