package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.crosstally.figure.Amount;
import org.crosstally.outcome.Outcome;

/**
 * Solves the equations of a system by successive linearisation. A solution is accepted once another
 * round changes nothing and {@link ConvergenceProof} shows that it is one; a quotient that stands
 * in the way of either is left out.
 */
final class Solver {
  private static final int ROUNDS = 100;
  private static final int ROUNDS_OF_WEIGHTS = 1000;
  private static final double SETTLED = 1e-8;
  private static final double ROBUST_SETTLED = 1e-7;

  private final Equations equations;
  private final Robustness robustness;
  private final Gaps gaps;
  private final Linearisation linear;
  private final List<Estimation.Inequality> inequalities;
  private final Set<Integer> unsettled = new TreeSet<>();
  private final Set<Integer> demoted = new TreeSet<>();
  private PartLevels levels = PartLevels.EVEN;

  Solver(
      Contradictions contradictions,
      AccountingRules rules,
      Robustness robustness,
      Gaps gaps,
      SortedMap<String, Double> origins) {
    this.equations = new Equations(contradictions, rules, robustness, origins);
    this.robustness = robustness;
    this.gaps = gaps;
    this.linear = new Linearisation(equations, robustness);
    this.inequalities = equations.inequalities();
  }

  /**
   * A solution, and the proof that it is one.
   *
   * @param estimation the solution
   * @param proof how near it is to the minimum
   */
  record Solution(Estimation estimation, ConvergenceProof proof) {}

  /**
   * Solves the system. Quotients on which it does not settle are left out one round after the
   * other; {@link #isUnsettled} tells which.
   *
   * @return the solution; {@code NOT_CONVERGED} where not even that helps
   */
  Outcome<Solution> solve() {
    if (gaps == Gaps.FILL_SMOOTHLY) {
      Optional<Solution> first = solved();
      if (first.isEmpty()) {
        return Outcome.undetermined(BalanceReason.NOT_CONVERGED);
      }
      levels = PartLevels.of(equations.flows(), first.get().estimation());
      unsettled.clear();
      restart();
      if (!demoteRoundNumbers()) {
        return Outcome.undetermined(BalanceReason.NOT_CONVERGED);
      }
    }
    return solved()
        .map(Outcome::of)
        .orElseGet(() -> Outcome.undetermined(BalanceReason.NOT_CONVERGED));
  }

  /**
   * Where smoothness may decide, a round number that says less than smoothness does is a bound and
   * no equation: its middle is no likelier than its ends.
   *
   * @return whether there is a solution without them
   */
  private boolean demoteRoundNumbers() {
    for (int i = 0; i < equations.size(); i++) {
      Report report = equations.get(i);
      boolean isRound =
          !report.allowed().isPoint() && !(report.figure().amount() instanceof Amount.Measured);
      if (isRound && !equations.isContested(report)) {
        demoted.add(i);
      }
    }
    Optional<Solution> without = solved();
    without.ifPresent(solution -> demoted.removeIf(i -> saysMore(i, solution.estimation())));
    unsettled.clear();
    restart();
    return without.isPresent();
  }

  /** Whether an equation is more certain than what is known without it. */
  private boolean saysMore(int equation, Estimation without) {
    Report report = equations.get(equation);
    Form form = report.form();
    double unit = 1;
    if (report.isQuotient()) {
      Form base = report.base().orElseThrow();
      unit = without.value(base);
      if (!isKnown(base, without) || !(unit > 0)) {
        return true;
      }
      form = form.plus(-equations.aim(equation), base);
    }
    return !isKnown(form, without)
        || without.uncertainty(form) / unit >= equations.uncertainty(equation);
  }

  private static boolean isKnown(Form form, Estimation estimation) {
    return estimation.isReported(form) || estimation.isFilled(form);
  }

  private Optional<Solution> solved() {
    while (true) {
      Optional<Estimation> settled = settle();
      Set<Integer> inTheWay = new TreeSet<>();
      if (settled.isPresent()) {
        CurvatureBound bound =
            CurvatureBound.of(equations, linear, robustness, settled.get(), fitted());
        Optional<ConvergenceProof> proof = bound.proof();
        if (proof.isPresent()) {
          return Optional.of(new Solution(settled.get(), proof.get()));
        }
        bound.mostCurved().ifPresent(inTheWay::add);
      } else {
        for (int i = 0; i < equations.size(); i++) {
          if (linear.moved(i) >= SETTLED || Double.isNaN(linear.moved(i))) {
            inTheWay.add(i);
          }
        }
      }
      if (inTheWay.isEmpty()) {
        return Optional.empty();
      }
      unsettled.addAll(inTheWay);
      restart();
    }
  }

  private Optional<Estimation> settle() {
    boolean isRobust = robustness != Robustness.LEAST_SQUARES;
    for (int round = 1; round <= (isRobust ? ROUNDS_OF_WEIGHTS : ROUNDS); round++) {
      Estimation estimation = estimation();
      double change = linear.relinearise(estimation, round, leftOut());
      double shift = linear.reweight(estimation);
      if (change < SETTLED && shift < ROBUST_SETTLED) {
        boolean isLinear = change == 0 && shift == 0;
        return Optional.of(isLinear ? estimation : estimation());
      }
      if (Double.isNaN(change) || (round >= ROUNDS && change >= SETTLED)) {
        break;
      }
    }
    return Optional.empty();
  }

  private void restart() {
    linear.restart();
  }

  private Set<Integer> leftOut() {
    Set<Integer> out = new TreeSet<>(unsettled);
    out.addAll(demoted);
    return out;
  }

  private Estimation estimation() {
    return estimation(fitted());
  }

  /** The solution without one equation, the others being linearised as they are. */
  Estimation without(int equation) {
    return estimation(fitted().stream().filter(i -> i != equation).toList());
  }

  private Estimation estimation(List<Integer> chosen) {
    List<GaussMarkov.Equation> list = chosen.stream().map(linear::equation).toList();
    List<Estimation.Inequality> bounds = new ArrayList<>(inequalities);
    demoted.forEach(i -> bounds.addAll(equations.asBounds(equations.get(i))));
    LatentFlows flows = equations.flows();
    return new Estimation(
        new GaussMarkov(list, flows.size()), flows, bounds, equations.scale(), levels);
  }

  /** The equation that a figure is one of; empty where it is none, or was left out. */
  Optional<Integer> equationOf(Report report) {
    return equations.of(report).filter(i -> !unsettled.contains(i) && !demoted.contains(i));
  }

  /** Whether a figure states a quotient on which the solution did not settle. */
  boolean isUnsettled(Report report) {
    return equations.of(report).filter(unsettled::contains).isPresent();
  }

  /** The equation that stands at a position of the fit. */
  Report equationOfFit(int position) {
    return equations.get(fitted().get(position));
  }

  /** The equations of the fit, in its order. */
  List<Integer> fitted() {
    List<Integer> fitted = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      if (!unsettled.contains(i) && !demoted.contains(i)) {
        fitted.add(i);
      }
    }
    return fitted;
  }

  /** The uncertainty with which an equation took part, in the unit of its form or quotient. */
  double uncertainty(int equation) {
    return equations.uncertainty(equation);
  }

  /** The last linearisation of an equation. */
  GaussMarkov.Equation linear(int equation) {
    return linear.equation(equation);
  }

  double denominator(int equation) {
    return linear.denominator(equation);
  }

  double ratio(int equation) {
    return linear.ratio(equation);
  }
}
