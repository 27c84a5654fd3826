package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;

/**
 * Tells contradictions from revisions across cells. An origin that counts the parts again also
 * changes the total; an old total and new parts then cannot both be true, but nobody said so. A
 * statement of a set is merely of an earlier date if, with all others of its origin replaced by
 * those vintages that the origin had out at its date, the set can be true.
 */
final class Vintages {
  private final Map<Slot, List<Report>> earlier = new HashMap<>();
  private final MinimalSet.Prover prover;

  /** What vintages are vintages of. */
  private record Slot(String origin, Form form, Optional<Form> base) {
    static Slot of(Report report) {
      return new Slot(originOf(report.figure()), report.form(), report.base());
    }
  }

  Vintages(List<Report> reports, MinimalSet.Prover prover) {
    this.prover = prover;
    for (Report report : reports) {
      if (report.use() == Use.REVISED && report.figure().published().isPresent()) {
        earlier.computeIfAbsent(Slot.of(report), s -> new ArrayList<>()).add(report);
      }
    }
    Comparator<Report> byDate =
        Comparator.comparing(r -> r.figure().published().map(Period::end).orElseThrow());
    earlier.values().forEach(list -> list.sort(byDate.reversed()));
  }

  static String originOf(Figure figure) {
    return figure.origin().orElse(figure.source());
  }

  /** The member of a set that is merely of an earlier date. */
  Optional<Integer> outdated(MinimalSet set) {
    for (int i = 0; i < set.statements().size(); i++) {
      Set<List<Object>> seen = new HashSet<>();
      for (Report report : set.statements().get(i).reports()) {
        Optional<Period> date = report.figure().published();
        String origin = originOf(report.figure());
        if (date.isPresent()
            && report.use() == Use.USED
            && seen.add(List.of(date.get(), origin))
            && isTrueOf(date.get(), origin, i, set)) {
          return Optional.of(set.members().get(i));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isTrueOf(Period date, String origin, int position, MinimalSet set) {
    List<Statement> then = new ArrayList<>();
    boolean isReplaced = false;
    double closed = 0;
    for (int i = 0; i < set.statements().size(); i++) {
      Statement now = set.statements().get(i);
      Optional<Report> vintage = i == position ? Optional.empty() : vintage(now, origin, date);
      if (vintage.isPresent()) {
        isReplaced = true;
        closed += closed(set.multipliers().get(i), now.first(), vintage.get());
      }
      then.add(vintage.map(v -> Statement.of(List.of(v), false)).orElse(now));
    }
    // Where the old numbers do not close the gap, the proof of the set is one for them, too.
    return isReplaced && closed >= set.gap() * (1 - 1e-9) && prover.isPossible(then);
  }

  /** How much of the gap of a set it closes that a number is replaced by an older one. */
  private static double closed(double multiplier, Report now, Report then) {
    if (now.isQuotient()) {
      return Double.POSITIVE_INFINITY;
    }
    return multiplier > 0
        ? multiplier * (then.allowed().highest() - now.allowed().highest())
        : -multiplier * (now.allowed().lowest() - then.allowed().lowest());
  }

  /** What the origin said then where a statement of it is from later. */
  private Optional<Report> vintage(Statement statement, String origin, Period date) {
    boolean wasOut =
        statement.reports().stream()
            .filter(r -> originOf(r.figure()).equals(origin))
            .anyMatch(r -> r.figure().published().filter(p -> !p.isAfter(date)).isPresent());
    if (wasOut) {
      return Optional.empty();
    }
    Report first = statement.first();
    return earlier.getOrDefault(new Slot(origin, first.form(), first.base()), List.of()).stream()
        .filter(r -> r.figure().published().filter(p -> !p.isAfter(date)).isPresent())
        .findFirst();
  }
}
