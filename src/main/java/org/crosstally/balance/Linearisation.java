package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The equations as linear ones. A quotient {@code N/D = q ± u} is the linear equation {@code N -
 * r·D = (q - r)·d ± u·d} with the last values r and d of the quotient and its denominator, and an
 * equation that lies far from the others has less weight where the fit is robust.
 *
 * <p>Where the last values repeat themselves, the slopes of the linear equations are those of the
 * quotients, so that the solution is a stationary point of the weighted squares of the quotients
 * themselves; {@link ConvergenceProof} says how near.
 */
final class Linearisation {
  private static final int WARM = 4;
  private static final int HASTY = 20;

  private final Equations equations;
  private final Robustness robustness;
  private final double[] aims;
  private final double[] ratios;
  private final double[] denominators;
  private final double[] weights;
  private final double[] moved;

  Linearisation(Equations equations, Robustness robustness) {
    this.equations = equations;
    this.robustness = robustness;
    int size = equations.size();
    aims = aims(equations);
    ratios = new double[size];
    denominators = new double[size];
    weights = new double[size];
    moved = new double[size];
    restart();
  }

  /** Quotients of the same forms start from one number, so that they are linearised alike. */
  private static double[] aims(Equations equations) {
    Map<List<Form>, List<Double>> stated = new HashMap<>();
    for (int i = 0; i < equations.size(); i++) {
      Report report = equations.get(i);
      double aim = equations.aim(i);
      report
          .base()
          .ifPresent(
              base ->
                  stated
                      .computeIfAbsent(List.of(report.form(), base), f -> new ArrayList<>())
                      .add(aim));
    }
    double[] means = new double[equations.size()];
    for (int i = 0; i < means.length; i++) {
      Report report = equations.get(i);
      means[i] =
          report
              .base()
              .map(base -> stated.getOrDefault(List.of(report.form(), base), List.of()))
              .map(list -> list.stream().mapToDouble(Double::doubleValue).average().orElse(0))
              .orElse(0.0);
    }
    return means;
  }

  void restart() {
    System.arraycopy(aims, 0, ratios, 0, aims.length);
    Arrays.fill(denominators, equations.scale());
    Arrays.fill(weights, 1);
    Arrays.fill(moved, 0);
  }

  double ratio(int equation) {
    return ratios[equation];
  }

  double denominator(int equation) {
    return denominators[equation];
  }

  double weight(int equation) {
    return weights[equation];
  }

  /** How far a quotient moved in the last round, relative to its size. */
  double moved(int equation) {
    return moved[equation];
  }

  GaussMarkov.Equation equation(int i) {
    Report report = equations.get(i);
    double deviation = equations.uncertainty(i) / Math.sqrt(weights[i]);
    return report
        .base()
        .map(
            base ->
                new GaussMarkov.Equation(
                    report.form().plus(-ratios[i], base),
                    (equations.aim(i) - ratios[i]) * denominators[i],
                    deviation * denominators[i]))
        .orElseGet(() -> new GaussMarkov.Equation(report.form(), equations.aim(i), deviation));
  }

  /**
   * Whether a quotient has a denominator that the reports determine. Where they do not, it stays
   * what it is stated to be: its weight is of no matter, for nothing contradicts it.
   */
  boolean isTangent(Estimation estimation, int equation) {
    return equations
        .get(equation)
        .base()
        .filter(estimation::isReported)
        .filter(base -> estimation.value(base) > 1e-9 * equations.scale())
        .isPresent();
  }

  /**
   * Takes quotients and denominators from a solution. In the first rounds a quotient stays what it
   * is stated to be: far from the solution a tangent leads anywhere. After many rounds, steps are
   * halved.
   *
   * @return how far they moved, relative to their size; 1 in the first rounds
   */
  double relinearise(Estimation estimation, int round, Set<Integer> leftOut) {
    double change = 0;
    boolean hasQuotients = false;
    for (int i = 0; i < equations.size(); i++) {
      hasQuotients |= equations.get(i).isQuotient();
      if (equations.get(i).isQuotient() && !leftOut.contains(i)) {
        relinearise(estimation, round, i);
        change = Double.isNaN(moved[i]) ? Double.NaN : Math.max(change, moved[i]);
      }
    }
    return round > WARM + 1 || !hasQuotients ? change : 1;
  }

  private void relinearise(Estimation estimation, int round, int i) {
    Report report = equations.get(i);
    boolean isKnown = isTangent(estimation, i);
    double denominator = isKnown ? estimation.value(report.base().orElseThrow()) : denominators[i];
    double ratio =
        isKnown && round > WARM ? estimation.value(report.form()) / denominator : aims[i];
    if (round > HASTY) {
      ratio = (ratio + ratios[i]) / 2;
      denominator = (denominator + denominators[i]) / 2;
    }
    double stepOfRatio = Math.abs(ratio - ratios[i]) / (1 + Math.abs(ratio));
    double stepOfBase = Math.abs(denominator - denominators[i]) / denominator;
    moved[i] = Math.max(stepOfRatio, stepOfBase);
    ratios[i] = ratio;
    denominators[i] = denominator;
  }

  /**
   * Takes the weights of a robust fit from a solution.
   *
   * @return by how much a weight changed
   */
  double reweight(Estimation estimation) {
    if (robustness == Robustness.LEAST_SQUARES) {
      return 0;
    }
    double shift = 0;
    for (int i = 0; i < equations.size(); i++) {
      if (equations.uncertainty(i) > 0) {
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
    return (value - equations.aim(i)) / equations.uncertainty(i);
  }
}
