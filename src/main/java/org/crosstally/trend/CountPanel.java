package org.crosstally.trend;

/** Count models under the names of other programs. */
final class CountPanel {

  private CountPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    for (CountRegression.Family family : CountRegression.Family.values()) {
      CountRegression.withDefaults()
          .with(family)
          .fit(series.x(), series.y())
          .asOptional()
          .ifPresent(r -> model(r, rows));
    }
    for (int lag = 1; lag <= Math.min(2, series.n() - 1); lag++) {
      String quantity = "se_slope_lag" + lag;
      CountRegression.withDefaults()
          .with(CountRegression.Family.POISSON)
          .with(ErrorModel.neweyWest(Bandwidth.fixed(lag), SmallSample.NONE))
          .fit(series.x(), series.y())
          .asOptional()
          .ifPresent(r -> rows.add("poisson-hac", quantity, r.slope().standardError()));
    }
  }

  private static void model(CountRegression.Result r, PanelRows rows) {
    String method =
        switch (r.family()) {
          case POISSON -> "poisson";
          case QUASI_POISSON -> "quasipoisson";
          case NEGATIVE_BINOMIAL -> "negbin";
        };
    rows.add(method, "intercept", r.intercept().estimate())
        .add(method, "slope", r.slope().estimate())
        .add(method, "se_intercept", r.intercept().standardError())
        .add(method, "se_slope", r.slope().standardError())
        .add(method, "stat_slope", r.slope().statistic())
        .add(method, "p_slope", r.slope().p())
        .add(method, "deviance", r.deviance())
        .add(method, "null_deviance", r.nullDeviance())
        .add(method, "pearson_X2", r.pearson())
        .add(method, "df", r.n() - 2)
        .add(method, "pct_per_unit", r.percent())
        .add(method, "pct_lo95", r.percentInterval().low())
        .add(method, "pct_hi95", r.percentInterval().high());
    switch (r.family()) {
      case POISSON ->
          r.logLikelihood()
              .asOptional()
              .ifPresent(l -> rows.add(method, "logLik", l).add(method, "AIC", 4 - 2 * l));
      case QUASI_POISSON -> rows.add(method, "dispersion", r.dispersion());
      case NEGATIVE_BINOMIAL -> {
        r.theta()
            .asOptional()
            .ifPresent(
                t ->
                    rows.add(method, "theta", t.estimate())
                        .add(method, "se_theta", t.standardError()));
        r.logLikelihood()
            .asOptional()
            .ifPresent(l -> rows.add(method, "twologlik", 2 * l).add(method, "AIC", 6 - 2 * l));
      }
    }
  }
}
