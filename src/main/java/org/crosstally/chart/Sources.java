package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosstally.figure.Catalogue;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;

/**
 * The sources of a series by weight, each with its own colour and shape, so that a source looks the
 * same in every chart of one reconciliation. First come the origins that the reconciled numbers
 * rest on, then those with the most figures.
 */
record Sources(List<String> ranked, Set<String> origins, Catalogue catalogue) {
  static final int MOST = Style.DISTINCT;

  Sources {
    ranked = List.copyOf(ranked);
    origins = Set.copyOf(origins);
  }

  static Sources of(OneSeries series) {
    Map<String, Integer> figures = new HashMap<>();
    Set<String> origins = new HashSet<>();
    for (CellOutcome outcome : series.outcomes()) {
      outcome.reconciled().ifPresent(result -> origins.addAll(result.origins()));
      for (Account account : outcome.accounts()) {
        Said.of(account, outcome)
            .ifPresent(said -> figures.merge(said.source(), said.isAside() ? 0 : 1, Integer::sum));
      }
    }
    List<String> ranked = new ArrayList<>(figures.keySet());
    Comparator<String> originsFirst = Comparator.comparing(id -> !origins.contains(id));
    ranked.sort(
        originsFirst
            .thenComparing(id -> -figures.getOrDefault(id, 0))
            .thenComparing(Comparator.naturalOrder()));
    return new Sources(ranked, origins, series.catalogue());
  }

  /** Whether reconciled numbers rest on what this source counts. */
  boolean isOrigin(String id) {
    return origins.contains(id);
  }

  String name(String id) {
    return Words.name(catalogue.source(id));
  }

  /** The name for a text, which needs no font; the id of a source without a name. */
  String fullName(String id) {
    String name = Words.printable(catalogue.source(id).name());
    return name.isEmpty() ? Words.printable(id) : name;
  }

  /** The mark of a source; a small grey one for those beyond the palette. */
  Mark mark(String id, double size) {
    int rank = ranked.indexOf(id);
    return rank >= 0 && rank < MOST
        ? Style.of(rank).mark(Mark.Fill.FILLED, size)
        : others(Math.min(size, Look.SMALL_MARK));
  }

  /** The mark of a source in a row of its own, where a small one need not keep out of the way. */
  Mark rowMark(String id) {
    Mark mark = mark(id, Look.MARK);
    return new Mark(mark.form(), mark.color(), mark.fill(), Look.MARK);
  }

  static Mark others(double size) {
    return new Mark(Mark.Form.CIRCLE, Look.OTHERS, Mark.Fill.FILLED, size);
  }

  static Mark aside(double size) {
    return new Mark(Mark.Form.CROSS, Look.ASIDE, Mark.Fill.OPEN, size);
  }
}
