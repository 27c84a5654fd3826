package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much the criterion of a balance curves otherwise than its last linearisation says, which is
 * what {@link ConvergenceProof} needs. The criterion is {@code Σ ρ(φᵢ)} with {@code φ = (N/D -
 * q)/u} for a quotient, so that with {@code a = φ'} and {@code d = D'} its second derivative is
 * {@code Σ ρ''(φ)·a·a' - ρ'(φ)·(a·d' + d·a')/D}.
 */
final class CurvatureBound {
  private final List<Term> terms = new ArrayList<>();
  private final double[] gradient;
  private final double[][] curvature;
  private final Robustness robustness;

  /**
   * One equation that is not linear, or whose weight depends on the solution.
   *
   * @param equation its position
   * @param residual φ
   * @param slope |a|
   * @param base |d|/D; zero where it states an amount
   */
  private record Term(int equation, double residual, double slope, double base) {}

  private CurvatureBound(int size, Robustness robustness) {
    this.gradient = new double[size];
    this.curvature = new double[size][size];
    this.robustness = robustness;
  }

  static CurvatureBound of(
      Equations equations,
      Linearisation linear,
      Robustness robustness,
      Estimation solution,
      List<Integer> fitted) {
    List<Integer> curved =
        fitted.stream()
            .filter(
                i ->
                    linear.isTangent(solution, i)
                        || (robustness != Robustness.LEAST_SQUARES && equations.uncertainty(i) > 0))
            .toList();
    int size = curved.isEmpty() ? 0 : solution.inMoves(Form.ZERO).length;
    CurvatureBound bound = new CurvatureBound(size, robustness);
    for (int i : curved) {
      bound.add(i, equations, linear, solution);
    }
    return bound;
  }

  private void add(int i, Equations equations, Linearisation linear, Estimation solution) {
    Report report = equations.get(i);
    GaussMarkov.Equation equation = linear.equation(i);
    double weight = linear.weight(i);
    boolean isQuotient = linear.isTangent(solution, i);
    double unitThen = isQuotient ? linear.denominator(i) : 1;
    double u = solution.fit().deviation(equation) * Math.sqrt(weight) / unitThen;
    double[] then = scaled(solution.inMoves(equation.form()), 1 / (u * unitThen));
    double residualThen = (solution.value(equation.form()) - equation.value()) / (u * unitThen);
    double[] now = then;
    double residual = residualThen;
    double[] base = new double[0];
    if (isQuotient) {
      Form denominator = report.base().orElseThrow();
      double unit = solution.value(denominator);
      double ratio = solution.value(report.form()) / unit;
      now = scaled(solution.inMoves(report.form().plus(-ratio, denominator)), 1 / (u * unit));
      residual = (ratio - equations.aim(i)) / u;
      base = scaled(solution.inMoves(denominator), 1 / unit);
    }
    double force = robustness.weight(residual) * residual;
    addTo(gradient, force, now);
    addTo(gradient, -weight * residualThen, then);
    addProduct(robustness.curvature(residual), now, now);
    addProduct(-weight, then, then);
    if (isQuotient) {
      addProduct(-force, now, base);
      addProduct(-force, base, now);
    }
    terms.add(new Term(i, residual, length(now), length(base)));
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = factor * vector[j];
    }
    return scaled;
  }

  private static double length(double[] vector) {
    return Math.sqrt(ActiveSet.product(vector, vector));
  }

  private static void addTo(double[] sum, double factor, double[] vector) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * vector[j];
    }
  }

  private void addProduct(double factor, double[] left, double[] right) {
    for (int j = 0; j < left.length; j++) {
      if (factor * left[j] != 0) {
        addTo(curvature[j], factor * left[j], right);
      }
    }
  }

  /** The proof; empty where the bounds on the curvature do not give one. */
  Optional<ConvergenceProof> proof() {
    double step = length(gradient);
    double there = SpectralBound.of(curvature);
    if (!(there < 1)) {
      return Optional.empty();
    }
    double radius = 2 * step / (1 - there);
    double contraction = there + terms.stream().mapToDouble(t -> change(t, radius)).sum();
    boolean isProved = contraction < 1 && step <= (1 - contraction) * radius;
    return isProved
        ? Optional.of(new ConvergenceProof(contraction, step / (1 - contraction)))
        : Optional.empty();
  }

  /** By how much the second derivative of a term can change within a radius. */
  private double change(Term term, double radius) {
    double a = term.slope();
    double t = term.base() * radius;
    if (!(t < 1)) {
      return Double.POSITIVE_INFINITY;
    }
    // The ratio moves by no more than u·a·radius/(1 - t), and the slope with it and with 1/D.
    double moved = a * radius / (1 - t);
    double slope = a * (t / (1 - t) + t / ((1 - t) * (1 - t)));
    double most = a + slope;
    double bend = 2 * most * term.base() / (1 - t);
    double turn = 2 * term.base() * (slope + a * t) / (1 - t);
    double force = Math.abs(robustness.weight(term.residual()) * term.residual());
    return robustness.changeOfCurvature(term.residual(), moved) * most * most
        + Math.abs(robustness.curvature(term.residual())) * slope * (2 * a + slope)
        + robustness.mostCurvature() * moved * bend
        + force * turn;
  }

  /** The quotient that curves the criterion most. */
  Optional<Integer> mostCurved() {
    return terms.stream()
        .filter(t -> t.base() > 0)
        .max(Comparator.comparingDouble(CurvatureBound::bend))
        .map(Term::equation);
  }

  private static double bend(Term term) {
    return Math.abs(term.residual()) * term.slope() * term.base();
  }
}
