package org.crosstally.trend;

import java.util.Arrays;
import java.util.Optional;

/** Rank tests and median slopes under the names of other programs. */
final class MonotonePanel {

  private MonotonePanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    MannKendall normal = MannKendall.withDefaults().with(PValueMethod.NORMAL);
    Optional<MannKendall.Result> corrected = normal.test(series.x(), series.y()).asOptional();
    Optional<MannKendall.Result> plain =
        normal.with(ContinuityCorrection.NONE).test(series.x(), series.y()).asOptional();
    corrected.ifPresent(result -> corrected(series, result, rows));
    plain.ifPresent(result -> plain(result, rows));
    corrected.ifPresent(result -> kendallTauC(series, result, rows));
    MannKendall.withDefaults()
        .with(PValueMethod.EXACT)
        .test(series.x(), series.y())
        .asOptional()
        .ifPresent(result -> exact(series, result, rows));
    slopes(series, rows);
    repeatedMedian(series, rows);
    upperMedians(series, rows);
  }

  private static void corrected(PanelSeries series, MannKendall.Result r, PanelRows rows) {
    rows.add("mann-kendall", "S", (double) r.s())
        .add("mann-kendall", "varS", r.varS())
        .add("mann-kendall", "tau_b", r.tauB())
        .add("mann-kendall", "Z_cc", r.z())
        .add("mann-kendall", "p_two", r.pNormal().twoSided());
    rows.add("kendallTrendTest", "tau_a", r.tauA())
        .add("kendallTrendTest", "S", (double) r.s())
        .add("kendallTrendTest", "varS", r.varS())
        .add("kendallTrendTest", "Z_cc", r.z())
        .add("kendallTrendTest", "p_two", r.pNormal().twoSided());
    rows.add("rkt", "S", (double) r.s())
        .add("rkt", "varS", r.varS())
        .add("rkt", "tau", r.tauA())
        .add("rkt", "p", r.pNormal().twoSided());
    if (series.unitSpaced()) {
      String pymk = "pymk:original_test";
      rows.add(pymk, "s", (double) r.s())
          .add(pymk, "var_s", r.varS())
          .add(pymk, "Tau", r.tauA())
          .add(pymk, "z", r.z())
          .add(pymk, "p", r.pNormal().twoSided());
    }
  }

  private static void plain(MannKendall.Result r, PanelRows rows) {
    rows.add("mann-kendall", "Z_nocc", r.z())
        .add("mann-kendall", "p_two_nocc", r.pNormal().twoSided());
    rows.add("kendall", "tau_b", r.tauB())
        .add("kendall", "z_nocc", r.z())
        .add("kendall", "p_two_nocc", r.pNormal().twoSided());
    rows.add("kendalltau", "tau_b", r.tauB())
        .add("kendalltau", "p_two_nocc", r.pNormal().twoSided());
  }

  /** Stuart's tau-c, {@code 2 S m / (n^2 (m - 1))} with m the smaller number of distinct levels. */
  private static void kendallTauC(PanelSeries series, MannKendall.Result r, PanelRows rows) {
    long levels =
        Math.min(
            Arrays.stream(series.x()).distinct().count(),
            Arrays.stream(series.y()).distinct().count());
    double n = series.n();
    rows.add("kendalltau", "tau_c", 2.0 * r.s() / (n * n * (levels - 1) / levels));
  }

  private static void exact(PanelSeries series, MannKendall.Result r, PanelRows rows) {
    PValues p = r.p();
    String method = "mann-kendall-exact";
    rows.add(method, "S", (double) r.s())
        .add(method, "p_two_exact_ties", p.twoSided())
        .add(method, "p_greater_exact", p.increasing())
        .add(method, "p_less_exact", p.decreasing());
    if (series.n() <= 8) {
      rows.add(method, "p_two_bruteforce", p.twoSided());
    }
    boolean ties = Arrays.stream(series.y()).distinct().count() < series.n();
    if (!ties) {
      long pairs = series.n() * (series.n() - 1L) / 2;
      rows.add("kendall-exact", "T_concordant", (pairs + r.s()) / 2.0)
          .add("kendall-exact", "p_two_exact", p.twoSided());
    }
  }

  private static void slopes(PanelSeries series, PanelRows rows) {
    TheilSen conover = TheilSen.withDefaults();
    Optional<TheilSen.Result> rounded = conover.fit(series.x(), series.y()).asOptional();
    if (rounded.isEmpty()) {
      return;
    }
    TheilSen.Result line = rounded.get();
    TheilSen.Result joint =
        conover
            .with(TheilSen.InterceptRule.MEDIAN_RESIDUAL)
            .fit(series.x(), series.y())
            .orElseThrow();
    TheilSen.Result wide =
        conover.with(TheilSen.RankRule.INTERPOLATED).fit(series.x(), series.y()).orElseThrow();
    TheilSen.Result ninety = conover.withLevel(0.9).fit(series.x(), series.y()).orElseThrow();
    rows.add("kendallTrendTest", "slope", line.slope())
        .add("kendallTrendTest", "intercept", line.intercept())
        .add("rkt", "slope", line.slope());
    if (wide.reach() == TheilSen.Reach.WITHIN_SLOPES) {
      rows.add("kendallTrendTest", "slope_LCL", wide.interval().low())
          .add("kendallTrendTest", "slope_UCL", wide.interval().high());
    }
    if (series.unitSpaced()) {
      rows.add("sens-slope", "slope", line.slope())
          .add("sens-slope", "lo95", line.interval().low())
          .add("sens-slope", "hi95", line.interval().high())
          .add("pymk:original_test", "slope", line.slope())
          .add("pymk:original_test", "intercept", line.intercept() + line.slope() * series.x()[0]);
    }
    rows.add("theilslopes-separate", "slope", line.slope())
        .add("theilslopes-separate", "intercept", line.intercept())
        .add("theilslopes-separate", "lo95", line.interval().low())
        .add("theilslopes-separate", "hi95", line.interval().high())
        .add("theilslopes-separate", "lo90", ninety.interval().low())
        .add("theilslopes-separate", "hi90", ninety.interval().high());
    rows.add("theilslopes-joint", "slope", joint.slope())
        .add("theilslopes-joint", "intercept", joint.intercept())
        .add("theilslopes-joint", "lo95", joint.interval().low())
        .add("theilslopes-joint", "hi95", joint.interval().high());
    rows.add("theil-mblm", "slope", joint.slope())
        .add("theil-mblm", "intercept", joint.intercept());
  }

  private static void repeatedMedian(PanelSeries series, PanelRows rows) {
    RepeatedMedian siegel = RepeatedMedian.withDefaults();
    siegel
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("siegelslopes-hierarchical", "slope", r.slope())
                    .add("siegelslopes-hierarchical", "intercept", r.intercept()));
    siegel
        .with(RepeatedMedian.InterceptRule.REPEATED_MEDIAN)
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("siegel", "slope", r.slope())
                    .add("siegel", "intercept", r.intercept())
                    .add("siegelslopes-separate", "slope", r.slope())
                    .add("siegelslopes-separate", "intercept", r.intercept()));
  }

  /** R robslopes takes the upper of two middle values throughout. */
  private static void upperMedians(PanelSeries series, PanelRows rows) {
    TheilSen.withDefaults()
        .with(TheilSen.InterceptRule.MEDIAN_RESIDUAL)
        .with(MedianRule.UPPER_MIDDLE)
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("robslopes-TheilSen", "slope", r.slope())
                    .add("robslopes-TheilSen", "intercept", r.intercept()));
    RepeatedMedian.withDefaults()
        .with(MedianRule.UPPER_MIDDLE)
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("siegel-robslopes", "slope", r.slope())
                    .add("siegel-robslopes", "intercept", r.intercept()));
  }
}
