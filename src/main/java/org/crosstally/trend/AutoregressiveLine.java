package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * The straight line of generalised least squares with first-order autoregressive errors.
 *
 * <p>Errors k steps of time apart have the correlation {@code phi^k}, so that a gap keeps its
 * place. phi maximises the likelihood of normal errors, {@link Likelihood#RESTRICTED} or {@link
 * Likelihood#FULL}, over the whole of (-1, 1): a grid brackets the best value, and golden sections
 * narrow it to 1e-10. The variance is {@code s^2 = e' V^-1 e/(n - 2)}, for the full likelihood
 * {@code /n}; the slope is referred to t on n - 2 degrees of freedom. On 15 points phi is biased
 * towards 0, and errors are still somewhat too small. Instances are immutable.
 *
 * <p>Cochrane, D. and Orcutt, G. H. (1949), Journal of the American Statistical Association 44,
 * 32-61. Beach, C. M. and MacKinnon, J. G. (1978), A maximum likelihood procedure for regression
 * with autocorrelated errors, Econometrica 46, 51-58. Pinheiro, J. C. and Bates, D. M. (2000),
 * Mixed-Effects Models in S and S-PLUS, section 5.4, for the restricted likelihood.
 */
public final class AutoregressiveLine {

  /** Which likelihood phi maximises. */
  public enum Likelihood {
    /** Of the contrasts that do not depend on the line; less biased. */
    RESTRICTED,
    /** Of the values. */
    FULL
  }

  private static final int GRID = 200;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private static final AutoregressiveLine DEFAULT =
      new AutoregressiveLine(Likelihood.RESTRICTED, 0.95);

  private final Likelihood likelihood;
  private final double level;

  private AutoregressiveLine(Likelihood likelihood, double level) {
    this.likelihood = likelihood;
    this.level = level;
  }

  /**
   * The line with {@link Likelihood#RESTRICTED} and a level of 0.95.
   *
   * @return the default procedure
   */
  public static AutoregressiveLine withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another likelihood.
   *
   * @param v the likelihood
   * @return a copy
   */
  public AutoregressiveLine with(Likelihood v) {
    return new AutoregressiveLine(Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public AutoregressiveLine withLevel(double v) {
    return new AutoregressiveLine(likelihood, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The line through values at their times.
   *
   * @param x the times, in any order, on an even grid that may have gaps
   * @param y the value at each time
   * @return the line, or why there is none: {@code TOO_FEW_POINTS} below four, {@code
   *     CONSTANT_TIMES}, {@code CONSTANT_VALUES}, {@code EXACT_LINE}, {@code TIED_TIMES}, {@code
   *     UNEVEN_TIMES}, or {@code UNIT_ROOT} if the likelihood grows up to |phi| = 1
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Outcome<LeastSquares.Result> plain = LeastSquares.withDefaults().fit(x, y);
    if (plain.whyNot().isPresent()) {
      return Outcome.undetermined(plain.whyNot().get());
    }
    if (x.length < 4) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (CentredLine.through(x, y).isExact()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    Outcome<TimeGrid> grid = TimeGrid.of(x, y);
    if (grid.whyNot().isPresent()) {
      return Outcome.undetermined(grid.whyNot().get());
    }
    return fit(grid.orElseThrow(), Sums.mean(x), Arrays.stream(x).min().orElseThrow());
  }

  private Outcome<Result> fit(TimeGrid grid, double meanX, double firstX) {
    int[] places = grid.places();
    double centre = (meanX - firstX) / grid.step();
    double[] times = Arrays.stream(places).mapToDouble(p -> p - centre).toArray();
    double[] values = grid.values();
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < GRID; k++) {
      double now = whitened(places, times, values, phi(k)).logLikelihood();
      if (now > highest) {
        highest = now;
        best = k;
      }
    }
    if (best == 1 || best == GRID - 1) {
      double edge = best == 1 ? -1 + 1e-9 : 1 - 1e-9;
      if (whitened(places, times, values, edge).logLikelihood() > highest) {
        return Outcome.undetermined(TrendReason.UNIT_ROOT);
      }
    }
    double phi = golden(places, times, values, phi(best - 1), phi(best + 1));
    return Outcome.of(result(whitened(places, times, values, phi), phi, grid, meanX));
  }

  private static double phi(int k) {
    return Math.max(-1 + 1e-12, Math.min(1 - 1e-12, 2.0 * k / GRID - 1));
  }

  private double golden(int[] places, double[] x, double[] y, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > 1e-10) {
      double a = high - GOLDEN * (high - low);
      double b = low + GOLDEN * (high - low);
      if (whitened(places, x, y, a).logLikelihood() > whitened(places, x, y, b).logLikelihood()) {
        high = b;
      } else {
        low = a;
      }
    }
    return (low + high) / 2;
  }

  private Result result(Whitened fit, double phi, TimeGrid grid, double meanX) {
    int n = fit.n;
    double variance = fit.rss / (likelihood == Likelihood.FULL ? n : n - 2);
    double determinant = fit.s11 * fit.sxx - fit.s1x * fit.s1x;
    double step = grid.step();
    double slopeError = Math.sqrt(variance * fit.s11 / determinant) / step;
    double slope = fit.slope / step;
    double t = slope / slopeError;
    double q = Tails.studentTwoSidedQuantile(1 - level, n - 2);
    return new Result(
        n,
        new LeastSquares.Coefficient(
            slope,
            slopeError,
            t,
            Tails.studentTwoSided(t, n - 2),
            new ConfidenceInterval(slope - q * slopeError, slope + q * slopeError, level)),
        fit.level - slope * meanX,
        phi,
        Math.sqrt(variance),
        fit.logLikelihood(),
        likelihood);
  }

  private Whitened whitened(int[] places, double[] x, double[] y, double phi) {
    return new Whitened(places, x, y, phi, likelihood);
  }

  /** The regression on values that the autoregression has made independent. */
  private static final class Whitened {
    private final int n;
    private final Likelihood likelihood;
    private final double logDeterminant;
    private final double level;
    private final double slope;
    private final double rss;
    private final double s11;
    private final double s1x;
    private final double sxx;

    Whitened(int[] places, double[] x, double[] y, double phi, Likelihood likelihood) {
      this.n = x.length;
      this.likelihood = likelihood;
      double[] one = new double[n];
      double[] times = new double[n];
      double[] values = new double[n];
      double log = 0;
      for (int i = 0; i < n; i++) {
        double r = i == 0 ? 0 : Math.pow(phi, places[i] - places[i - 1]);
        double share = 1 / Math.sqrt(1 - r * r);
        log += Math.log1p(-r * r);
        one[i] = share * (1 - r);
        times[i] = share * (x[i] - (i == 0 ? 0 : r * x[i - 1]));
        values[i] = share * (y[i] - (i == 0 ? 0 : r * y[i - 1]));
      }
      this.logDeterminant = log;
      this.s11 = Sums.dot(one, one);
      this.s1x = Sums.dot(one, times);
      this.sxx = Sums.dot(times, times);
      double s1y = Sums.dot(one, values);
      double sxy = Sums.dot(times, values);
      double determinant = s11 * sxx - s1x * s1x;
      this.slope = (s11 * sxy - s1x * s1y) / determinant;
      this.level = (sxx * s1y - s1x * sxy) / determinant;
      double[] rest = new double[n];
      Arrays.setAll(rest, i -> values[i] - level * one[i] - slope * times[i]);
      this.rss = Sums.dot(rest, rest);
    }

    double logLikelihood() {
      int df = likelihood == Likelihood.FULL ? n : n - 2;
      double value = -0.5 * (df * (Math.log(2 * Math.PI * rss / df) + 1) + logDeterminant);
      return likelihood == Likelihood.FULL ? value : value - 0.5 * Math.log(s11 * sxx - s1x * s1x);
    }
  }

  /**
   * The line.
   *
   * @param n the number of points
   * @param slope the slope, in units of y per unit of x
   * @param intercept the value of the line at x = 0
   * @param autocorrelation phi, the correlation of errors a step of time apart
   * @param sigma the standard deviation of the errors, in units of y
   * @param logLikelihood the logarithm of the likelihood; a restricted one is on the scale of times
   *     in steps about their mean
   * @param likelihood which likelihood was maximised
   */
  public record Result(
      int n,
      LeastSquares.Coefficient slope,
      double intercept,
      double autocorrelation,
      double sigma,
      double logLikelihood,
      Likelihood likelihood) {

    /**
     * The line at a time.
     *
     * @param x the time
     * @return {@code intercept + slope x}
     */
    public double at(double x) {
      return intercept + slope.estimate() * x;
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return slope with error and p, and the autocorrelation
     */
    public List<Evidence> rows() {
      String method = "generalised least squares, AR(1)";
      return List.of(
          new Evidence(method, "slope", slope.estimate()),
          new Evidence(method, "slope, standard error", slope.standardError()),
          new Evidence(method, "slope, p", slope.p()),
          new Evidence(method, "autocorrelation", autocorrelation));
    }
  }
}
