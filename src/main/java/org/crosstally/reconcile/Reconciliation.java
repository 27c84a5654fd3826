package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import tech.tablesaw.api.Table;

/**
 * The outcome of reconciling a table of figures, cell by cell. Every figure of the table is
 * accounted for exactly once.
 *
 * <p>Immutable.
 */
public final class Reconciliation {
  private final List<CellOutcome> outcomes;
  private final Map<Cell, CellOutcome> byCell = new HashMap<>();
  private final Catalogue catalogue;

  Reconciliation(List<CellOutcome> outcomes, Catalogue catalogue) {
    this.outcomes = List.copyOf(outcomes);
    this.catalogue = catalogue;
    outcomes.forEach(outcome -> byCell.put(outcome.cell(), outcome));
  }

  /**
   * A reconciliation that another way of reconciling makes of its outcomes.
   *
   * @param outcomes the outcomes, each of another cell
   * @param catalogue what is known about sources, documents and measures
   * @return the reconciliation, in the natural order of the cells
   * @throws IllegalArgumentException if two outcomes are of one cell
   */
  public static Reconciliation of(List<CellOutcome> outcomes, Catalogue catalogue) {
    List<CellOutcome> ordered =
        outcomes.stream().sorted(Comparator.comparing(CellOutcome::cell)).toList();
    Reconciliation made = new Reconciliation(ordered, catalogue);
    if (made.byCell.size() < ordered.size()) {
      throw new IllegalArgumentException("two outcomes are of one cell");
    }
    return made;
  }

  /**
   * The outcome of every cell.
   *
   * @return the outcomes in the natural order of their cells
   */
  public List<CellOutcome> outcomes() {
    return outcomes;
  }

  /**
   * What is known about sources, documents and measures.
   *
   * @return the catalogue
   */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The outcome of a cell.
   *
   * @param cell a cell
   * @return the outcome; empty where no figure is about the cell
   */
  public Optional<CellOutcome> outcome(Cell cell) {
    return Optional.ofNullable(byCell.get(cell));
  }

  /**
   * The outcome for a period, where the figures are about one series.
   *
   * @param period a period
   * @return the outcome; empty where no figure is about the period
   * @throws IllegalStateException if the figures are about several series
   */
  public Optional<CellOutcome> outcome(Period period) {
    return outcomesOfPeriod(period).stream().findFirst();
  }

  private List<CellOutcome> outcomesOfPeriod(Period period) {
    List<CellOutcome> found =
        outcomes.stream().filter(o -> o.cell().period().equals(period)).toList();
    if (found.size() > 1) {
      throw new IllegalStateException(
          "several cells are about "
              + period
              + ": "
              + found.stream().map(CellOutcome::cell).toList()
              + "; filter the figures, or ask for one cell");
    }
    return found;
  }

  /**
   * What became of each figure.
   *
   * @return one account for each figure, in the order of the cells and ids
   */
  public List<Account> accounts() {
    return outcomes.stream().flatMap(o -> o.accounts().stream()).toList();
  }

  /**
   * How the number for a period came about, where the figures are about one series.
   *
   * @param period a period
   * @return the explanation
   * @throws IllegalStateException if the figures are about several series
   * @throws IllegalArgumentException if no figure is about the period
   */
  public Explanation explain(Period period) {
    return explain(
        outcome(period)
            .orElseThrow(() -> new IllegalArgumentException("no figure is about " + period)));
  }

  /**
   * How the number of a cell came about.
   *
   * @param cell a cell
   * @return the explanation
   * @throws IllegalArgumentException if no figure is about the cell
   */
  public Explanation explain(Cell cell) {
    return explain(
        outcome(cell)
            .orElseThrow(() -> new IllegalArgumentException("no figure is about " + cell)));
  }

  private Explanation explain(CellOutcome outcome) {
    return new Explainer(outcome, catalogue).explain();
  }

  /**
   * Every figure that differs from the number that stands. A figure under another definition is
   * compared with the number under the measure's own definition.
   *
   * @return the conflicts
   */
  public Conflicts conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      Optional<CellOutcome> ownDefinition =
          outcome.cell().basis().isEmpty()
              ? Optional.empty()
              : outcome(withoutBasis(outcome.cell())).filter(o -> o.estimate().isPresent());
      for (Account account : outcome.accounts()) {
        Differences.conflict(outcome, account, ownDefinition).ifPresent(conflicts::add);
      }
    }
    return new Conflicts(conflicts, catalogue);
  }

  private static Cell withoutBasis(Cell cell) {
    return new Cell(cell.measure(), cell.dimensions(), cell.period(), "");
  }

  /**
   * The reconciled values of the single calendar years, where the figures are about one series.
   * Years between the first and the last without a number are kept as absent, with the reason.
   *
   * @return the series
   * @throws IllegalStateException if the figures are about several series, or about none
   */
  public TimeSeries series() {
    return series(Period.Length.YEAR);
  }

  /**
   * The reconciled values of the periods of some lengths, where the figures are about one series.
   * With years and parts of years together, the change from year to year compares a part with the
   * same months.
   *
   * @param length the length of the periods
   * @param more further lengths
   * @return the series, in which a period without a number is absent with the reason
   * @throws IllegalStateException if the figures are about several series, or about none
   */
  public TimeSeries series(Period.Length length, Period.Length... more) {
    Set<Period.Length> lengths = EnumSet.of(length, more);
    List<CellOutcome> chosen =
        outcomes.stream().filter(o -> lengths.contains(o.cell().period().length())).toList();
    if (chosen.isEmpty()) {
      throw new IllegalStateException("no figure is about a period of the length " + lengths);
    }
    Cell first = chosen.get(0).cell();
    chosen.forEach(outcome -> requireSameSeries(first, outcome.cell()));
    SortedMap<Period, Observation> observations = new TreeMap<>();
    chosen.forEach(outcome -> observations.put(outcome.cell().period(), observation(outcome)));
    if (lengths.contains(Period.Length.YEAR)) {
      fillYears(observations);
    }
    Measure measure = catalogue.measure(first.measure());
    return new TimeSeries(
        measure.label(), measure.kind(), unit(chosen), List.copyOf(observations.values()));
  }

  private static void requireSameSeries(Cell first, Cell other) {
    if (!other.at(first.period()).equals(first)) {
      throw new IllegalStateException(
          "a series is about one quantity; these are two: "
              + first
              + " and "
              + other
              + "; filter the figures");
    }
  }

  private static Unit unit(List<CellOutcome> outcomes) {
    List<Unit> units =
        outcomes.stream()
            .filter(o -> o.estimate().isPresent())
            .map(CellOutcome::unit)
            .distinct()
            .toList();
    if (units.size() > 1) {
      throw new IllegalStateException(
          "the values are in different units: " + units.stream().map(Unit::format).toList());
    }
    return units.isEmpty() ? outcomes.get(0).unit() : units.get(0);
  }

  private static Observation observation(CellOutcome outcome) {
    Period period = outcome.cell().period();
    return outcome
        .reconciled()
        .<Observation>map(r -> new Observation.Present(period, r.estimate(), r.status()))
        .orElseGet(() -> new Observation.Absent(period, outcome.result().rule()));
  }

  private static void fillYears(SortedMap<Period, Observation> observations) {
    int first = observations.firstKey().end().getYear();
    int last = observations.lastKey().end().getYear();
    for (int year = first; year <= last; year++) {
      Period period = Period.ofYear(year);
      observations.computeIfAbsent(period, p -> new Observation.Absent(p, "no figure"));
    }
  }

  /**
   * The figures of one role, with their accounts.
   *
   * @param role a role
   * @return those figures, in the order of the cells and ids
   */
  public List<Figure> figures(Role role) {
    return accounts().stream().filter(a -> a.role() == role).map(Account::figure).toList();
  }

  /**
   * The outcome as a table.
   *
   * @return a table with the columns period, estimate, low, high, figures, origins, status, rule;
   *     where the figures are about several series, the columns measure, dimensions and basis stand
   *     before them
   */
  public Table toTable() {
    return ReconciliationTables.of(this);
  }
}
