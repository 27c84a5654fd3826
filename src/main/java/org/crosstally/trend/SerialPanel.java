package org.crosstally.trend;

import org.crosstally.trend.CorrectedMannKendall.Correction;
import org.crosstally.trend.PrewhitenedMannKendall.Method;

/** Rank tests for serially correlated values under the names of other programs. */
final class SerialPanel {

  private SerialPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    if (!series.unitSpaced()) {
      return;
    }
    CorrectedMannKendall hamedRao = CorrectedMannKendall.withDefaults();
    CorrectedMannKendall lagSum = hamedRao.with(Correction.YUE_WANG_LAG_SUM);
    modified(series, rows, "mmkh", hamedRao);
    modified(series, rows, "mmkh3lag", hamedRao.withLags(3));
    modified(series, rows, "mmky", lagSum);
    modified(series, rows, "mmky1lag", hamedRao.with(Correction.YUE_WANG_AR1_FIRST_WEIGHT));
    modification(series, rows, "hamed_rao_modification_test", hamedRao);
    modification(series, rows, "yue_wang_modification_test", lagSum);
    for (int lag : new int[] {1, 3}) {
      modification(series, rows, "hamed_rao_modification_test-lag" + lag, hamedRao.withLags(lag));
      modification(series, rows, "yue_wang_modification_test-lag" + lag, lagSum.withLags(lag));
    }
    whitened(series, rows, "pwmk", Method.LAG_ONE, "Sen_s_Slope", "old_Sen_s_Slope");
    whitened(series, rows, "tfpwmk", Method.TREND_FREE, "Sen_s_Slope", "Old_Sen_s_Slope");
    whitened(series, rows, "bcpw", Method.BIAS_CORRECTED, "Prewhitened_Sen_s_Slope", "Sen_s_Slope");
    whitening(series, rows, "pre_whitening_modification_test", Method.LAG_ONE);
    whitening(series, rows, "trend_free_pre_whitening_modification_test", Method.TREND_FREE);
  }

  private static void modified(
      PanelSeries series, PanelRows rows, String name, CorrectedMannKendall test) {
    String method = "modified-mk:" + name;
    test.test(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add(method, "Corrected_Zc", r.z())
                    .add(method, "new_P_value", r.p().twoSided())
                    .add(method, "N_N_", r.factor())
                    .add(method, "Original_Z", r.uncorrected().z())
                    .add(method, "old_P_value", r.uncorrected().pNormal().twoSided())
                    .add(method, "Tau", r.uncorrected().tauA())
                    .add(method, "Sen_s_slope", r.slope())
                    .add(method, "old_variance", r.uncorrected().varS())
                    .add(method, "new_variance", r.varS()));
  }

  private static void modification(
      PanelSeries series, PanelRows rows, String name, CorrectedMannKendall test) {
    String method = "pymk:" + name;
    test.test(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add(method, "p", r.p().twoSided())
                    .add(method, "z", r.z())
                    .add(method, "Tau", r.uncorrected().tauA())
                    .add(method, "s", (double) r.uncorrected().s())
                    .add(method, "var_s", r.varS())
                    .add(method, "slope", r.slope())
                    .add(method, "intercept", intercept(series, r.slope())));
  }

  private static double intercept(PanelSeries series, double slope) {
    return Samples.median(series.y()) - slope * (series.n() - 1) / 2;
  }

  private static void whitened(
      PanelSeries series,
      PanelRows rows,
      String name,
      Method whitening,
      String whitenedSlope,
      String slope) {
    String method = "modified-mk:" + name;
    PrewhitenedMannKendall.withDefaults()
        .with(whitening)
        .test(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add(method, "Z_Value", r.test().z())
                    .add(method, whitenedSlope, r.whitenedSlope())
                    .add(method, slope, r.slope())
                    .add(method, "P_value", r.test().pNormal().twoSided())
                    .add(method, "S", (double) r.test().s())
                    .add(method, "Var_S_", r.test().varS())
                    .add(method, "Tau", r.test().tauA()));
  }

  private static void whitening(PanelSeries series, PanelRows rows, String name, Method whitening) {
    String method = "pymk:" + name;
    PrewhitenedMannKendall.withDefaults()
        .with(whitening)
        .test(series.x(), series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add(method, "p", r.test().pNormal().twoSided())
                    .add(method, "z", r.test().z())
                    .add(method, "Tau", r.test().tauA())
                    .add(method, "s", (double) r.test().s())
                    .add(method, "var_s", r.test().varS())
                    .add(method, "slope", r.slope())
                    .add(method, "intercept", intercept(series, r.slope())));
  }
}
