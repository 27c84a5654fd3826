package org.crosstally.trend;

import java.util.List;
import org.crosstally.trend.JoinPoints.Placement;

/** Broken lines under the names of other programs. */
final class JoinPanel {

  /** The work grows with the points to the power of joins. */
  private static final int LONGEST_WITH_MANY = 60;

  private JoinPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    int largest = series.n() <= LONGEST_WITH_MANY ? 4 : 2;
    scale(series, JoinPoints.withDefaults().with(JoinPoints.Scale.LINEAR), largest, "", rows);
    scale(series, JoinPoints.withDefaults(), largest, "-log", rows);
  }

  private static void scale(
      PanelSeries series, JoinPoints procedure, int largest, String suffix, PanelRows rows) {
    procedure
        .withLargest(largest)
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(r -> grid(r, "joinpoint-grid" + suffix, rows));
    procedure
        .with(Placement.ANYWHERE)
        .withLargest(2)
        .fit(series.x(), series.y())
        .asOptional()
        .ifPresent(r -> anywhere(r.models(), suffix, rows));
  }

  private static void grid(JoinPoints.Result result, String method, PanelRows rows) {
    for (int k = 0; k < result.models().size(); k++) {
      JoinModel model = result.models().get(k);
      String number = "_k" + k;
      rows.add(method, "SSE" + number, model.squares());
      model
          .criteria()
          .asOptional()
          .ifPresent(
              c ->
                  rows.add(method, "BIC" + number, c.bic())
                      .add(method, "BIC3" + number, c.bic3())
                      .add(method, "WBIC" + number, c.wbic()));
      for (int j = 0; j < k; j++) {
        rows.add(method, "join_k" + k + "[" + (j + 1) + "]", model.joins().get(j).at());
      }
      boolean log = model.scale() == JoinPoints.Scale.LOG;
      for (int j = 0; j <= k; j++) {
        JoinModel.Segment s = model.segments().get(j);
        String quantity = (log ? "APC_k" : "slope_k") + k + "[" + (j + 1) + "]";
        rows.add(method, quantity, log ? s.percent() : s.slope());
      }
      if (log) {
        rows.add(method, "AAPC_k" + k, model.average().percent());
      }
    }
    rows.add(method, "joins_WBIC", result.chosen());
  }

  private static void anywhere(List<JoinModel> models, String suffix, PanelRows rows) {
    for (int k = 1; k < models.size(); k++) {
      segmented(models.get(k), "segmented-" + k + suffix, rows);
    }
  }

  private static void segmented(JoinModel model, String method, PanelRows rows) {
    rows.add(method, "rss", model.squares());
    for (int j = 0; j < model.joins().size(); j++) {
      String index = "[" + (j + 1) + "]";
      rows.add(method, "psi" + index, model.joins().get(j).at());
      model
          .joins()
          .get(j)
          .standardError()
          .asOptional()
          .ifPresent(error -> rows.add(method, "se_psi" + index, error));
    }
    boolean log = model.scale() == JoinPoints.Scale.LOG;
    for (int j = 0; j < model.segments().size(); j++) {
      JoinModel.Segment s = model.segments().get(j);
      String index = "[" + (j + 1) + "]";
      rows.add(method, "slope" + index, s.slope());
      if (log) {
        rows.add(method, "APC" + index, s.percent());
      }
      s.inference()
          .asOptional()
          .ifPresent(
              i -> {
                rows.add(method, "se_slope" + index, i.standardError());
                if (log) {
                  rows.add(method, "APC_lo" + index, i.percent().low())
                      .add(method, "APC_hi" + index, i.percent().high());
                }
              });
    }
    if (log) {
      rows.add(method, "AAPC", model.average().slope());
      model
          .average()
          .inference()
          .asOptional()
          .ifPresent(
              i ->
                  rows.add(method, "se_AAPC", i.standardError())
                      .add(method, "AAPC_lo", i.interval().low())
                      .add(method, "AAPC_hi", i.interval().high()));
    }
  }
}
