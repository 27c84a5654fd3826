package org.crosstally.trend;

import java.util.List;
import org.crosstally.outcome.Outcome;

/** Smooth courses under the names of other programs. */
final class SmoothPanel {

  /** The work of a local regression grows with the square of the number of points. */
  private static final int LONGEST = 3000;

  private static final double LOWESS_SPAN = 2.0 / 3;

  private SmoothPanel() {}

  static void add(PanelSeries series, PanelRows rows) {
    if (series.unitSpaced()) {
      for (String lambda : List.of("6.25", "100", "1600")) {
        Whittaker.hodrickPrescott(Double.parseDouble(lambda))
            .fit(series.x(), series.y())
            .asOptional()
            .ifPresent(r -> points(r.smooth(), "hp-" + lambda, "trend", rows));
      }
    }
    if (series.n() > LONGEST) {
      return;
    }
    Loess loess = Loess.withDefaults();
    add(loess.fit(series.x(), series.y()), "loess", rows);
    Loess exact = loess.with(Loess.Degree.LINEAR).withSpan(LOWESS_SPAN).withRobustness(3);
    add(exact.fit(series.x(), series.y()), "lowess-sm", rows);
    Outcome<Smooth> lowess = exact.with(Loess.WeightRule.CLEVELAND).fit(series.x(), series.y());
    add(lowess, "lowess-delta0", rows);
    if (isWide(series)) {
      add(lowess, "lowess", rows);
    }
  }

  /** Whether R lowess fits at every time: it interpolates over a hundredth of the range. */
  private static boolean isWide(PanelSeries series) {
    double range = series.x()[Math.max(0, series.n() - 1)] - series.x()[0];
    for (int i = 1; i < series.n(); i++) {
      if (series.x()[i] - series.x()[i - 1] <= 0.01 * range) {
        return false;
      }
    }
    return true;
  }

  private static void add(Outcome<Smooth> smooth, String method, PanelRows rows) {
    smooth.asOptional().ifPresent(s -> points(s, method, "fitted", rows));
  }

  private static void points(Smooth smooth, String method, String quantity, PanelRows rows) {
    for (int i = 0; i < smooth.points().size(); i++) {
      rows.add(method, quantity + "[" + (i + 1) + "]", smooth.points().get(i).value());
    }
  }
}
