package org.crosstally.trend;

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
    rows.add(method + "-diag", "DW", found.durbinWatson());
    if (method.endsWith("-log")) {
      rows.add(method, "APC_pct", 100 * Math.expm1(slope.estimate()))
          .add(method, "APC_lo95", 100 * Math.expm1(slope.interval().low()))
          .add(method, "APC_hi95", 100 * Math.expm1(slope.interval().high()));
    }
  }

  private static void robust(PanelSeries series, PanelRows rows, String method) {
    for (ErrorModel.Variant variant : ErrorModel.Variant.values()) {
      inference(series, ErrorModel.heteroskedastic(variant), rows)
          .ifPresent(
              found ->
                  rows.add(
                      method + "-hc", "se_slope_" + variant, found.slope().standardError()));
    }
    for (int lag = 1; lag <= Math.min(3, series.n() - 1); lag++) {
      for (SmallSample sample : SmallSample.values()) {
        String suffix = "_lag" + lag + (sample == SmallSample.NONE ? "" : "_adj");
        inference(series, ErrorModel.neweyWest(Bandwidth.fixed(lag), sample), rows)
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

  private static java.util.Optional<LeastSquares.Inference> inference(
      PanelSeries series, ErrorModel model, PanelRows rows) {
    return LeastSquares.withDefaults()
        .with(model)
        .fit(series.x(), series.y())
        .asOptional()
        .flatMap(line -> line.inference().asOptional());
  }
}
