package org.crosstally.trend;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.crosstally.trend.SeasonalMannKendall.Dependence;

/** Seasonal rank tests under the names of other programs. */
final class SeasonalPanel {

  private static final String ENVSTATS = "kendallSeasonalTrendTest";

  private SeasonalPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    int period = series.period();
    int[] ticks = Arrays.stream(series.x()).mapToInt(x -> (int) Math.rint(x * period)).toArray();
    GrowthPanel.addMonthly(series, ticks, rows);
    int[] season = Arrays.stream(ticks).map(t -> Math.floorMod(t, period) + 1).toArray();
    double[] year = Arrays.stream(ticks).mapToDouble(t -> Math.floorDiv(t, period)).toArray();
    SeasonalMannKendall independent = SeasonalMannKendall.withDefaults();
    independent
        .test(season, year, series.y())
        .asOptional()
        .ifPresent(r -> independent(series, r, season, year, rows));
    SeasonalMannKendall correlated = independent.with(Dependence.CORRELATED);
    correlated
        .with(ContinuityCorrection.NONE)
        .test(season, year, series.y())
        .asOptional()
        .ifPresent(r -> correlated(series, r, rows));
    correlated
        .test(season, year, series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("rkt-seasonal", "varS_corrected", r.varS())
                    .add("rkt-seasonal", "p_corrected", r.p().twoSided()));
  }

  private static void independent(
      PanelSeries series,
      SeasonalMannKendall.Result r,
      int[] season,
      double[] year,
      PanelRows rows) {
    rows.add("seasonal-mk", "Z", r.z()).add("seasonal-mk", "p", r.p().twoSided());
    for (SeasonalMannKendall.Group group : r.groups()) {
      rows.add("seasonal-mk", "S_season[" + group.group() + "]", (double) group.s())
          .add("seasonal-mk", "varS_season[" + group.group() + "]", group.varS());
    }
    rows.add("seasonal-sen", "slope", r.slope());
    intercept(series, season, year).ifPresent(a -> rows.add(ENVSTATS, "est_intercept", a));
    rows.add("rkt-seasonal", "S", (double) r.s())
        .add("rkt-seasonal", "varS", r.varS())
        .add("rkt-seasonal", "slope", r.slope())
        .add("rkt-seasonal", "tau", r.tau())
        .add("rkt-seasonal", "p", r.p().twoSided());
    String method = ENVSTATS;
    r.heterogeneity()
        .asOptional()
        .ifPresent(h -> rows.add(method, "chisq_het", h.chi2()).add(method, "p_het", h.p()));
    rows.add(method, "z_trend", r.z())
        .add(method, "p_trend", r.p().twoSided())
        .add(method, "est_tau", r.tau())
        .add(method, "est_slope", r.slope())
        .add(method, "slope_LCL", r.interval().low())
        .add(method, "slope_UCL", r.interval().high());
    pymannkendall("pymk:seasonal_test", series, r, rows);
  }

  /** EnvStats takes the median over the seasons of the intercepts of their own lines. */
  private static OptionalDouble intercept(PanelSeries series, int[] season, double[] year) {
    double[] intercepts =
        Arrays.stream(season)
            .distinct()
            .mapToObj(s -> IntStream.range(0, season.length).filter(i -> season[i] == s).toArray())
            .flatMap(
                who ->
                    TheilSen.withDefaults()
                        .fit(Samples.pick(year, who), Samples.pick(series.y(), who))
                        .asOptional()
                        .stream())
            .mapToDouble(TheilSen.Result::intercept)
            .toArray();
    return intercepts.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Samples.median(intercepts));
  }

  private static void correlated(PanelSeries series, SeasonalMannKendall.Result r, PanelRows rows) {
    rows.add("correlated-seasonal-mk", "Z", r.z())
        .add("correlated-seasonal-mk", "p", r.p().twoSided())
        .add("correlated-seasonal-mk", "S", (double) r.s())
        .add("correlated-seasonal-mk", "varS", r.varS());
    pymannkendall("pymk:correlated_seasonal_test", series, r, rows);
  }

  private static void pymannkendall(
      String method, PanelSeries series, SeasonalMannKendall.Result r, PanelRows rows) {
    double middle = (series.n() - 1) / 2.0 / series.period();
    rows.add(method, "p", r.p().twoSided())
        .add(method, "z", r.z())
        .add(method, "Tau", r.tau())
        .add(method, "s", (double) r.s())
        .add(method, "var_s", r.varS())
        .add(method, "slope", r.slope())
        .add(method, "intercept", Samples.median(series.y()) - middle * r.slope());
  }
}
