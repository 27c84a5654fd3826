package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Amount;

/**
 * Solves the equations of a system. A quotient {@code N/D = q ± u} is the linear equation {@code N
 * - r·D = (q - r)·d ± u·d} with the last values r and d of the quotient and its denominator; the
 * solution is accepted once another round changes nothing.
 */
final class Solver {
  private static final int ROUNDS = 100;
  private static final int WARM = 4;
  private static final int HASTY = 20;
  private static final double SETTLED = 1e-8;
  private static final double ROBUST_SETTLED = 1e-7;

  private final Contradictions contradictions;
  private final AccountingRules rules;
  private final Robustness robustness;
  private final Gaps gaps;
  private final Map<Statement.Content, Integer> positions;
  private final Set<Integer> contested;
  private final SortedMap<String, Double> origins;
  private final List<Report> equations = new ArrayList<>();
  private final Map<String, Integer> equationOf = new HashMap<>();
  private final double[] uncertainties;
  private final double[] weights;
  private final Set<Integer> unsettled = new TreeSet<>();
  private final Set<Integer> demoted = new TreeSet<>();
  private final double[] moved;
  private final double[] aims;
  private final double[] ratios;
  private final double[] denominators;
  private final double scale;
  private final List<Estimation.Inequality> inequalities;
  private int rounds;

  Solver(
      Contradictions contradictions,
      AccountingRules rules,
      Robustness robustness,
      Gaps gaps,
      SortedMap<String, Double> origins) {
    this.contradictions = contradictions;
    this.rules = rules;
    this.robustness = robustness;
    this.gaps = gaps;
    this.positions = contradictions.positions();
    this.contested = contradictions.contested();
    this.origins = origins;
    Map<Copy, Integer> copies = new HashMap<>();
    for (Report report : contradictions.reports().list()) {
      if (report.use() == Use.USED && report.isEquation()) {
        int position = copies.computeIfAbsent(Copy.of(report), c -> equations.size());
        if (position == equations.size()) {
          equations.add(report);
        }
        equationOf.put(report.figure().id(), position);
      }
    }
    double largest = 1;
    for (Report report : equations) {
      largest = Math.max(largest, report.isQuotient() ? 0 : Math.abs(aim(report)));
    }
    scale = largest;
    uncertainties = new double[equations.size()];
    weights = new double[equations.size()];
    moved = new double[equations.size()];
    aims = new double[equations.size()];
    ratios = new double[equations.size()];
    denominators = new double[equations.size()];
    inequalities = inequalities();
    start();
  }

  /** Ten relays of one count are one equation. */
  private record Copy(Statement.Content content, BigDecimal aim, String origin) {
    static Copy of(Report report) {
      return new Copy(
          Statement.Content.of(report),
          report.centre().orElseThrow().stripTrailingZeros(),
          Vintages.originOf(report.figure()));
    }
  }

  private static double aim(Report report) {
    return report.centre().map(BigDecimal::doubleValue).orElseThrow();
  }

  private void start() {
    double[] extra = ofContradictions();
    for (int i = 0; i < uncertainties.length; i++) {
      Report report = equations.get(i);
      double own = report.uncertainty();
      double ofOrigin =
          origins.getOrDefault(Vintages.originOf(report.figure()), 0.0) * Math.abs(aim(report));
      uncertainties[i] = Math.sqrt(own * own + ofOrigin * ofOrigin + extra[i] * extra[i]);
      weights[i] = 1;
      denominators[i] = scale;
    }
    startRatios();
  }

  /** Quotients of the same forms start from one number, so that they are linearised alike. */
  private void startRatios() {
    Map<List<Form>, List<Double>> stated = new HashMap<>();
    for (Report report : equations) {
      report
          .base()
          .ifPresent(
              base ->
                  stated
                      .computeIfAbsent(List.of(report.form(), base), f -> new ArrayList<>())
                      .add(aim(report)));
    }
    for (int i = 0; i < ratios.length; i++) {
      Report report = equations.get(i);
      aims[i] =
          report
              .base()
              .map(base -> stated.getOrDefault(List.of(report.form(), base), List.of()))
              .map(list -> list.stream().mapToDouble(Double::doubleValue).average().orElse(0))
              .orElse(0.0);
      ratios[i] = aims[i];
    }
  }

  /**
   * What contradictions add: a set of k equations that miss each other by a step of size s for one
   * of them is likely with an uncertainty of {@code s/√k} of each. Where the fit is robust, the
   * last printed digit is enough, for far equations lose their weight.
   */
  private double[] ofContradictions() {
    Map<String, Double> variances = new TreeMap<>();
    for (MinimalSet set : contradictions.amongUsed()) {
      for (int i = 0; i < set.statements().size(); i++) {
        double step = set.healing(i);
        for (Report report : set.statements().get(i).reports()) {
          double size = report.isQuotient() ? report.grain() : step;
          double variance =
              robustness == Robustness.LEAST_SQUARES
                  ? size * size / set.statements().size()
                  : report.grain() * report.grain() / 12;
          variances.merge(
              report.figure().id(),
              variance,
              robustness == Robustness.LEAST_SQUARES ? Double::sum : Math::max);
        }
      }
    }
    return equations.stream()
        .mapToDouble(r -> Math.sqrt(variances.getOrDefault(r.figure().id(), 0.0)))
        .toArray();
  }

  /**
   * Solves the system. Quotients on which it does not settle are left out one round after the
   * other; {@link #isUnsettled} tells which.
   */
  Estimation solve() {
    if (gaps == Gaps.FILL_SMOOTHLY) {
      demoteRoundNumbers();
    }
    return solved();
  }

  /**
   * Where smoothness may decide, a round number that says less than smoothness does is a bound and
   * no equation: its middle is no likelier than its ends.
   */
  private void demoteRoundNumbers() {
    for (int i = 0; i < uncertainties.length; i++) {
      Report report = equations.get(i);
      boolean isRound =
          !report.isQuotient()
              && !report.allowed().isPoint()
              && !(report.figure().amount() instanceof Amount.Measured);
      if (isRound && !isContested(report)) {
        demoted.add(i);
      }
    }
    Estimation without = solved();
    demoted.removeIf(
        i -> {
          Form form = equations.get(i).form();
          boolean isKnown = without.isReported(form) || without.isFilled(form);
          return !isKnown || without.uncertainty(form) >= uncertainties[i];
        });
    unsettled.clear();
    restart();
  }

  private boolean isContested(Report report) {
    Integer position = positions.get(Statement.Content.of(report));
    return position == null || contested.contains(position);
  }

  private Estimation solved() {
    while (true) {
      Optional<Estimation> settled = settle();
      if (settled.isPresent()) {
        return settled.get();
      }
      for (int i = 0; i < moved.length; i++) {
        if (moved[i] >= SETTLED || Double.isNaN(moved[i])) {
          unsettled.add(i);
        }
      }
      restart();
    }
  }

  private Optional<Estimation> settle() {
    for (rounds = 1; rounds <= ROUNDS; rounds++) {
      Estimation estimation = estimation();
      double change = relinearise(estimation);
      double shift = reweight(estimation);
      if (change < SETTLED && shift < ROBUST_SETTLED) {
        return Optional.of(estimation);
      }
      if (Double.isNaN(change)) {
        break;
      }
    }
    boolean isOfWeights = robustness != Robustness.LEAST_SQUARES;
    return isOfWeights && largestMove() < SETTLED ? Optional.of(estimation()) : Optional.empty();
  }

  private double largestMove() {
    double largest = 0;
    for (double move : moved) {
      largest = Math.max(largest, Double.isNaN(move) ? 1 : move);
    }
    return largest;
  }

  private void restart() {
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = aims[i];
      denominators[i] = scale;
      weights[i] = 1;
      moved[i] = 0;
    }
  }

  private Estimation estimation() {
    List<GaussMarkov.Equation> list = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      Report report = equations.get(i);
      double deviation = uncertainties[i] / Math.sqrt(weights[i]);
      if (unsettled.contains(i) || demoted.contains(i)) {
        continue;
      }
      if (report.base().isPresent()) {
        list.add(
            new GaussMarkov.Equation(
                report.form().plus(-ratios[i], report.base().get()),
                (aim(report) - ratios[i]) * denominators[i],
                deviation * denominators[i]));
      } else {
        list.add(new GaussMarkov.Equation(report.form(), aim(report), deviation));
      }
    }
    LatentFlows flows = contradictions.reports().flows();
    return new Estimation(new GaussMarkov(list, flows.size()), flows, inequalitiesNow(), scale);
  }

  /**
   * How far the quotients and their denominators moved, relative to their size. In the first rounds
   * and wherever the reports leave the denominator open, a quotient stays what it is stated to be:
   * far from the solution a tangent leads anywhere. After many rounds, steps are halved.
   */
  private double relinearise(Estimation estimation) {
    double change = 0;
    for (int i = 0; i < equations.size(); i++) {
      Report report = equations.get(i);
      if (report.base().isPresent() && !unsettled.contains(i)) {
        Form base = report.base().get();
        double denominator = estimation.value(base);
        boolean isKnown = estimation.isReported(base) && denominator > 1e-9 * scale;
        if (!isKnown) {
          // Its weight is of no matter, for nothing contradicts it.
          denominator = denominators[i];
        }
        boolean isTangent = isKnown && rounds > WARM;
        double ratio = isTangent ? estimation.value(report.form()) / denominator : aims[i];
        if (rounds > HASTY) {
          ratio = (ratio + ratios[i]) / 2;
          denominator = (denominator + denominators[i]) / 2;
        }
        double stepOfRatio = Math.abs(ratio - ratios[i]) / (1 + Math.abs(ratio));
        double stepOfBase = Math.abs(denominator - denominators[i]) / denominator;
        moved[i] = Math.max(stepOfRatio, stepOfBase);
        change = Math.max(change, moved[i]);
        ratios[i] = ratio;
        denominators[i] = denominator;
      }
    }
    boolean isWarm = rounds > WARM + 1 || equations.stream().noneMatch(Report::isQuotient);
    return isWarm ? change : 1;
  }

  private double reweight(Estimation estimation) {
    if (robustness == Robustness.LEAST_SQUARES) {
      return 0;
    }
    double shift = 0;
    for (int i = 0; i < equations.size(); i++) {
      if (uncertainties[i] > 0) {
        double weight = robustness.weight(residual(estimation, i));
        shift = Math.max(shift, Math.abs(weight - weights[i]));
        weights[i] = weight;
      }
    }
    return shift;
  }

  private double residual(Estimation estimation, int i) {
    Report report = equations.get(i);
    double value = report.isQuotient() ? ratios[i] : estimation.value(report.form());
    return (value - aim(report)) / uncertainties[i];
  }

  /** What is never negative, and the bounds and directions that contradict nothing. */
  private List<Estimation.Inequality> inequalities() {
    List<Estimation.Inequality> list = new ArrayList<>();
    LatentFlows flows = contradictions.reports().flows();
    flows.nonNegative().forEach(f -> list.add(new Estimation.Inequality(f, 0, Optional.empty())));
    for (Report report : contradictions.reports().list()) {
      if (report.use() == Use.USED && !report.isEquation() && !isContested(report)) {
        add(list, report);
      }
    }
    return list;
  }

  private List<Estimation.Inequality> inequalitiesNow() {
    List<Estimation.Inequality> list = new ArrayList<>(inequalities);
    demoted.forEach(i -> add(list, equations.get(i)));
    return list;
  }

  private void add(List<Estimation.Inequality> list, Report report) {
    Statement statement = Statement.of(List.of(report), isWhole(report));
    for (Statement.Row row : statement.rows()) {
      Form form = row.combined();
      row.set()
          .low()
          .ifPresent(
              v -> list.add(new Estimation.Inequality(form, v.doubleValue(), Optional.of(report))));
      row.set()
          .high()
          .ifPresent(
              v ->
                  list.add(
                      new Estimation.Inequality(
                          Form.ZERO.plus(-1, form), -v.doubleValue(), Optional.of(report))));
    }
  }

  private boolean isWhole(Report report) {
    return contradictions
        .reports()
        .reader()
        .flowOf(report.figure().measure())
        .filter(rules::isWhole)
        .isPresent();
  }

  /** The equation that a figure is one of; empty where it is none, or was left out. */
  Optional<Integer> equationOf(Report report) {
    return Optional.ofNullable(equationOf.get(report.figure().id()))
        .filter(i -> !unsettled.contains(i) && !demoted.contains(i));
  }

  /** Whether a figure states a quotient on which the solution did not settle. */
  boolean isUnsettled(Report report) {
    return Optional.ofNullable(equationOf.get(report.figure().id()))
        .filter(unsettled::contains)
        .isPresent();
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
    return uncertainties[equation];
  }

  double denominator(int equation) {
    return denominators[equation];
  }

  double ratio(int equation) {
    return ratios[equation];
  }
}
