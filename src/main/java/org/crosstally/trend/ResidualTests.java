package org.crosstally.trend;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.crosstally.outcome.Outcome;

/**
 * Tests of what a line of least squares leaves: whether the residuals hang together in time, and
 * whether their spread changes with it.
 *
 * <ul>
 *   <li>Durbin-Watson: {@code d = sum (e[t] - e[t-1])^2 / sum e[t]^2}, with its exact p-value for
 *       independent normal errors, which depends on the times: the probability that {@code sum
 *       (lambda[i] - d) z[i]^2 < 0} for the eigenvalues of the quadratic form, by integration
 *       through the saddle point of its generating function, with relative precision in either
 *       tail. Up to {@value #LARGEST_EXACT} points. Beside it the p-value by the normal law with
 *       the true mean and variance of d, for any number of points.
 *   <li>Breusch-Godfrey at lag 1: n times R squared of the regression of the residuals on the times
 *       and the residual before (0 before the first), chi-square on 1 degree of freedom.
 *   <li>Breusch-Pagan in Koenker's form: n times R squared of the regression of the squared
 *       residuals on the times, chi-square on 1 degree of freedom.
 * </ul>
 *
 * <p>Durbin, J. and Watson, G. S. (1971), Testing for serial correlation in least squares
 * regression III, Biometrika 58, 1-19. Breusch, T. S. (1978), Australian Economic Papers 17,
 * 334-355; Godfrey, L. G. (1978), Econometrica 46, 1293-1301. Breusch, T. S. and Pagan, A. R.
 * (1979), Econometrica 47, 1287-1294; Koenker, R. (1981), Journal of Econometrics 17, 107-112.
 *
 * @param durbinWatson d, from 0 to 4; 2 without serial correlation
 * @param durbinWatsonP its exact p-values: {@code increasing} is the probability of a d as high or
 *     higher, {@code decreasing} that of one as low or lower, which positive correlation makes
 *     small; or why there are none
 * @param durbinWatsonNormal the same by a normal law with the mean {@code tr(MA)/(n - 2)} and the
 *     variance {@code 2 (tr(MAMA) - tr(MA)^2/(n - 2))/((n - 2) n)} of d, A the form of squared
 *     differences and M what the line leaves; or {@code ZERO_VARIANCE} where d can have one value
 *     only
 * @param breuschGodfrey serial correlation at lag 1, or why it cannot be tested
 * @param breuschPagan changing spread, or why it cannot be tested
 */
public record ResidualTests(
    double durbinWatson,
    Outcome<PValues> durbinWatsonP,
    Outcome<PValues> durbinWatsonNormal,
    Outcome<ChiSquareTest> breuschGodfrey,
    Outcome<ChiSquareTest> breuschPagan) {

  /** Up to here the eigenvalues behind the exact p-value are computed. */
  static final int LARGEST_EXACT = 400;

  /**
   * Tests the residuals of the line of least squares.
   *
   * @param x the times, in any order; equal ones are taken in the order given
   * @param y the value at each time
   * @return the tests, or why there are none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES}, {@code CONSTANT_VALUES} or {@code EXACT_LINE}
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public static Outcome<ResidualTests> of(double[] x, double[] y) {
    Outcome<LeastSquares.Result> fit = LeastSquares.withDefaults().fit(x, y);
    if (fit.whyNot().isPresent()) {
      return Outcome.undetermined(fit.whyNot().get());
    }
    int[] order = Samples.orderOfTimes(x);
    double[] times = Samples.pick(x, order);
    CentredLine line = CentredLine.through(times, Samples.pick(y, order));
    if (line.isExact()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double[] e = line.residuals();
    double d = statistic(e);
    return Outcome.of(
        new ResidualTests(
            d,
            exact(d, line),
            normal(d, line),
            godfrey(e, line.centred()),
            pagan(e, line.centred())));
  }

  private static double statistic(double[] e) {
    double sum = 0;
    for (int t = 1; t < e.length; t++) {
      sum += (e[t] - e[t - 1]) * (e[t] - e[t - 1]);
    }
    return sum / Sums.dot(e, e);
  }

  private static Outcome<PValues> exact(double d, CentredLine line) {
    int n = line.centred().length;
    if (n > LARGEST_EXACT) {
      return Outcome.undetermined(TrendReason.TOO_MANY_POINTS);
    }
    double[] forms = eigenvalues(line.centred(), line.sxx());
    double[] below = Arrays.stream(forms).map(value -> value - d).toArray();
    double[] above = Arrays.stream(below).map(value -> -value).toArray();
    double low = Math.min(1, Tails.floor(QuadraticForm.below(below)));
    double high = Math.min(1, Tails.floor(QuadraticForm.below(above)));
    double two = Math.min(1, 2 * Math.min(low, high));
    return Outcome.of(new PValues(two, high, low, Math.log10(two)));
  }

  /**
   * The constant has no differences, so that of the line only the times count: with q their unit
   * vector, tr(MA) = tr(A) - q'Aq and tr(MAMA) = tr(AA) - 2 |Aq|^2 + (q'Aq)^2.
   */
  private static Outcome<PValues> normal(double d, CentredLine line) {
    double[] q = Arrays.stream(line.centred()).map(v -> v / Math.sqrt(line.sxx())).toArray();
    int n = q.length;
    double form = 0;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      double before = t == 0 ? 0 : q[t] - q[t - 1];
      double after = t == n - 1 ? 0 : q[t + 1] - q[t];
      form += before * before;
      squares += (before - after) * (before - after);
    }
    double df = n - 2;
    double trace = 2 * (n - 1) - form;
    double variance =
        2 * (6 * n - 8 - 2 * squares + form * form - trace * trace / df) / (df * (df + 2));
    if (!(variance > 1e-12)) {
      return Outcome.undetermined(TrendReason.ZERO_VARIANCE);
    }
    double z = (d - trace / df) / Math.sqrt(variance);
    double low = Tails.floor(Tails.normalUpper(-z));
    double high = Tails.floor(Tails.normalUpper(z));
    double two = Math.min(1, 2 * Math.min(low, high));
    return Outcome.of(new PValues(two, high, low, Math.log10(two)));
  }

  /** The n - 2 eigenvalues of the differences' quadratic form on the space of residuals. */
  private static double[] eigenvalues(double[] centred, double sxx) {
    int n = centred.length;
    double[][] basis = Complement.of(centred, sxx);
    double[][] form = new double[n - 2][n - 2];
    for (int a = 0; a < n - 2; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int t = 1; t < n; t++) {
          sum += (basis[a][t] - basis[a][t - 1]) * (basis[b][t] - basis[b][t - 1]);
        }
        form[a][b] = sum;
        form[b][a] = sum;
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(form, false)).getRealEigenvalues();
  }

  private static Outcome<ChiSquareTest> godfrey(double[] e, double[] centred) {
    double[][] rows = new double[e.length][];
    Arrays.setAll(rows, t -> new double[] {1, centred[t], t == 0 ? 0 : e[t - 1]});
    return explained(rows, e, Sums.dot(e, e));
  }

  private static Outcome<ChiSquareTest> pagan(double[] e, double[] centred) {
    double[] squares = Arrays.stream(e).map(v -> v * v).toArray();
    double mean = Sums.mean(squares);
    double[] deviations = Arrays.stream(squares).map(v -> v - mean).toArray();
    double[][] rows = new double[e.length][];
    Arrays.setAll(rows, t -> new double[] {1, centred[t]});
    return explained(rows, deviations, Sums.dot(deviations, deviations));
  }

  private static Outcome<ChiSquareTest> explained(double[][] rows, double[] e, double total) {
    Optional<Regression> fit = Regression.fit(rows, e);
    if (fit.isEmpty() || !(total > 0)) {
      return Outcome.undetermined(TrendReason.NOT_IDENTIFIED);
    }
    double statistic = Math.max(0, e.length * (1 - fit.get().rss() / total));
    return Outcome.of(new ChiSquareTest(statistic, 1, Tails.chiSquareUpper(statistic, 1)));
  }
}
