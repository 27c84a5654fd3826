package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Least squares as R's lm, lmtest and sandwich and statsmodels compute it. */
class LeastSquaresGoldenTest {

  /** R and statsmodels do not centre the years, and lose digits by it; in a tail of 1e-23 more. */
  private static final double UNCENTRED = 1e-9;

  private static final double UNCENTRED_TAIL = 1e-8;

  /** What centring leaves of the digits of a double. */
  private static final double EXACT = 1e-13;

  private static final Pattern LAG = Pattern.compile("lag(\\d)(_adj)?$");

  static Stream<Golden.Value> classical() {
    // The other residual tests are in the panel.
    return Golden.of("ols", "ols-log", "ols-diag", "ols-log-diag")
        .filter(v -> !v.method().endsWith("-diag") || v.quantity().equals("DW"));
  }

  @ParameterizedTest
  @MethodSource("classical")
  void lineAndClassicalErrorsAreThoseOfOtherPrograms(Golden.Value value) {
    value.isMatchedBy(classical(value), UNCENTRED);
  }

  static Stream<Golden.Value> exact() {
    return Golden.exact("ols", "ols-diag");
  }

  @ParameterizedTest
  @MethodSource("exact")
  void lineAndClassicalErrorsAreExact(Golden.Value value) {
    isExact(value, classical(value));
  }

  private static double classical(Golden.Value value) {
    LeastSquares.Result line = fit(value, ErrorModel.classical());
    LeastSquares.Inference found = line.inference().orElseThrow();
    LeastSquares.Coefficient slope = found.slope();
    return switch (value.quantity()) {
      case "slope" -> line.slope();
      case "intercept" -> line.intercept();
      case "se_slope" -> slope.standardError();
      case "se_intercept" -> found.intercept().standardError();
      case "t_slope" -> slope.statistic();
      case "F" -> slope.statistic() * slope.statistic();
      case "p_slope" -> slope.p();
      case "slope_lo95" -> slope.interval().low();
      case "slope_hi95" -> slope.interval().high();
      case "APC_pct" -> 100 * Math.expm1(line.slope());
      case "APC_lo95" -> 100 * Math.expm1(slope.interval().low());
      case "APC_hi95" -> 100 * Math.expm1(slope.interval().high());
      case "r2" -> line.rSquared();
      case "adj_r2" -> line.adjustedRSquared();
      case "rss" -> line.residualSumOfSquares();
      case "sigma" -> found.sigma();
      case "df" -> found.degreesOfFreedom();
      case "logLik" -> found.logLikelihood();
      case "AIC" -> found.aic();
      case "BIC" -> found.bic();
      case "DW" -> found.durbinWatson();
      default -> throw new AssertionError(value);
    };
  }

  static Stream<Golden.Value> robust() {
    return Golden.of("ols-hac", "ols-log-hac", "ols-hc", "ols-log-hc")
        .filter(v -> !v.quantity().contains("auto"));
  }

  @ParameterizedTest
  @MethodSource("robust")
  void robustErrorsAreThoseOfOtherPrograms(Golden.Value value) {
    value.isMatchedBy(
        robust(value), value.quantity().startsWith("p_") ? UNCENTRED_TAIL : UNCENTRED);
  }

  static Stream<Golden.Value> exactRobust() {
    return Golden.exact("ols-hac");
  }

  @ParameterizedTest
  @MethodSource("exactRobust")
  void robustErrorsAreExact(Golden.Value value) {
    isExact(value, robust(value));
  }

  private static double robust(Golden.Value value) {
    LeastSquares.Inference found = fit(value, model(value.quantity())).inference().orElseThrow();
    if (value.quantity().startsWith("p_")) {
      return found.slope().p();
    }
    return value.quantity().startsWith("se_intercept")
        ? found.intercept().standardError()
        : found.slope().standardError();
  }

  /** A rounding of t moves the tail p by about ln(p) times as much. */
  private static void isExact(Golden.Value value, double ours) {
    boolean isTail = value.quantity().startsWith("p_");
    if (isTail && value.value() == 0) {
      assertThat(ours).as(value.toString()).isEqualTo(Double.MIN_VALUE);
    } else {
      value.isMatchedBy(ours, isTail ? EXACT * (5 - Math.log(value.value())) : EXACT);
    }
  }

  private static ErrorModel model(String quantity) {
    Matcher lag = LAG.matcher(quantity);
    if (lag.find()) {
      return ErrorModel.neweyWest(
          Bandwidth.fixed(Integer.parseInt(lag.group(1))),
          quantity.endsWith("_adj") ? SmallSample.N_OVER_N_MINUS_K : SmallSample.NONE);
    }
    String variant = quantity.substring(quantity.lastIndexOf('_') + 1);
    return ErrorModel.heteroskedastic(ErrorModel.Variant.valueOf(variant));
  }

  private static LeastSquares.Result fit(Golden.Value value, ErrorModel model) {
    double[] y = value.method().contains("-log") ? value.series().logY() : value.series().y();
    return LeastSquares.withDefaults().with(model).fit(value.series().x(), y).orElseThrow();
  }
}
