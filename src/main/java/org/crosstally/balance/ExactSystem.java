package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A few linear inequalities in exact fractions, in the same way as {@link BoundedSimplex}: whether
 * they can all hold is decided without rounding errors, strict inequalities included. It is the
 * proof behind a set of reports that is called impossible.
 */
final class ExactSystem {
  /** A number and an infinitesimal part, which tells {@code < 5} from {@code ≤ 5}. */
  private record Bound(BigFraction number, int infinitesimal) {
    static Bound of(BigDecimal value, int infinitesimal) {
      return new Bound(fraction(value), infinitesimal);
    }
  }

  /** A value {@code number + infinitesimal · ε}. */
  private record Value(BigFraction number, BigFraction infinitesimal) {
    static final Value ZERO = new Value(BigFraction.ZERO, BigFraction.ZERO);

    static Value of(Bound bound) {
      return new Value(bound.number(), new BigFraction(bound.infinitesimal()));
    }

    Value plus(BigFraction factor, Value other) {
      return new Value(
          number.add(factor.multiply(other.number)),
          infinitesimal.add(factor.multiply(other.infinitesimal)));
    }

    int compareTo(Value other) {
      int order = number.compareTo(other.number);
      return order != 0 ? order : infinitesimal.compareTo(other.infinitesimal);
    }
  }

  private final List<SortedMap<Integer, BigFraction>> rows = new ArrayList<>();
  private final List<Optional<Value>> low = new ArrayList<>();
  private final List<Optional<Value>> high = new ArrayList<>();
  private final List<Tableau> solved = new ArrayList<>(1);

  static BigFraction fraction(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return new BigFraction(plain.unscaledValue(), java.math.BigInteger.TEN.pow(plain.scale()));
  }

  /** Adds {@code set ∋ form − factor · base}. */
  void add(Form form, Optional<Form> base, BigDecimal factor, AllowedSet set) {
    SortedMap<Integer, BigFraction> row = new TreeMap<>();
    addTo(row, form, BigFraction.ONE);
    base.ifPresent(b -> addTo(row, b, fraction(factor).negate()));
    row.values().removeIf(c -> c.equals(BigFraction.ZERO));
    rows.add(row);
    low.add(set.low().map(v -> Value.of(Bound.of(v, set.lowOpen() ? 1 : 0))));
    high.add(set.high().map(v -> Value.of(Bound.of(v, set.highOpen() ? -1 : 0))));
  }

  private static void addTo(SortedMap<Integer, BigFraction> row, Form form, BigFraction factor) {
    for (int i = 0; i < form.size(); i++) {
      BigFraction term = fraction(BigDecimal.valueOf(form.coefficient(i))).multiply(factor);
      row.merge(form.index(i), term, BigFraction::add);
    }
  }

  /**
   * Whether all of them can hold.
   *
   * @return the multipliers of the rows that prove that they cannot, by position; empty if they can
   */
  Optional<SortedMap<Integer, BigFraction>> refutation() {
    return tableau().refutation();
  }

  /** Leaves rows out, from the given position on. */
  void free(int first, int count) {
    tableau().free(first, count);
  }

  /** Takes rows in again. */
  void restore(int first, int count) {
    tableau().restore(first, count);
  }

  /** What was pivoted before serves again: the next question differs by a row. */
  private Tableau tableau() {
    Tableau made = solved.isEmpty() ? new Tableau() : solved.get(0);
    if (solved.isEmpty()) {
      solved.add(made);
    }
    return made;
  }

  /**
   * Which end of its set each row of a refutation stands at: with sign 1, a row with a positive
   * multiplier stands at its high end and one with a negative multiplier at its low end; with sign
   * -1 the other way round.
   */
  double sign(SortedMap<Integer, BigFraction> refutation) {
    return canStand(refutation, 1) && excess(refutation, 1) < 0 ? 1 : -1;
  }

  private boolean canStand(SortedMap<Integer, BigFraction> refutation, int sign) {
    return refutation.entrySet().stream()
        .allMatch(e -> end(e.getKey(), e.getValue(), sign).isPresent());
  }

  private Optional<Value> end(int row, BigFraction multiplier, int sign) {
    boolean isHigh = multiplier.compareTo(BigFraction.ZERO) > 0 == sign > 0;
    return isHigh ? high.get(row) : low.get(row);
  }

  /** The sign of the largest (for sign 1) value that the sum of the rows, which is 0, may have. */
  private int excess(SortedMap<Integer, BigFraction> refutation, int sign) {
    Value sum = Value.ZERO;
    for (var entry : refutation.entrySet()) {
      Value end = end(entry.getKey(), entry.getValue(), sign).orElse(Value.ZERO);
      sum = sum.plus(entry.getValue(), end);
    }
    return sign * sum.compareTo(Value.ZERO);
  }

  /** The rows as basic variables, with positions as ids; unknowns have negative ids. */
  private final class Tableau {
    private final TreeMap<Integer, TreeMap<Integer, BigFraction>> basic = new TreeMap<>();
    private final TreeMap<Integer, Value> values = new TreeMap<>();

    Tableau() {
      for (int i = 0; i < rows.size(); i++) {
        TreeMap<Integer, BigFraction> row = new TreeMap<>();
        rows.get(i).forEach((index, factor) -> row.put(-1 - index, factor));
        basic.put(i, row);
        row.keySet().forEach(id -> values.put(id, Value.ZERO));
        values.put(i, Value.ZERO);
      }
    }

    private final Set<Integer> freed = new HashSet<>();

    void free(int first, int count) {
      for (int id = first; id < first + count; id++) {
        freed.add(id);
      }
    }

    void restore(int first, int count) {
      for (int id = first; id < first + count; id++) {
        freed.remove(id);
        if (!basic.containsKey(id)) {
          Optional<Value> inside =
              isBelow(id) ? lowOf(id) : isAbove(id) ? highOf(id) : Optional.empty();
          if (inside.isPresent()) {
            Value step = inside.get().plus(BigFraction.MINUS_ONE, values(id));
            move(id, step);
          }
        }
      }
    }

    private void move(int id, Value step) {
      values.put(id, values(id).plus(BigFraction.ONE, step));
      basic.forEach(
          (other, line) -> {
            BigFraction factor = line.get(id);
            if (factor != null) {
              values.put(other, values(other).plus(factor, step));
            }
          });
    }

    private Optional<Value> lowOf(int id) {
      return id < 0 || freed.contains(id) ? Optional.empty() : low.get(id);
    }

    private Optional<Value> highOf(int id) {
      return id < 0 || freed.contains(id) ? Optional.empty() : high.get(id);
    }

    private boolean isBelow(int id) {
      return lowOf(id).filter(bound -> values(id).compareTo(bound) < 0).isPresent();
    }

    private boolean isAbove(int id) {
      return highOf(id).filter(bound -> values(id).compareTo(bound) > 0).isPresent();
    }

    private Value values(int id) {
      return values.getOrDefault(id, Value.ZERO);
    }

    Optional<SortedMap<Integer, BigFraction>> refutation() {
      while (true) {
        Optional<Integer> violated =
            basic.keySet().stream().filter(id -> isBelow(id) || isAbove(id)).findFirst();
        if (violated.isEmpty()) {
          return Optional.empty();
        }
        int id = violated.get();
        boolean up = isBelow(id);
        Map<Integer, BigFraction> row = row(id);
        Optional<Integer> entering =
            row.entrySet().stream()
                .filter(
                    e -> canMove(e.getKey(), (e.getValue().compareTo(BigFraction.ZERO) > 0) == up))
                .map(Map.Entry::getKey)
                .findFirst();
        if (entering.isEmpty()) {
          SortedMap<Integer, BigFraction> multipliers = new TreeMap<>(row);
          multipliers.put(id, BigFraction.MINUS_ONE);
          return Optional.of(multipliers);
        }
        Value target = up ? lowOf(id).orElseThrow() : highOf(id).orElseThrow();
        exchange(id, entering.get(), target);
      }
    }

    private Map<Integer, BigFraction> row(int id) {
      return basic.getOrDefault(id, new TreeMap<>());
    }

    private boolean canMove(int id, boolean up) {
      return up
          ? highOf(id).filter(bound -> values(id).compareTo(bound) >= 0).isEmpty()
          : lowOf(id).filter(bound -> values(id).compareTo(bound) <= 0).isEmpty();
    }

    private void exchange(int leaving, int entering, Value target) {
      Map<Integer, BigFraction> row = row(leaving);
      BigFraction pivot = row.getOrDefault(entering, BigFraction.ONE);
      Value current = values(leaving);
      BigFraction inverse = pivot.reciprocal();
      Value step =
          new Value(
              target.number().subtract(current.number()).multiply(inverse),
              target.infinitesimal().subtract(current.infinitesimal()).multiply(inverse));
      move(entering, step);
      basic.remove(leaving);
      TreeMap<Integer, BigFraction> solved = new TreeMap<>();
      row.forEach(
          (id, factor) -> {
            if (id != entering) {
              solved.put(id, factor.multiply(inverse).negate());
            }
          });
      solved.put(leaving, inverse);
      for (TreeMap<Integer, BigFraction> line : basic.values()) {
        BigFraction factor = line.remove(entering);
        if (factor != null) {
          solved.forEach((id, f) -> line.merge(id, f.multiply(factor), BigFraction::add));
          line.values().removeIf(f -> f.equals(BigFraction.ZERO));
        }
      }
      basic.put(entering, solved);
    }
  }
}
