package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Statements that cannot all be true, while all but any one of them can. Both are decided in exact
 * fractions.
 *
 * @param members the positions of the statements, in ascending order
 * @param statements the statements
 * @param gap by how much they miss each other, in the weighting of the multipliers
 * @param multipliers for each statement, how much of the gap one unit of it closes: positive where
 *     it would have to be more, negative where it would have to be less
 */
record MinimalSet(
    List<Integer> members, List<Statement> statements, double gap, List<Double> multipliers) {

  MinimalSet {
    members = List.copyOf(members);
    statements = List.copyOf(statements);
    multipliers = List.copyOf(multipliers);
  }

  /** The change of one statement that would heal the set, in the unit of its rows. */
  double healing(int position) {
    return gap / multipliers.get(position);
  }

  /** Proves sets of statements impossible, given that atoms of some flows are never negative. */
  static final class Prover {
    private final List<Statement> statements;
    private final LatentFlows flows;
    private final Map<Integer, Owner> owners = new TreeMap<>();

    /** Whose running total an unknown is. */
    private record Owner(LatentFlow flow, int part, int cut) {}

    Prover(List<Statement> statements, LatentFlows flows) {
      this.statements = statements;
      this.flows = flows;
      for (LatentFlow flow : flows.flows()) {
        for (int part = 0; part < flow.parts().size(); part++) {
          for (int cut = flow.hasOpening() ? 0 : 1; cut < flow.cuts().size(); cut++) {
            owners.put(flow.total(part, cut).index(0), new Owner(flow, part, cut));
          }
        }
      }
    }

    /** Whether these statements, which need not be of the list, can all be true. */
    boolean isPossible(List<Statement> chosen) {
      return system(chosen).refutation().isEmpty();
    }

    /** A minimal set among these positions; empty where they can all be true. */
    Optional<MinimalSet> minimal(List<Integer> members) {
      List<Integer> ordered = List.copyOf(new TreeSet<>(members));
      ExactSystem system = system(ordered.stream().map(statements::get).toList());
      if (system.refutation().isEmpty()) {
        return Optional.empty();
      }
      List<Integer> kept = new ArrayList<>(ordered);
      int end = ordered.stream().mapToInt(m -> statements.get(m).rows().size()).sum();
      for (int i = ordered.size() - 1; i >= 0; i--) {
        int rows = statements.get(ordered.get(i)).rows().size();
        end -= rows;
        system.free(end, rows);
        if (system.refutation().isPresent()) {
          kept.remove(ordered.get(i));
        } else {
          system.restore(end, rows);
        }
      }
      return Optional.of(proved(kept));
    }

    private MinimalSet proved(List<Integer> members) {
      List<Statement> chosen = members.stream().map(statements::get).toList();
      ExactSystem system = system(chosen);
      SortedMap<Integer, BigFraction> proof = system.refutation().orElseThrow();
      double sign = system.sign(proof);
      List<Double> multipliers = new ArrayList<>();
      double sum = 0;
      int position = 0;
      for (Statement statement : chosen) {
        double weight = 0;
        for (Statement.Row row : statement.rows()) {
          double multiplier = proof.getOrDefault(position++, BigFraction.ZERO).doubleValue();
          // The sum of all rows times their multipliers is nothing; that of their ends is the gap.
          double end = multiplier * sign > 0 ? row.set().highest() : row.set().lowest();
          sum += multiplier == 0 ? 0 : multiplier * end;
          weight = Math.abs(multiplier) > Math.abs(weight) ? multiplier : weight;
        }
        multipliers.add(weight * sign);
      }
      return new MinimalSet(members, chosen, Math.abs(sum), multipliers);
    }

    private ExactSystem system(List<Statement> chosen) {
      ExactSystem system = new ExactSystem();
      TreeSet<Integer> touched = new TreeSet<>();
      for (Statement statement : chosen) {
        for (Statement.Row row : statement.rows()) {
          row.addTo(system);
          touch(row.form(), touched);
          row.base().ifPresent(base -> touch(base, touched));
        }
      }
      addNonNegative(touched, system);
      return system;
    }

    private static void touch(Form form, Set<Integer> touched) {
      for (int i = 0; i < form.size(); i++) {
        touched.add(form.index(i));
      }
    }

    /** Between two running totals that matter, all atoms together are never negative. */
    private void addNonNegative(SortedSet<Integer> touched, ExactSystem system) {
      Optional<Owner> before = Optional.empty();
      for (int unknown : touched) {
        Owner owner = owners.get(unknown);
        if (owner == null || !flows.isNonNegative(owner.flow())) {
          before = Optional.empty();
          continue;
        }
        boolean isNext =
            before.isPresent()
                && before.get().flow().equals(owner.flow())
                && before.get().part() == owner.part();
        Form form = Form.unknown(unknown);
        if (isNext) {
          form = form.plus(-1, before.get().flow().total(owner.part(), before.get().cut()));
        }
        system.add(form, Optional.empty(), java.math.BigDecimal.ZERO, AT_LEAST_ZERO);
        before = Optional.of(owner);
      }
    }

    private static final AllowedSet AT_LEAST_ZERO =
        new AllowedSet(Optional.of(java.math.BigDecimal.ZERO), false, Optional.empty(), true);
  }
}
