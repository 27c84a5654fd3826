package org.crosstally.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.agreement.Revisions;
import org.crosstally.balance.Balance;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.figure.Catalogue;
import org.crosstally.reconcile.Conflicts;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;

/**
 * A table of a paper, before it is known what it is written in: columns that say what they hold,
 * cells with number, uncertainty and notes. A {@link TableRenderer} writes it.
 *
 * <p>Immutable. Texts may hold anything; each renderer escapes them.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * Reconciliation yearly = Reconciler.byLineage().reconcile(figures.yearly());
 * ReportTable table = ReportTable.reconciled(yearly);
 * table.save(Path.of("reconciled.tex"));
 * System.out.println(TableRenderer.markdown().with(Rounding.BY_UNCERTAINTY).render(table));
 * }</pre>
 *
 * @param name a short name of lower-case letters, digits and hyphens, for labels and anchors
 * @param caption what the table shows, as sentences
 * @param columns the columns
 * @param rows the rows, with a cell for each column
 * @param remarks notes on the table as a whole, as sentences
 */
public record ReportTable(
    String name,
    String caption,
    List<Column> columns,
    List<List<Cell>> rows,
    List<String> remarks) {

  /**
   * Copies the lists.
   *
   * @param name a short name of lower-case letters, digits and hyphens
   * @param caption what the table shows, as sentences
   * @param columns the columns
   * @param rows the rows, with a cell for each column
   * @param remarks notes on the table as a whole, as sentences
   * @throws IllegalArgumentException if the name has other characters, if there is no column, or if
   *     a row has another number of cells
   */
  public ReportTable {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name; accepted are lower-case letters, digits and hyphens");
    }
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table has a column: " + name);
    }
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + columns.size() + " columns: " + row);
      }
    }
  }

  /**
   * A column.
   *
   * @param heading the words above it
   * @param kind what it holds
   */
  public record Column(String heading, Kind kind) {}

  /** What a column holds, and with it how numbers without an uncertainty are rounded. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** Words in sentences, which are broken into lines. */
    PROSE,
    /** Quantities in one unit: printed to ten significant digits at most, a whole one whole. */
    QUANTITY,
    /** Per cent: printed to one decimal. */
    PERCENT,
    /** Statistics: printed to four significant digits, a whole one whole. */
    STATISTIC,
    /** Probabilities: printed to three decimals, and as {@code <0.001} below that. */
    PROBABILITY
  }

  /**
   * A cell.
   *
   * @param content what it holds
   * @param notes notes on it, such as {@code provisional}; equal ones of a table share a mark
   */
  public record Cell(Content content, List<String> notes) {
    /**
     * Copies the notes.
     *
     * @param content what it holds
     * @param notes notes on it
     */
    public Cell {
      notes = notes.stream().filter(note -> !note.isBlank()).distinct().toList();
    }

    /**
     * Words.
     *
     * @param words the words
     * @return a cell without notes
     */
    public static Cell of(String words) {
      return new Cell(new Words(words), List.of());
    }

    /**
     * A number without uncertainty.
     *
     * @param value the number
     * @return a cell without notes
     * @throws IllegalArgumentException if the number is not finite
     */
    public static Cell of(double value) {
      return new Cell(new Quantity(value, OptionalDouble.empty(), Optional.empty()), List.of());
    }

    /**
     * A number with an interval.
     *
     * @param value the number
     * @param low the lower end of the interval
     * @param high the upper end of the interval
     * @return a cell without notes
     * @throws IllegalArgumentException if a number is not finite, or the value not in the interval
     */
    public static Cell of(double value, double low, double high) {
      return new Cell(
          new Quantity(value, OptionalDouble.empty(), Optional.of(new Ends(low, high))), List.of());
    }

    /**
     * Nothing.
     *
     * @param why why there is nothing, which becomes a note; blank where that needs no words
     * @return a cell
     */
    public static Cell none(String why) {
      return new Cell(new Nothing(), List.of(why));
    }

    /**
     * This cell with a further note.
     *
     * @param note the note; a blank one is none
     * @return the changed copy
     */
    public Cell noted(String note) {
      return new Cell(
          content,
          java.util.stream.Stream.concat(notes.stream(), java.util.stream.Stream.of(note))
              .toList());
    }
  }

  /** What a cell holds. */
  public sealed interface Content {}

  /**
   * Words.
   *
   * @param text the words, as they are
   */
  public record Words(String text) implements Content {}

  /**
   * A number.
   *
   * @param value the number
   * @param standardUncertainty its standard uncertainty, not negative; empty where none is stated
   * @param interval its interval; empty where it has none
   */
  public record Quantity(double value, OptionalDouble standardUncertainty, Optional<Ends> interval)
      implements Content {
    /**
     * Checks the numbers.
     *
     * @param value the number
     * @param standardUncertainty its standard uncertainty
     * @param interval its interval
     * @throws IllegalArgumentException if a number is not finite, the uncertainty negative, or the
     *     value not in the interval
     */
    public Quantity {
      double uncertainty = standardUncertainty.orElse(0);
      if (!Double.isFinite(value) || !Double.isFinite(uncertainty) || uncertainty < 0) {
        throw new IllegalArgumentException("no number of a table: " + value + "±" + uncertainty);
      }
      if (interval.filter(ends -> value < ends.low() || value > ends.high()).isPresent()) {
        throw new IllegalArgumentException(value + " is outside its interval " + interval.get());
      }
    }
  }

  /**
   * The ends of an interval.
   *
   * @param low the lower end
   * @param high the upper end
   */
  public record Ends(double low, double high) {
    /**
     * Checks the ends.
     *
     * @param low the lower end
     * @param high the upper end
     * @throws IllegalArgumentException if an end is not finite, or they are in the wrong order
     */
    public Ends {
      if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
        throw new IllegalArgumentException("no interval of a table: " + low + " to " + high);
      }
    }
  }

  /** Nothing; the notes of the cell may say why. */
  public record Nothing() implements Content {}

  /** How much a table of conflicts says. */
  public enum Detail {
    /** The numbers and the cause in a word. */
    NUMBERS,
    /** The finding in words, too. */
    FINDINGS
  }

  /**
   * The reconciled values.
   *
   * @param reconciliation a reconciliation
   * @return a row for each cell: period, number with interval, figures, how many of them were set
   *     aside, origins and rule; a number that is provisional has a note. Where the figures are
   *     about several series, measure, part and definition stand before them
   */
  public static ReportTable reconciled(Reconciliation reconciliation) {
    return ReconciledRows.table(reconciliation);
  }

  /**
   * The figures that differ from the number that stands.
   *
   * @param conflicts the conflicts
   * @param detail how much it says
   * @return a row for each conflict: figure, source, date, period, what is printed, what stands,
   *     the difference and the cause; a figure that is provisional, a forecast, or taken for a slip
   *     has a note. In LaTeX this is a table for a page in landscape
   */
  public static ReportTable conflicts(Conflicts conflicts, Detail detail) {
    return ConflictRows.table(conflicts, detail);
  }

  /**
   * The change on the year before.
   *
   * @param changes the changes
   * @return a row for each period: number, base, change, and change in per cent with interval;
   *     where there is none, or it rests on a provisional number, a note says so
   */
  public static ReportTable yearOverYear(YearOverYear changes) {
    return ChangeRows.table(changes);
  }

  /**
   * The estimators side by side.
   *
   * @param panel a panel
   * @return a row for each method: estimate, standard error, interval; the recommended one has a
   *     note with the reason
   */
  public static ReportTable panel(ConsensusPanel panel) {
    return PanelRows.table(panel);
  }

  /**
   * What the procedures for trends found.
   *
   * @param report a report on a trend
   * @return a row for each number; the verdict is the remark
   */
  public static ReportTable trend(TrendReport report) {
    return TrendRows.table(report);
  }

  /**
   * How each origin revised its figures.
   *
   * @param revisions the revisions
   * @param catalogue what is known about sources and measures
   * @return a row for each series and comparison: pairs, mean, mean absolute and relative mean
   *     absolute revision, largest revisions, test of bias, and news or noise
   */
  public static ReportTable revisions(Revisions revisions, Catalogue catalogue) {
    return RevisionRows.table(revisions, catalogue);
  }

  /**
   * What a balance makes of each figure.
   *
   * @param balance a balance
   * @return a row for each figure: what it states, what the balance says, the adjustment in
   *     uncertainties, and what the other figures predict, with interval; a figure that took no
   *     part has a note
   */
  public static ReportTable adjustments(Balance balance) {
    return AdjustmentRows.table(balance);
  }

  /**
   * Writes the table by the default renderer of the file's ending.
   *
   * @param file the file; its name ends in {@code .tex}, {@code .md}, {@code .html} or {@code
   *     .csv}; missing folders are made
   * @throws IllegalArgumentException if the name has another ending
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    TableRenderer.of(file).save(this, file);
  }
}
