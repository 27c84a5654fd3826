package org.crosstally.balance;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.crosstally.balance.BalancedValue.IdentifiedBy;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;
import tech.tablesaw.api.Table;

/**
 * What all reports of a system say together: the flow that they agree on best, what it says of any
 * cell and of each figure, and which figures cannot all be true.
 *
 * <p>Immutable to its users; the sets and the predictions are made when they are first asked for.
 */
public final class Balance {
  static final double COVERAGE = 0.975;

  private final Catalogue catalogue;
  private final AccountingRules rules;
  private final Gaps gaps;
  private final Contradictions contradictions;
  private final Solver solver;
  private final Estimation estimation;
  private final ConvergenceProof proof;
  private final SetDescriptions words;
  private final Map<FlowKey, WholeNumbers> whole = new ConcurrentHashMap<>();
  private final List<ImpossibleSet> impossible;
  private final List<ImpossibleSet> revisions;

  Balance(
      Catalogue catalogue,
      AccountingRules rules,
      Gaps gaps,
      Contradictions contradictions,
      Solver solver,
      Solver.Solution solution) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.gaps = gaps;
    this.contradictions = contradictions;
    this.solver = solver;
    this.estimation = solution.estimation();
    this.proof = solution.proof();
    this.words = new SetDescriptions(estimation::value);
    this.impossible = contradictions.result().sets().stream().map(words::describe).toList();
    this.revisions = contradictions.result().revisions().stream().map(words::describe).toList();
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
   * The rules under which the reports were balanced.
   *
   * @return the rules
   */
  public AccountingRules rules() {
    return rules;
  }

  /**
   * The sets of figures that cannot all be true, of least size each, the smallest first. A set with
   * a forecast or with a figure that was taken for a slip has one of them only.
   *
   * @return the sets; none where all can be true
   */
  public List<ImpossibleSet> impossible() {
    return impossible;
  }

  /**
   * The sets that could not all be true if they were of one date, but of which one figure is of an
   * earlier date than the others, and true of what its origin counted then.
   *
   * @return the sets
   */
  public List<ImpossibleSet> revisions() {
    return revisions;
  }

  /** Whether a list of sets has all there are. */
  public enum Completeness {
    /**
     * All minimal sets among the figures that take part were found. Of a forecast, and of a figure
     * taken for a slip, one set is enough.
     */
    ALL,
    /**
     * Some were found: a limit ended the search, or several figures contradict the rest, and sets
     * with two of them may have been missed.
     */
    SOME
  }

  /**
   * Whether {@link #impossible()} has all minimal sets.
   *
   * @return {@link Completeness#SOME} where there may be more
   */
  public Completeness completeness() {
    return contradictions.result().isComplete() ? Completeness.ALL : Completeness.SOME;
  }

  /**
   * The figures, and what the balance makes of each.
   *
   * @return one adjustment for each figure with a meaning in the accounts, in the order of their
   *     ids
   */
  public List<Adjustment> adjustments() {
    return new Adjustments(contradictions.reports(), rules, solver, estimation, gaps).list();
  }

  /**
   * What the reports together say of a cell: a flow over its period, or a stock as of its end.
   *
   * @param cell the cell; its basis is joined as the rules say
   * @return the value, with the reason where there is none
   */
  public BalancedValue value(Cell cell) {
    Optional<LatentFlow> flow = flow(cell);
    Optional<LatentFlow.Section> section = flow.flatMap(f -> section(f, cell));
    if (section.isEmpty()) {
      return new BalancedValue(
          cell,
          Outcome.undetermined(
              flow.isPresent() ? BalanceReason.BEYOND_THE_REPORTS : BalanceReason.NO_SUCH_FLOW),
          Interval.all(),
          IdentifiedBy.NOTHING,
          List.of(),
          List.of());
    }
    return value(cell, flow.get(), section.get());
  }

  /**
   * What the reports together say of a flow over a period, or of a stock as of its end.
   *
   * @param measure the id of a flow, or of a stock that the rules declare
   * @param dimensions the dimension values
   * @param period the period
   * @return the value under the measure's own definition
   */
  public BalancedValue value(String measure, Dimensions dimensions, Period period) {
    return value(new Cell(measure, dimensions, period, ""));
  }

  /**
   * The balanced value of a cell in whole numbers, by controlled rounding: over periods and parts
   * that do not overlap, the whole values add up to the whole value of the total.
   *
   * @param cell the cell
   * @return the whole number; undetermined as {@link #value(Cell)} says
   */
  public Outcome<Long> wholeNumber(Cell cell) {
    Optional<LatentFlow> flow = flow(cell);
    Optional<LatentFlow.Section> section = flow.flatMap(f -> section(f, cell));
    if (section.isEmpty()) {
      return Outcome.undetermined(
          flow.isPresent() ? BalanceReason.BEYOND_THE_REPORTS : BalanceReason.NO_SUCH_FLOW);
    }
    if (!estimation.isDetermined(section.get().form(), gaps)) {
      return Outcome.undetermined(BalanceReason.NOT_IDENTIFIED);
    }
    WholeNumbers numbers =
        whole.computeIfAbsent(
            flow.get().key(), k -> new WholeNumbers(flow.get(), estimation::value));
    return Outcome.of(numbers.value(section.get().form()));
  }

  private Optional<LatentFlow> flow(Cell cell) {
    ReportReader reader = contradictions.reports().reader();
    return reader
        .flowOf(cell.measure())
        .flatMap(
            flow ->
                contradictions
                    .reports()
                    .flows()
                    .flow(
                        new FlowKey(
                            flow,
                            reader.usualUnit(flow),
                            reader.withoutParts(cell.dimensions()),
                            rules.basis(cell.basis()))));
  }

  private Optional<LatentFlow.Section> section(LatentFlow flow, Cell cell) {
    boolean isStock = !flow.key().measure().equals(cell.measure());
    Period period = isStock ? Period.upTo(cell.period().end()) : cell.period();
    Dimensions parts = contradictions.reports().reader().parts(cell.dimensions());
    return flow.matching(parts).isEmpty() ? Optional.empty() : flow.over(parts, period);
  }

  private BalancedValue value(Cell cell, LatentFlow flow, LatentFlow.Section section) {
    Form form = section.form();
    Interval possible = possible(form);
    if (!estimation.isDetermined(form, gaps)) {
      boolean isPinned = possible.isBounded() && possible.width() < 1e-9;
      return new BalancedValue(
          cell,
          isPinned
              ? Outcome.of(Estimate.exact(possible.low()))
              : Outcome.undetermined(BalanceReason.NOT_IDENTIFIED),
          possible,
          isPinned ? IdentifiedBy.BOUNDS : IdentifiedBy.NOTHING,
          List.of(),
          isPinned ? List.of() : new Identifiers(estimation.fit().space()).of(cell, flow, form));
    }
    IdentifiedBy by =
        !estimation.isReported(form)
            ? IdentifiedBy.SMOOTHNESS
            : switch (section.need()) {
              case NOTHING -> IdentifiedBy.REPORTS;
              case EVEN_RATE -> IdentifiedBy.EVEN_RATE;
              case INDICATOR -> IdentifiedBy.INDICATOR;
            };
    List<Figure> figures =
        estimation.restsOn(form).stream().map(i -> solver.equationOfFit(i).figure()).toList();
    return new BalancedValue(
        cell, Outcome.of(interval(form, by, possible)), possible, by, figures, List.of());
  }

  /** The 95 per cent interval, as far as the words of the reports allow it. */
  private Estimate interval(Form form, IdentifiedBy by, Interval possible) {
    double value = estimation.value(form);
    double half = estimation.uncertainty(form) * quantile(by);
    double tiny = 1e-9 * Math.max(1, Math.abs(value));
    double low = half <= tiny ? value : Math.max(value - half, Math.min(value, possible.low()));
    double high = half <= tiny ? value : Math.min(value + half, Math.max(value, possible.high()));
    Set<Estimate.Component> covers = EnumSet.noneOf(Estimate.Component.class);
    if (low < high) {
      covers.add(Estimate.Component.ROUNDING);
      if (!contradictions.amongUsed().isEmpty()) {
        covers.add(Estimate.Component.ORIGINS);
      }
    }
    return new Estimate(value, low, high, covers);
  }

  private double quantile(IdentifiedBy by) {
    int degrees = estimation.degreesOfFilling();
    return by == IdentifiedBy.SMOOTHNESS && degrees > 0
        ? new TDistribution(null, degrees).inverseCumulativeProbability(COVERAGE)
        : Adjustments.normal();
  }

  private synchronized Interval possible(Form form) {
    Optional<double[]> range = contradictions.finder().range(form, contradictions.contested());
    if (range.isEmpty()) {
      return Interval.all();
    }
    double low = BalanceTables.rounded(range.get()[0]);
    double high = BalanceTables.rounded(range.get()[1]);
    return low <= high ? new Interval(low, high, false, false) : Interval.point((low + high) / 2);
  }

  /**
   * The figures whose bounds or directions bind: without them the balanced flow would be another.
   *
   * @return the figures, without what merely must not be negative
   */
  public List<Figure> binding() {
    return estimation.binding().stream()
        .flatMap(inequality -> inequality.report().stream())
        .map(Report::figure)
        .distinct()
        .toList();
  }

  /**
   * The chi-square of the balance: the squares of all adjustments in units of their uncertainties.
   *
   * @return the sum; it has as many degrees of freedom as equations follow from others
   */
  public double chiSquare() {
    return estimation.fit().chiSquare();
  }

  /**
   * How many equations follow from others, so that they can contradict them.
   *
   * @return the degrees of freedom of {@link #chiSquare()}
   */
  public int degreesOfFreedom() {
    return estimation.fit().redundancy();
  }

  /**
   * That the solution is one: how near it is to the minimum of the squares of all adjustments.
   *
   * @return the proof
   */
  public ConvergenceProof convergence() {
    return proof;
  }

  ImpossibleSet describe(MinimalSet set) {
    return words.describe(set);
  }

  /** The reports as they were read, and what contradicts what. */
  Contradictions contradictions() {
    return contradictions;
  }

  /**
   * The adjustments as a table.
   *
   * @return a table with the columns figure_id, use, stated, balanced, in_uncertainties, leverage,
   *     leave_one_out, leave_one_out_low, leave_one_out_high
   */
  public Table toTable() {
    return BalanceTables.adjustments(this);
  }
}
