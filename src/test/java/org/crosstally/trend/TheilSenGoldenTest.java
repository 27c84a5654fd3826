package org.crosstally.trend;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Theil-Sen as scipy, R's trend, mblm and EnvStats and pymannkendall compute it. */
class TheilSenGoldenTest {

  static Stream<Golden.Value> lines() {
    return Golden.of(
            "theilslopes-separate",
            "theilslopes-joint",
            "sens-slope",
            "theil-mblm",
            "kendallTrendTest",
            "pymk:original_test")
        .filter(value -> value.quantity().matches("slope.*|intercept|lo9.|hi9."));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void lineAndIntervalAreThoseOfOtherPrograms(Golden.Value value) {
    TheilSen.Result ours = line(value);
    double number =
        switch (value.quantity()) {
          case "slope" -> ours.slope();
          case "intercept" -> ours.intercept();
          case "lo95", "lo90", "slope_LCL" -> ours.interval().low();
          case "hi95", "hi90", "slope_UCL" -> ours.interval().high();
          default -> throw new AssertionError(value);
        };
    // EnvStats interpolates between slopes that differ much, with a quantile good to 1e-13.
    value.isMatchedBy(number, 1e-12);
  }

  private static TheilSen.Result line(Golden.Value value) {
    TheilSen procedure =
        TheilSen.withDefaults()
            .with(
                value.method().equals("kendallTrendTest")
                    ? TheilSen.RankRule.INTERPOLATED
                    : TheilSen.RankRule.ROUNDED)
            .with(
                value.method().matches("theilslopes-joint|theil-mblm")
                    ? TheilSen.InterceptRule.MEDIAN_RESIDUAL
                    : TheilSen.InterceptRule.CONOVER)
            .withLevel(value.quantity().endsWith("90") ? 0.90 : 0.95);
    double[] y = value.series().y();
    double[] x = value.series().x();
    if (value.method().equals("sens-slope")) {
      return procedure.fit(y).orElseThrow();
    }
    if (value.method().equals("pymk:original_test")) {
      // pymannkendall counts time from 0, whatever the years.
      Arrays.setAll(x, i -> i);
    }
    return procedure.fit(x, y).orElseThrow();
  }
}
