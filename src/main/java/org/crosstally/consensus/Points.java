package org.crosstally.consensus;

import java.util.List;
import org.crosstally.outcome.Outcome;

/** Reports as points with variances, for procedures that average. */
final class Points {

  /** The values. */
  final double[] y;

  /** Their variances, 0 where a report is exact and states none. */
  final double[] v;

  private Points(double[] y, double[] v) {
    this.y = y;
    this.v = v;
  }

  /** A set counts as its middle with the variance of an even distribution over it. */
  static Outcome<Points> of(List<Report> reports) {
    double[] y = new double[reports.size()];
    double[] v = new double[reports.size()];
    for (int i = 0; i < y.length; i++) {
      Report report = reports.get(i);
      if (!report.isTwoSided()) {
        return Outcome.undetermined(ConsensusReason.ONE_SIDED);
      }
      double width = report.high() - report.low();
      y[i] = report.low() + width / 2;
      v[i] = report.variance() + width * width / 12;
    }
    return Outcome.of(new Points(y, v));
  }

  /** Points of which every one has a variance. */
  static Outcome<Points> weighted(List<Report> reports) {
    Outcome<Points> points = of(reports);
    boolean bare = points.asOptional().filter(found -> !found.areWeighted()).isPresent();
    return bare ? Outcome.undetermined(ConsensusReason.NO_VARIANCES) : points;
  }

  boolean areWeighted() {
    for (double variance : v) {
      if (!(variance > 0)) {
        return false;
      }
    }
    return true;
  }
}
