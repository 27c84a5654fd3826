package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.Accounting;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.TimeSeries;

/**
 * Balances all reports of a table at once. Each figure that the rules give a meaning is an equation
 * or an inequality on one latent flow: a sum over a period, a mean rate times its length, a stock
 * as all that flowed until its day, a share or a change as a quotient of two sums, a bound, a range
 * or a direction. What they agree on best is found by weighted least squares (Stone, Champernowne
 * and Meade 1942) under the inequalities; what cannot all be true is named in sets of least size.
 *
 * <p>Unknown is the flow between the days at which some period begins or ends, no finer, for each
 * combination of parts. An exact number has no uncertainty, a rounded one that of its rounding, a
 * mean rate or percentage that of its last printed digit. Of each cell the latest vintage of an
 * origin takes part, as reconciling by lineage finds it; forecasts and slips of the pen take none
 * and are compared with the result. Exact numbers that contradict each other take part with an
 * uncertainty of the size of the contradiction.
 *
 * <p>Immutable and safe to share between threads; every verb returns a new balancer.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * AccountingRules rules = AccountingRules.none().stockOf("residents", "value").nonNegative("value");
 * Balance balance = Balancer.under(rules).balance(figures).orElseThrow();
 * System.out.println(balance.toTable());
 * }</pre>
 */
public final class Balancer implements Accounting {
  /** How many standard uncertainties a measured value may be off without being impossible. */
  static final double FAR = 6;

  private static final int SETS = 25;

  private final AccountingRules rules;
  private final Robustness robustness;
  private final Gaps gaps;
  private final List<Period> resolved;
  private final SortedMap<String, DailyShape> shapes;
  private final SortedMap<String, Double> origins;
  private final int sets;

  private Balancer(
      AccountingRules rules,
      Robustness robustness,
      Gaps gaps,
      List<Period> resolved,
      SortedMap<String, DailyShape> shapes,
      SortedMap<String, Double> origins,
      int sets) {
    this.rules = rules;
    this.robustness = robustness;
    this.gaps = gaps;
    this.resolved = List.copyOf(resolved);
    this.shapes = Collections.unmodifiableSortedMap(shapes);
    this.origins = Collections.unmodifiableSortedMap(origins);
    this.sets = sets;
  }

  /**
   * A balancer by least squares that leaves open what the reports leave open.
   *
   * @param rules what belongs together
   * @return the balancer
   */
  public static Balancer under(AccountingRules rules) {
    return new Balancer(
        rules,
        Robustness.LEAST_SQUARES,
        Gaps.LEAVE_OPEN,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        SETS);
  }

  /**
   * Chooses how much weight an equation keeps that lies far from the others.
   *
   * @param choice the choice; {@link Robustness#LEAST_SQUARES} unless this is called
   * @return a balancer with that option
   */
  public Balancer with(Robustness choice) {
    return new Balancer(rules, choice, gaps, resolved, shapes, origins, sets);
  }

  /**
   * Chooses what becomes of numbers that the reports leave open.
   *
   * @param choice the choice; {@link Gaps#LEAVE_OPEN} unless this is called
   * @return a balancer with that option
   */
  public Balancer with(Gaps choice) {
    return new Balancer(rules, robustness, choice, resolved, shapes, origins, sets);
  }

  /**
   * Tells periods apart that the reports do not, such as the quarters of a year, so that they are
   * no longer parts of a stretch with an even rate.
   *
   * @param periods periods
   * @return a balancer that tells them apart, and those that it told apart before
   */
  public Balancer resolving(Collection<Period> periods) {
    List<Period> all = new ArrayList<>(resolved);
    all.addAll(periods);
    return new Balancer(rules, robustness, gaps, all, shapes, origins, sets);
  }

  /**
   * Spreads a flow over the days that the reports do not tell apart, and fills what they leave
   * open, in proportion to an indicator: its daily rate is a multiple of that of the indicator
   * wherever this covers the whole stretch between two days that reports tell apart, and even
   * elsewhere.
   *
   * @param flow the id of a measure
   * @param indicator a flow, or a level or ratio that lasts throughout each period
   * @return a balancer that knows it
   * @throws IllegalArgumentException if the indicator is a stock, has a negative value, or periods
   *     that are open or overlap
   */
  public Balancer indicator(String flow, TimeSeries indicator) {
    SortedMap<String, DailyShape> more = new TreeMap<>(shapes);
    more.put(flow, DailyShape.of(indicator));
    return new Balancer(rules, robustness, gaps, resolved, more, origins, sets);
  }

  /**
   * Tells how far an origin's counts are off.
   *
   * @param origin the id of a source
   * @param relative the standard uncertainty of its numbers, as a part of them, not negative
   * @return a balancer that knows it
   * @throws IllegalArgumentException if the uncertainty is negative or no number
   */
  public Balancer uncertainty(String origin, double relative) {
    if (!(relative >= 0) || Double.isInfinite(relative)) {
      throw new IllegalArgumentException("a standard uncertainty is not negative: " + relative);
    }
    SortedMap<String, Double> more = new TreeMap<>(origins);
    more.put(origin, relative);
    return new Balancer(rules, robustness, gaps, resolved, shapes, more, sets);
  }

  /**
   * Limits how many impossible sets are looked for with each report that contradicts the others.
   *
   * @param number the number, at least 1; 25 unless this is called
   * @return a balancer with that limit
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Balancer setsPerReport(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("at least one set is looked for, not " + number);
    }
    return new Balancer(rules, robustness, gaps, resolved, shapes, origins, number);
  }

  /**
   * Balances the figures of a table.
   *
   * @param table the figures; their order does not matter
   * @return the balance; {@code NO_REPORTS} where no figure has a meaning. Shares and changes on
   *     which the solution does not settle, or of which it cannot be proved, are left out of it, as
   *     {@link Use#UNSETTLED}; where that does not help, {@code NOT_CONVERGED}
   */
  public Outcome<Balance> balance(FigureTable table) {
    Reports reports = ReportReader.read(table, rules, resolved, shapes, Standings.of(table, rules));
    if (reports.list().isEmpty()) {
      return Outcome.undetermined(BalanceReason.NO_REPORTS);
    }
    Contradictions contradictions = Contradictions.of(reports, rules, sets);
    Solver solver = new Solver(contradictions, rules, robustness, gaps, origins);
    Outcome<Solver.Solution> solution = solver.solve();
    return solution.whyNot().isPresent()
        ? Outcome.undetermined(solution.whyNot().get())
        : Outcome.of(
            new Balance(
                table.catalogue(), rules, gaps, contradictions, solver, solution.orElseThrow()));
  }

  /**
   * What {@code Reconciler.byAccounting} asks for: by the balance of all, the outcome of every cell
   * that figures are about and of the periods that this balancer tells apart.
   *
   * @param table the figures
   * @return the outcome
   */
  @Override
  public Reconciliation reconcile(FigureTable table) {
    return new AccountingReconciliation(this, resolved).reconcile(table);
  }
}
