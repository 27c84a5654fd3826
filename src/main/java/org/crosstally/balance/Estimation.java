package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The solution of a system: the least squares of its equations, moved no further than its
 * inequalities ask.
 */
final class Estimation {
  private static final double FREELY = 100;

  private final GaussMarkov fit;
  private final Smoothness smoothness;
  private final double step;
  private final double scale;
  private final List<Inequality> inequalities;
  private final double[] move;
  private final List<Inequality> binding = new ArrayList<>();

  /**
   * {@code form ≥ limit}.
   *
   * @param form the form
   * @param limit the limit
   * @param report the report that says so; empty where a rule does
   */
  record Inequality(Form form, double limit, Optional<Report> report) {}

  Estimation(
      GaussMarkov fit,
      LatentFlows flows,
      List<Inequality> inequalities,
      double scale,
      PartLevels levels) {
    this.fit = fit;
    this.smoothness = new Smoothness(fit.space(), flows, levels);
    this.step = Math.sqrt(smoothness.variance(fit));
    this.inequalities = List.copyOf(inequalities);
    this.scale = scale;
    this.move = move();
  }

  private double[] move() {
    double tolerance = 1e-11 * scale;
    double[] missing = new double[inequalities.size()];
    boolean isViolated = false;
    for (int i = 0; i < missing.length; i++) {
      Inequality inequality = inequalities.get(i);
      missing[i] = inequality.limit() - unbounded(inequality.form());
      isViolated |= missing[i] > tolerance;
    }
    double[] still = new double[inMoves(Form.ZERO).length];
    return isViolated ? move(missing, still.length, tolerance) : still;
  }

  private double[] move(double[] missing, int size, double tolerance) {
    List<double[]> normals = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < missing.length; i++) {
      double[] normal = inMoves(inequalities.get(i).form());
      // An exact form cannot move; where it violates a bound, an impossible set says so.
      if (!fit.isExact(Math.sqrt(ActiveSet.product(normal, normal)))) {
        normals.add(normal);
        positions.add(i);
      }
    }
    double[] distances = positions.stream().mapToDouble(i -> missing[i]).toArray();
    ActiveSet set = new ActiveSet(normals, distances, size, tolerance);
    set.active().forEach(k -> binding.add(inequalities.get(positions.get(k))));
    return set.point();
  }

  /**
   * The step of the filling in the search for a point within the bounds. It is so large that what
   * the reports leave open moves before what they say does.
   */
  private double walk() {
    return Math.max(step, 1e-3 * scale);
  }

  /** A form in the coordinates of the move: those of the fit, of the filling, and what is open. */
  double[] inMoves(Form form) {
    double[] known = whitened(form, walk());
    double[] open = smoothness.openPart(form);
    double[] all = Arrays.copyOf(known, known.length + open.length);
    for (int i = 0; i < open.length; i++) {
      all[known.length + i] = FREELY * scale * open[i];
    }
    return all;
  }

  private double[] whitened(Form form, double walk) {
    double[] reported = fit.whitened(smoothness.combination(form));
    double[] filled = smoothness.whitened(form);
    double[] all = Arrays.copyOf(reported, reported.length + filled.length);
    for (int i = 0; i < filled.length; i++) {
      all[reported.length + i] = walk * filled[i];
    }
    return all;
  }

  private double unbounded(Form form) {
    return fit.estimate(smoothness.combination(form));
  }

  /** The value of a form; where the reports leave it open, as smoothness fills it. */
  double value(Form form) {
    return unbounded(form) + ActiveSet.product(inMoves(form), move);
  }

  /** The standard uncertainty of a form. */
  double uncertainty(Form form) {
    double[] vector = whitened(form, step);
    double deviation = Math.sqrt(ActiveSet.product(vector, vector));
    return fit.isExact(deviation) ? 0 : deviation;
  }

  boolean isReported(Form form) {
    return fit.space().combination(form).isPresent();
  }

  boolean isFilled(Form form) {
    return smoothness.determines(form);
  }

  /** Whether the reports determine a form, or smoothness does where it may. */
  boolean isDetermined(Form form, Gaps gaps) {
    return isReported(form) || (gaps == Gaps.FILL_SMOOTHLY && isFilled(form));
  }

  int degreesOfFilling() {
    return smoothness.degrees();
  }

  /** The positions of the equations that a form rests on. */
  List<Integer> restsOn(Form form) {
    return fit.restsOn(fit.space().pivotPart(form));
  }

  List<Inequality> binding() {
    return List.copyOf(binding);
  }

  /** All bounds, those that do not bind included. */
  List<Inequality> inequalities() {
    return inequalities;
  }

  GaussMarkov fit() {
    return fit;
  }
}
