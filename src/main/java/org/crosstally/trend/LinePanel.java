package org.crosstally.trend;

import java.util.Optional;

/** Least squares under the names of other programs. */
final class LinePanel {

  private LinePanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    line(series, rows, "ols");
    if (series.positive()) {
      line(series.log(), rows, "ols-log");
    }
  }

  private static void line(PanelSeries series, PanelRows rows, String method) {
    LeastSquares.withDefaults()
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            line -> {
              rows.add(method, "slope", line.slope())
                  .add(method, "intercept", line.intercept())
                  .add(method, "r2", line.rSquared())
                  .add(method, "adj_r2", line.adjustedRSquared())
                  .add(method, "rss", line.residualSumOfSquares());
              line.inference().asOptional().ifPresent(found -> errors(found, rows, method));
            });
    robust(series, rows, method);
    autoregressive(series, rows, method + "-ar1");
    ResidualTests.of(series.x(), series.y())
        .asOptional()
        .ifPresent(tests -> residuals(series, tests, rows, method));
  }

  private static void autoregressive(PanelSeries series, PanelRows rows, String method) {
    AutoregressiveLine.withDefaults()
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            line ->
                rows.add(method, "slope", line.slope().estimate())
                    .add(method, "se_slope", line.slope().standardError())
                    .add(method, "p_slope", line.slope().p())
                    .add(method, "phi", line.autocorrelation()));
  }

  /**
   * R's lmtest gives the exact p of Durbin and Watson below 100 points, and from there a normal.
   */
  private static void residuals(
      PanelSeries series, ResidualTests tests, PanelRows rows, String method) {
    String diag = method + "-diag";
    rows.add(diag, "DW", tests.durbinWatson());
    boolean few = series.n() < 100;
    tests
        .durbinWatsonP()
        .asOptional()
        .ifPresent(p -> rows.add(diag, few ? "DW_p_two" : "DW_p_two_exact", p.twoSided()));
    tests
        .durbinWatsonNormal()
        .asOptional()
        .ifPresent(p -> rows.add(diag, few ? "DW_p_two_normal" : "DW_p_two", p.twoSided()));
    tests
        .breuschGodfrey()
        .asOptional()
        .ifPresent(t -> rows.add(diag, "BG1", t.statistic()).add(diag, "BG1_p", t.p()));
    tests
        .breuschPagan()
        .asOptional()
        .ifPresent(t -> rows.add(diag, "BP", t.statistic()).add(diag, "BP_p", t.p()));
    automatic(series, rows, method);
  }

  private static void automatic(PanelSeries series, PanelRows rows, String method) {
    Bandwidth.Automatic rule = new Bandwidth.Automatic(Bandwidth.Origin.AS_GIVEN);
    double[] residuals = CentredLine.through(series.x(), series.y()).residuals();
    rows.add(method + "-hac", "auto_bw", rule.width(series.x(), residuals));
    inference(series, ErrorModel.neweyWest(rule, SmallSample.NONE))
        .ifPresent(
            found -> rows.add(method + "-hac", "se_slope_auto", found.slope().standardError()));
  }

  private static void errors(LeastSquares.Inference found, PanelRows rows, String method) {
    LeastSquares.Coefficient slope = found.slope();
    rows.add(method, "se_intercept", found.intercept().standardError())
        .add(method, "se_slope", slope.standardError())
        .add(method, "t_slope", slope.statistic())
        .add(method, "p_slope", slope.p())
        .add(method, "sigma", found.sigma())
        .add(method, "F", slope.statistic() * slope.statistic())
        .add(method, "df", found.degreesOfFreedom())
        .add(method, "slope_lo95", slope.interval().low())
        .add(method, "slope_hi95", slope.interval().high())
        .add(method, "logLik", found.logLikelihood())
        .add(method, "AIC", found.aic())
        .add(method, "BIC", found.bic());
    if (method.endsWith("-log")) {
      rows.add(method, "APC_pct", 100 * Math.expm1(slope.estimate()))
          .add(method, "APC_lo95", 100 * Math.expm1(slope.interval().low()))
          .add(method, "APC_hi95", 100 * Math.expm1(slope.interval().high()));
    }
  }

  private static void robust(PanelSeries series, PanelRows rows, String method) {
    for (ErrorModel.Variant variant : ErrorModel.Variant.values()) {
      inference(series, ErrorModel.heteroskedastic(variant))
          .ifPresent(
              found ->
                  rows.add(method + "-hc", "se_slope_" + variant, found.slope().standardError()));
    }
    for (int lag = 1; lag <= Math.min(3, series.n() - 1); lag++) {
      for (SmallSample sample : SmallSample.values()) {
        String suffix = "_lag" + lag + (sample == SmallSample.NONE ? "" : "_adj");
        inference(series, ErrorModel.neweyWest(Bandwidth.fixed(lag), sample))
            .ifPresent(
                found ->
                    rows.add(
                            method + "-hac",
                            "se_intercept" + suffix,
                            found.intercept().standardError())
                        .add(method + "-hac", "se_slope" + suffix, found.slope().standardError())
                        .add(method + "-hac", "p_slope" + suffix, found.slope().p()));
      }
    }
  }

  private static Optional<LeastSquares.Inference> inference(PanelSeries series, ErrorModel model) {
    return LeastSquares.withDefaults()
        .with(model)
        .fit(series.x(), series.y())
        .asOptional()
        .flatMap(line -> line.inference().asOptional());
  }
}
