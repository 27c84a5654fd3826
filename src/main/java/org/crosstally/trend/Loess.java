package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Cleveland's local regression: at each time a polynomial through the nearest points, near ones
 * with more weight.
 *
 * <p>Of n points the q nearest count, {@code q = floor(span n)}, with the weight {@code (1 -
 * (d/h)^3)^3} at the distance d, h that of the q-th. Each time is fitted by itself, without the
 * interpolation that programs save time with. {@linkplain #withRobustness(int) Robust} rounds
 * multiply the weights by {@code (1 - (e/6m)^2)^2}, e the residual of the round before and m the
 * median of their sizes, so that wild values lose theirs.
 *
 * <p>Without robust rounds the fit is linear in the values, {@code L y}, and has bands: {@code s^2
 * = RSS/d1} with {@code d1 = tr((I - L)'(I - L))}, the error at a time {@code s} times the length
 * of its row of L, and t on {@code d1^2/d2} degrees of freedom, {@code d2} the trace of the square.
 * Time is O(n<sup>2</sup>), with bands O(n<sup>3</sup>). Instances are immutable.
 *
 * <p>Cleveland, W. S. (1979), Robust locally weighted regression and smoothing scatterplots,
 * Journal of the American Statistical Association 74, 829-836. Cleveland, W. S. and Devlin, S. J.
 * (1988), Locally weighted regression, same journal 83, 596-610.
 */
public final class Loess {

  /** The local polynomial. */
  public enum Degree {
    /** A line. */
    LINEAR,
    /** A parabola. */
    QUADRATIC
  }

  /** What is done with weights next to 0 and 1. */
  public enum WeightRule {
    /** Nothing. */
    EXACT,
    /**
     * Distances and residuals below a thousandth of their scale have the weight 1, those above
     * 0.999 of it have 0, as in Cleveland's program and R {@code lowess}.
     */
    CLEVELAND
  }

  /** Above, the matrix of the fit is not kept and there are no bands. */
  private static final int LARGEST_WITH_BANDS = 500;

  private static final Loess DEFAULT = new Loess(Degree.QUADRATIC, WeightRule.EXACT, 0.75, 0, 0.95);

  private final Degree degree;
  private final WeightRule rule;
  private final double span;
  private final int robustness;
  private final double level;

  private Loess(Degree degree, WeightRule rule, double span, int robustness, double level) {
    this.degree = degree;
    this.rule = rule;
    this.span = span;
    this.robustness = robustness;
    this.level = level;
  }

  /**
   * Local parabolas with a span of 0.75, no robust rounds and a level of 0.95.
   *
   * @return the default procedure
   */
  public static Loess withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another polynomial.
   *
   * @param v the degree
   * @return a copy
   */
  public Loess with(Degree v) {
    return new Loess(Objects.requireNonNull(v), rule, span, robustness, level);
  }

  /**
   * The same procedure with another treatment of weights next to 0 and 1.
   *
   * @param v the rule
   * @return a copy
   */
  public Loess with(WeightRule v) {
    return new Loess(degree, Objects.requireNonNull(v), span, robustness, level);
  }

  /**
   * The same procedure with another span.
   *
   * @param share of the points that count, above 0 and at most 1
   * @return a copy
   * @throws IllegalArgumentException if the share is not above 0 and at most 1
   */
  public Loess withSpan(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "span %s: above 0 and at most 1", share));
    }
    return new Loess(degree, rule, share, robustness, level);
  }

  /**
   * The same procedure with robust rounds.
   *
   * @param rounds how many after the first fit; 3 are usual, 0 leaves the fit linear
   * @return a copy
   * @throws IllegalArgumentException if the number is negative
   */
  public Loess withRobustness(int rounds) {
    if (rounds < 0) {
      throw new IllegalArgumentException(rounds + " robust rounds: 0 or more");
    }
    return new Loess(degree, rule, span, rounds, level);
  }

  /**
   * The same procedure with another confidence level of its bands.
   *
   * @param v the two-sided level of each band, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Loess withLevel(double v) {
    return new Loess(degree, rule, span, robustness, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The smooth course of values at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @return one point for each value, in the order of time, or why there are none: {@code
   *     TOO_FEW_POINTS} below three, {@code CONSTANT_TIMES}, or {@code NOT_IDENTIFIED} if the q
   *     nearest points do not determine a polynomial somewhere
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Smooth> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    int n = times.length;
    if (n < 3) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (Samples.isConstant(times)) {
      return Outcome.undetermined(TrendReason.CONSTANT_TIMES);
    }
    int[] order = Samples.orderOfTimes(times);
    double[] sortedX = Samples.pick(times, order);
    double[] sortedY = Samples.pick(values, order);
    int q = Math.max(2, Math.min(n, (int) Math.floor(span * n + 1e-5)));
    double[] robust = new double[n];
    Arrays.fill(robust, 1);
    Optional<double[][]> rows = rows(sortedX, robust, q);
    for (int round = 0; round < robustness && rows.isPresent(); round++) {
      double[] sizes = sizes(rows.get(), sortedY);
      double scale = 6 * Samples.median(sizes);
      if (!(scale > 1e-12 * Sums.mean(sizes)) || scale == 0) {
        break;
      }
      Arrays.setAll(robust, i -> bisquare(sizes[i] / scale));
      rows = rows(sortedX, robust, q);
    }
    return rows.map(found -> Outcome.of(smooth(sortedX, sortedY, found)))
        .orElseGet(() -> Outcome.undetermined(TrendReason.NOT_IDENTIFIED));
  }

  private static double[] sizes(double[][] rows, double[] y) {
    double[] sizes = new double[y.length];
    Arrays.setAll(sizes, i -> Math.abs(y[i] - Sums.dot(rows[i], y)));
    return sizes;
  }

  private double bisquare(double share) {
    if (rule == WeightRule.CLEVELAND && share <= 0.001) {
      return 1;
    }
    double edge = rule == WeightRule.CLEVELAND ? 0.999 : 1;
    return share > edge ? 0 : (1 - share * share) * (1 - share * share);
  }

  private double tricube(double share) {
    if (rule == WeightRule.CLEVELAND && share <= 0.001) {
      return 1;
    }
    double edge = rule == WeightRule.CLEVELAND ? 0.999 : 1;
    double rest = 1 - share * share * share;
    return share > edge ? 0 : rest * rest * rest;
  }

  /** For each time the weights by which the values make the fit there. */
  private Optional<double[][]> rows(double[] x, double[] robust, int q) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      if (i > 0 && x[i] == x[i - 1]) {
        rows[i] = rows[i - 1];
        continue;
      }
      Optional<double[]> row = row(x, robust, q, x[i]);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows[i] = row.get();
    }
    return Optional.of(rows);
  }

  private Optional<double[]> row(double[] x, double[] robust, int q, double at) {
    double[] distances = Arrays.stream(x).map(v -> Math.abs(v - at)).sorted().toArray();
    double h = distances[q - 1];
    double[] w = new double[x.length];
    Arrays.setAll(
        w,
        i -> {
          double d = Math.abs(x[i] - at);
          return d > h ? 0 : robust[i] * (h == 0 ? 1 : tricube(d / h));
        });
    return LocalPolynomial.weights(x, w, at, h, degree == Degree.QUADRATIC ? 2 : 1);
  }

  private Smooth smooth(double[] x, double[] y, double[][] rows) {
    int n = x.length;
    double[] fitted = new double[n];
    Arrays.setAll(fitted, i -> Sums.dot(rows[i], y));
    double trace = 0;
    double rss = 0;
    for (int i = 0; i < n; i++) {
      trace += rows[i][i];
      rss += (y[i] - fitted[i]) * (y[i] - fitted[i]);
    }
    Outcome<double[]> errors =
        robustness > 0 || n > LARGEST_WITH_BANDS
            ? Outcome.undetermined(TrendReason.NOT_ASKED_FOR)
            : errors(rows, rss);
    List<Smooth.Point> points = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double value = fitted[i];
      int index = i;
      Outcome<ConfidenceInterval> band =
          errors
              .asOptional()
              .map(
                  e ->
                      Outcome.of(new ConfidenceInterval(value - e[index], value + e[index], level)))
              .orElseGet(() -> Outcome.undetermined(errors.whyNot().orElseThrow()));
      points.add(new Smooth.Point(x[i], value, band));
    }
    return new Smooth(points, trace);
  }

  /** Half the width of the band at each time. */
  private Outcome<double[]> errors(double[][] rows, double rss) {
    int n = rows.length;
    double[][] residual = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        residual[i][j] = (i == j ? 1 : 0) - rows[i][j];
      }
    }
    double d1 = 0;
    double d2 = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        d1 += residual[i][j] * residual[i][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = 0;
        for (int k = 0; k < n; k++) {
          product += residual[k][i] * residual[k][j];
        }
        d2 += product * product;
      }
    }
    if (!(d1 > 1e-9)) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double s = Math.sqrt(rss / d1);
    double t = Tails.studentTwoSidedQuantile(1 - level, d1 * d1 / d2);
    double[] half = new double[n];
    Arrays.setAll(half, i -> t * s * Math.sqrt(Sums.dot(rows[i], rows[i])));
    return Outcome.of(half);
  }
}
