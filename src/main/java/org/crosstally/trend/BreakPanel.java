package org.crosstally.trend;

import java.util.List;

/** Breaks under the names of other programs. */
final class BreakPanel {

  /** The work grows with the square of the number of points. */
  private static final int LONGEST = 5000;

  /** The least variance that R changepoint gives a segment of equal values. */
  private static final double VARIANCE_FLOOR = 1e-11;

  private BreakPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    if (series.n() > LONGEST) {
      return;
    }
    both(series, "", rows);
    if (series.positive()) {
      both(series.log(), "-log", rows);
    }
    changes(series, rows);
  }

  /** R trend and R changepoint go by the order alone. */
  private static void changes(PanelSeries series, PanelRows rows) {
    Pettitt.withDefaults()
        .with(Pettitt.Reference.APPROXIMATION)
        .test(series.y())
        .asOptional()
        .ifPresent(
            r ->
                rows.add("pettitt", "K", r.k())
                    .add("pettitt", "tau_index", r.index())
                    .add("pettitt", "p", r.p()));
    ChangePoints mean =
        ChangePoints.withDefaults()
            .with(ChangePoints.Noise.OF_VALUES)
            .withVarianceFloor(VARIANCE_FLOOR);
    ChangePoints both = mean.with(ChangePoints.Model.MEAN_AND_VARIANCE);
    for (ChangePoints.Penalty penalty :
        List.of(ChangePoints.Penalty.MBIC, ChangePoints.Penalty.BIC, ChangePoints.Penalty.AIC)) {
      pelt(series, mean.with(penalty), "pelt-mean-" + penalty, rows);
      pelt(series, both.with(penalty), "pelt-meanvar-" + penalty, rows);
    }
  }

  private static void pelt(
      PanelSeries series, ChangePoints procedure, String method, PanelRows rows) {
    procedure
        .fit(series.y())
        .asOptional()
        .ifPresent(
            r -> {
              rows.add(method, "n_changes", r.changes().size());
              for (int j = 0; j < r.changes().size(); j++) {
                rows.add(method, "cp[" + (j + 1) + "]", r.changes().get(j));
              }
            });
  }

  private static void both(PanelSeries series, String suffix, PanelRows rows) {
    StructuralBreaks procedure = StructuralBreaks.withDefaults();
    add(series, procedure, "breakpoints-mean" + suffix, rows);
    add(series, procedure.with(StructuralBreaks.Model.TREND), "breakpoints-trend" + suffix, rows);
  }

  private static void add(
      PanelSeries series, StructuralBreaks procedure, String method, PanelRows rows) {
    procedure
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(
            result -> {
              models(result, method, rows);
              intervals(result, method, rows);
              result.tests().asOptional().ifPresent(t -> tests(result, t, method, rows));
            });
  }

  private static void models(StructuralBreaks.Result result, String method, PanelRows rows) {
    for (int m = 0; m < result.models().size(); m++) {
      BreakModel model = result.models().get(m);
      String number = "_m" + m;
      rows.add(method, "RSS" + number, model.squares());
      model.criteria().asOptional().ifPresent(c -> rows.add(method, "BIC" + number, c.bic()));
      for (int j = 0; j < m; j++) {
        String index = m + "[" + (j + 1) + "]";
        rows.add(method, "break_index_m" + index, model.breaks().get(j).index())
            .add(method, "break_x_m" + index, model.breaks().get(j).last());
      }
    }
    rows.add(method, "n_breaks_BIC", result.chosen());
  }

  private static void intervals(StructuralBreaks.Result result, String method, PanelRows rows) {
    for (int j = 0; j < result.chosen(); j++) {
      BreakModel.Break at = result.best().breaks().get(j);
      String name = "ci_index[" + (j + 1) + "]_";
      rows.add(method, name + "est", at.index());
      at.interval()
          .asOptional()
          .ifPresent(
              i -> rows.add(method, name + "lo", i.low()).add(method, name + "hi", i.high()));
    }
  }

  private static void tests(
      StructuralBreaks.Result result, BreakTests t, String method, PanelRows rows) {
    int k = result.model() == StructuralBreaks.Model.TREND ? 2 : 1;
    int first = Math.max((int) Math.floor(0.15 * result.n() + 1e-9), k + 1);
    rows.add(method, "supF", t.largestF())
        .add(method, "supF_p_exact", t.largestFP())
        .add(method, "argmax_index", t.largestFIndex() - first + 1)
        .add(method, "OLS_CUSUM", t.cusum())
        .add(method, "OLS_CUSUM_p", t.cusumP())
        .add(method, "Chow_F_mid", t.middleF())
        .add(method, "Chow_p_mid", t.middleFP());
  }
}
