package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;

/**
 * The cells that one chart can show together: one measure, one combination of dimensions, one
 * definition, one unit. Of several, the one with the most single years that have a number.
 *
 * @param left how many cells belong to other series
 */
record OneSeries(
    String label,
    String unit,
    String of,
    List<CellOutcome> outcomes,
    int left,
    Catalogue catalogue) {

  private record Key(String measure, Dimensions dimensions, String basis, Unit unit) {}

  static OneSeries of(Reconciliation reconciliation) {
    Map<Key, List<CellOutcome>> series = new LinkedHashMap<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      Cell cell = outcome.cell();
      Key key = new Key(cell.measure(), cell.dimensions(), cell.basis(), outcome.unit());
      series.computeIfAbsent(key, k -> new ArrayList<>()).add(outcome);
    }
    Comparator<Map.Entry<Key, List<CellOutcome>>> size =
        Comparator.comparingLong(
            e -> e.getValue().stream().filter(o -> isYear(o) && o.estimate().isPresent()).count());
    Comparator<Map.Entry<Key, List<CellOutcome>>> order =
        size.thenComparing(e -> e.getValue().size());
    Catalogue catalogue = reconciliation.catalogue();
    Map.Entry<Key, List<CellOutcome>> main = null;
    for (Map.Entry<Key, List<CellOutcome>> entry : series.entrySet()) {
      // Of equals, the first in the order of the cells.
      if (main == null || order.compare(entry, main) > 0) {
        main = entry;
      }
    }
    if (main == null) {
      return new OneSeries("Figures", "", "", List.of(), 0, catalogue);
    }
    return of(main.getKey(), main.getValue(), reconciliation);
  }

  private static OneSeries of(Key key, List<CellOutcome> own, Reconciliation reconciliation) {
    Measure measure = reconciliation.catalogue().measure(key.measure());
    String label = Words.displayable(measure.label());
    String basis = key.basis().isBlank() ? "" : "[" + key.basis() + "]";
    String of = Words.printable((key.dimensions() + " " + basis).strip());
    return new OneSeries(
        label.isEmpty() ? "Value" : label,
        Words.displayable(key.unit().format()),
        of,
        own.stream().sorted(Comparator.comparing(CellOutcome::cell)).toList(),
        (int) reconciliation.outcomes().stream().filter(o -> isOther(o, key)).count(),
        reconciliation.catalogue());
  }

  /**
   * A cell of this series that has no number has no unit either, and belongs to it all the same.
   */
  private static boolean isOther(CellOutcome outcome, Key key) {
    Cell cell = outcome.cell();
    boolean same =
        cell.measure().equals(key.measure())
            && cell.dimensions().equals(key.dimensions())
            && cell.basis().equals(key.basis());
    return !same || (outcome.estimate().isPresent() && !outcome.unit().equals(key.unit()));
  }

  static boolean isYear(CellOutcome outcome) {
    return outcome.cell().period().length() == Period.Length.YEAR;
  }

  static int year(CellOutcome outcome) {
    return outcome.cell().period().end().getYear();
  }

  /** The cells of some periods; all where none is named. */
  List<CellOutcome> of(List<Period> periods) {
    return outcomes.stream()
        .filter(o -> periods.isEmpty() || periods.contains(o.cell().period()))
        .toList();
  }

  List<CellOutcome> years() {
    return outcomes.stream().filter(OneSeries::isYear).toList();
  }

  /** The label with the unit in parentheses: {@code Arrivals (persons)}. */
  String axisTitle(Ticks.Scale scale) {
    String words = (scale.word + unit).strip();
    return words.isEmpty() ? label : label + " (" + words + ")";
  }

  /** The label with what it is restricted to. */
  String subject() {
    return of.isEmpty() ? label : label + " (" + of + ")";
  }

  String leftOut() {
    return left == 0
        ? ""
        : " "
            + Words.counted(left, "cell of another series is", "cells of other series are")
            + " not shown.";
  }
}
