package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crosstally.outcome.Outcome;

/**
 * The Whittaker-Henderson smoother, of which the Hodrick-Prescott filter is the case of second
 * differences: the z of least {@code sum (y - z)^2 + lambda sum (D^d z)^2} on an even grid of
 * times.
 *
 * <p>A time of the grid without a value gets its z from its neighbours. The equations are banded
 * and solved by Cholesky's method in O(n d<sup>2</sup>). Bands are {@code z +- q s sqrt(v)} with v
 * the diagonal of the inverse matrix and {@code s^2 = sum (y - z)^2/(n - tr H)}, which take the
 * smoothness for a prior belief (Wahba 1983); t on n - tr H degrees of freedom. Instances are
 * immutable.
 *
 * <p>Customary lambda for yearly values are 6.25 (Ravn and Uhlig 2002) and 100, for quarterly ones
 * 1,600; {@link #byCrossValidation()} takes that of least {@code n RSS/(n - tr H)^2}, which on 15
 * points is a guess.
 *
 * <p>Whittaker, E. T. (1923), On a new method of graduation, Proceedings of the Edinburgh
 * Mathematical Society 41, 63-75. Hodrick, R. J. and Prescott, E. C. (1997), Postwar U.S. business
 * cycles, Journal of Money, Credit and Banking 29, 1-16. Eilers, P. H. C. (2003), A perfect
 * smoother, Analytical Chemistry 75, 3631-3636.
 */
public final class Whittaker {

  private static final int LARGEST_GRID = 1_000_000;

  private final int order;
  private final double lambda;
  private final double level;

  private Whittaker(int order, double lambda, double level) {
    this.order = order;
    this.lambda = lambda;
    this.level = level;
  }

  /**
   * The filter of Hodrick and Prescott.
   *
   * @param lambda the weight of smoothness, above 0
   * @return the procedure with second differences and a level of 0.95
   * @throws IllegalArgumentException if lambda is not above 0 and finite
   */
  public static Whittaker hodrickPrescott(double lambda) {
    return new Whittaker(2, 0, 0.95).withLambda(lambda);
  }

  /**
   * The smoother with second differences whose lambda has the least generalised cross-validation.
   *
   * @return the procedure with a level of 0.95
   */
  public static Whittaker byCrossValidation() {
    return new Whittaker(2, 0, 0.95);
  }

  /**
   * The same procedure with another weight of smoothness.
   *
   * @param v lambda, above 0
   * @return a copy
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public Whittaker withLambda(double v) {
    if (!(v > 0 && v <= 1e30)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "lambda %s: above 0 and at most 1e30", v));
    }
    return new Whittaker(order, v, level);
  }

  /**
   * The same procedure with differences of another order.
   *
   * @param d 1 draws towards a constant, 2 towards a line, 3 towards a parabola
   * @return a copy
   * @throws IllegalArgumentException if it is not 1, 2 or 3
   */
  public Whittaker withDifferences(int d) {
    if (d < 1 || d > 3) {
      throw new IllegalArgumentException("differences of order " + d + ": 1, 2 or 3");
    }
    return new Whittaker(d, lambda, level);
  }

  /**
   * The same procedure with another confidence level of its bands.
   *
   * @param v the two-sided level of each band, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Whittaker withLevel(double v) {
    return new Whittaker(order, lambda, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The smooth course of values on a grid of times.
   *
   * @param x the times, in any order, on an even grid that may have gaps
   * @param y the value at each time
   * @return the course at every time of the grid and the lambda used, or why there is none: {@code
   *     TOO_FEW_POINTS} below three or not above the order, {@code TIED_TIMES} or {@code
   *     UNEVEN_TIMES}
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    if (times.length < 3 || times.length <= order) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    Outcome<TimeGrid> grid = TimeGrid.of(times, values);
    if (grid.whyNot().isPresent()) {
      return Outcome.undetermined(grid.whyNot().get());
    }
    if (grid.orElseThrow().span() >= LARGEST_GRID) {
      return Outcome.undetermined(TrendReason.TOO_MANY_POINTS);
    }
    double first = Arrays.stream(times).min().orElseThrow();
    return Outcome.of(result(grid.orElseThrow(), first));
  }

  private Result result(TimeGrid grid, double first) {
    int size = grid.span() + 1;
    double[] weights = new double[size];
    double[] values = new double[size];
    int[] places = grid.places();
    double mean = Sums.mean(grid.values());
    for (int i = 0; i < places.length; i++) {
      weights[places[i]] = 1;
      values[places[i]] = grid.values()[i] - mean;
    }
    double used = lambda > 0 ? lambda : validated(weights, values);
    PenalisedGrid fit = PenalisedGrid.solve(weights, values, used, order);
    double rest = places.length - fit.trace();
    Outcome<Double> scale =
        rest > 1e-6 && fit.rss() > 0
            ? Outcome.of(
                Math.sqrt(fit.rss() / rest) * Tails.studentTwoSidedQuantile(1 - level, rest))
            : Outcome.undetermined(TrendReason.EXACT_LINE);
    List<Smooth.Point> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double value = fit.course()[i] + mean;
      double root = Math.sqrt(fit.variances()[i]);
      Outcome<ConfidenceInterval> band =
          scale
              .asOptional()
              .map(
                  s ->
                      Outcome.of(new ConfidenceInterval(value - s * root, value + s * root, level)))
              .orElseGet(() -> Outcome.undetermined(TrendReason.EXACT_LINE));
      points.add(new Smooth.Point(first + i * grid.step(), value, band));
    }
    return new Result(new Smooth(points, fit.trace()), used, order);
  }

  /** The best of a grid of eight to a decade. */
  private double validated(double[] weights, double[] values) {
    double n = Arrays.stream(weights).sum();
    double least = Double.POSITIVE_INFINITY;
    double best = 1;
    for (int k = -16; k <= 64; k++) {
      double candidate = Math.pow(10, k / 8.0);
      PenalisedGrid fit = PenalisedGrid.solve(weights, values, candidate, order);
      double rest = n - fit.trace();
      double score = n * fit.rss() / (rest * rest);
      if (rest > 1e-3 && score < least) {
        least = score;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * The course.
   *
   * @param smooth its points
   * @param lambda the weight of smoothness
   * @param order the order of the differences
   */
  public record Result(Smooth smooth, double lambda, int order) {}
}
