package org.crosstally.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Ends;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.report.ReportTable.Nothing;
import org.crosstally.report.ReportTable.Quantity;
import org.crosstally.report.ReportTable.Words;

/**
 * A table as it is printed: numbers rounded, their uncertainty in columns or beside them, notes
 * with their marks.
 *
 * @param columns the columns
 * @param rows the rows, with an entry for each column
 * @param notes the notes by their marks, in the order in which a reader meets them
 */
record Grid(List<Head> columns, List<List<Entry>> rows, Map<String, String> notes) {
  private static final double SMALLEST_P = 0.001;

  /** A printed column. */
  record Head(String heading, Kind kind) {
    boolean isNumeric() {
      return kind != Kind.TEXT && kind != Kind.PROSE;
    }
  }

  /** A printed cell with the marks of its notes, and the notes themselves. */
  record Entry(Printed printed, List<String> marks, List<String> notes) {
    static Entry of(Printed printed) {
      return new Entry(printed, List.of(), List.of());
    }
  }

  /** What a printed cell shows. */
  sealed interface Printed {}

  record Text(String text) implements Printed {}

  record Digits(Numeral numeral) implements Printed {}

  /** A number with the same distance to both ends. */
  record PlusMinus(Numeral numeral, Numeral distance) implements Printed {}

  record Asymmetric(Numeral numeral, Numeral above, Numeral below) implements Printed {}

  /** A number smaller than the smallest that is printed. */
  record Below(Numeral limit) implements Printed {}

  record Empty() implements Printed {}

  static Grid of(ReportTable table, Rounding rounding, IntervalLayout layout) {
    return new Layout(table, rounding, layout).grid();
  }

  /** Lays a table out. */
  private static final class Layout {
    private final ReportTable table;
    private final Rounding rounding;
    private final IntervalLayout layout;
    private final Map<String, String> markOf = new LinkedHashMap<>();

    Layout(ReportTable table, Rounding rounding, IntervalLayout layout) {
      this.table = table;
      this.rounding = rounding;
      this.layout = layout;
    }

    Grid grid() {
      List<Head> heads = new ArrayList<>();
      for (int c = 0; c < table.columns().size(); c++) {
        Column column = table.columns().get(c);
        heads.add(new Head(column.heading(), column.kind()));
        if (hasOwnColumn(c, Part.UNCERTAINTY)) {
          heads.add(new Head("standard error", column.kind()));
        }
        if (hasOwnColumn(c, Part.ENDS)) {
          heads.add(new Head("low", column.kind()));
          heads.add(new Head("high", column.kind()));
        }
      }
      List<List<Entry>> rows = new ArrayList<>();
      for (List<Cell> row : table.rows()) {
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
          append(entries, c, row.get(c));
        }
        rows.add(entries);
      }
      Map<String, String> notes = new LinkedHashMap<>();
      markOf.forEach((note, mark) -> notes.put(mark, note));
      return new Grid(heads, rows, notes);
    }

    private enum Part {
      UNCERTAINTY,
      ENDS
    }

    /** Of a number with both, a cell has room for the uncertainty only. */
    private boolean hasOwnColumn(int column, Part part) {
      boolean hasUncertainty =
          numbers(column).stream().anyMatch(n -> n.standardUncertainty().isPresent());
      boolean hasEnds = numbers(column).stream().anyMatch(n -> n.interval().isPresent());
      return switch (part) {
        case UNCERTAINTY -> hasUncertainty && layout == IntervalLayout.COLUMNS;
        case ENDS -> hasEnds && (layout == IntervalLayout.COLUMNS || hasUncertainty);
      };
    }

    private List<Quantity> numbers(int column) {
      return table.rows().stream()
          .map(row -> row.get(column).content())
          .filter(Quantity.class::isInstance)
          .map(Quantity.class::cast)
          .toList();
    }

    private void append(List<Entry> entries, int column, Cell cell) {
      List<String> marks = cell.notes().stream().map(this::mark).toList();
      Optional<Quantity> number =
          cell.content() instanceof Quantity n ? Optional.of(n) : Optional.empty();
      entries.add(new Entry(printed(column, cell), marks, cell.notes()));
      if (hasOwnColumn(column, Part.UNCERTAINTY)) {
        entries.add(
            number
                .filter(n -> n.standardUncertainty().isPresent())
                .map(n -> part(column, n, n.standardUncertainty().getAsDouble()))
                .orElse(Entry.of(new Text(""))));
      }
      if (hasOwnColumn(column, Part.ENDS)) {
        Optional<Quantity> wide = number.filter(n -> n.interval().isPresent());
        entries.add(
            wide.map(n -> part(column, n, n.interval().get().low()))
                .orElse(Entry.of(new Text(""))));
        entries.add(
            wide.map(n -> part(column, n, n.interval().get().high()))
                .orElse(Entry.of(new Text(""))));
      }
    }

    private Entry part(int column, Quantity number, double value) {
      return Entry.of(new Digits(digits(column, number).of(value)));
    }

    private Numeral.Digits digits(int column, Quantity number) {
      return new Numeral.Digits(number, table.columns().get(column).kind(), rounding);
    }

    private String mark(String note) {
      return markOf.computeIfAbsent(note, n -> letters(markOf.size()));
    }

    /** a to z, then aa, ab and so on. */
    private static String letters(int index) {
      String last = String.valueOf((char) ('a' + index % 26));
      return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private Printed printed(int column, Cell cell) {
      if (cell.content() instanceof Words words) {
        return new Text(words.text());
      }
      if (cell.content() instanceof Nothing) {
        return new Empty();
      }
      Quantity number = (Quantity) cell.content();
      Numeral.Digits digits = digits(column, number);
      Numeral value = digits.of(number.value());
      boolean isSmall =
          table.columns().get(column).kind() == Kind.PROBABILITY
              && rounding != Rounding.ALL_DIGITS
              && number.value() < SMALLEST_P;
      if (isSmall) {
        return new Below(Numeral.shortest(SMALLEST_P));
      }
      return layout == IntervalLayout.INLINE ? inline(number, digits, value) : new Digits(value);
    }

    private static Printed inline(Quantity number, Numeral.Digits digits, Numeral value) {
      if (number.standardUncertainty().isPresent()) {
        return new PlusMinus(value, digits.of(number.standardUncertainty().getAsDouble()));
      }
      Optional<Ends> ends = number.interval();
      if (ends.isEmpty()) {
        return new Digits(value);
      }
      // From the printed ends, so that a reader who adds up gets what the columns would say.
      Numeral above = digits.of(ends.get().high()).minus(value);
      Numeral below = value.minus(digits.of(ends.get().low()));
      if (above.isZero() && below.isZero()) {
        return new Digits(value);
      }
      return above.value().compareTo(below.value()) == 0
          ? new PlusMinus(value, above)
          : new Asymmetric(value, above, below);
    }
  }
}
