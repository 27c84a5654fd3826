package org.crosstally.consensus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports on the scale of a fit, and whether they determine a number. */
final class CensoredReports {

  final double[] low;
  final double[] high;
  final double[] v;
  private double jacobian;

  private CensoredReports(int size) {
    low = new double[size];
    high = new double[size];
    v = new double[size];
  }

  static CensoredReports of(List<Report> reports, CensoredMean.Scale scale) {
    CensoredReports data = new CensoredReports(reports.size());
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      if (scale == CensoredMean.Scale.NATURAL) {
        data.set(i, report.low(), report.high(), report.variance());
      } else {
        data.setLog(i, report);
      }
    }
    return data;
  }

  private void set(int i, double from, double to, double variance) {
    low[i] = from + 0.0;
    high[i] = to + 0.0;
    v[i] = variance;
  }

  void shift(int i, double by) {
    low[i] += by;
    high[i] += by;
  }

  private void setLog(int i, Report report) {
    if (!(report.high() > 0) || (report.isExact() && !(report.low() > 0))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "report %d, %s to %s: no value above 0 for the log scale",
              i,
              report.low(),
              report.high()));
    }
    double from = report.low() > 0 ? Math.log(report.low()) : Double.NEGATIVE_INFINITY;
    double to = Math.log(report.high());
    if (Double.isInfinite(from) && Double.isInfinite(to)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "report %d allows every value on the log scale", i));
    }
    double typical = Double.isInfinite(from) ? to : Double.isInfinite(to) ? from : (from + to) / 2;
    jacobian += report.isExact() ? from : 0;
    set(i, from, to, report.variance() * Math.exp(-2 * typical));
  }

  int size() {
    return v.length;
  }

  CensoredLikelihood likelihood() {
    return new CensoredLikelihood(low, high, v);
  }

  int twoSided() {
    int count = 0;
    for (int i = 0; i < v.length; i++) {
      count += Double.isInfinite(low[i]) || Double.isInfinite(high[i]) ? 0 : 1;
    }
    return count;
  }

  /** The width of the widest report that is bounded, or the largest standard deviation. */
  double widest() {
    double widest = Math.sqrt(Samples.max(v));
    for (int i = 0; i < v.length; i++) {
      double width = high[i] - low[i];
      widest = Double.isInfinite(width) ? widest : Math.max(widest, width);
    }
    return widest;
  }

  /** The sum of the logarithms of exact values on the log scale is their Jacobian. */
  double logJacobian() {
    return jacobian;
  }

  Optional<ConsensusReason> whyNotIdentified() {
    if (twoSided() == 0) {
      return Optional.of(ConsensusReason.ONLY_BOUNDS);
    }
    if (isSetOnly()) {
      return Optional.of(ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
    }
    double highestLow = Double.NEGATIVE_INFINITY;
    double lowestHigh = Double.POSITIVE_INFINITY;
    boolean exact = false;
    for (int i = 0; i < v.length; i++) {
      if (v[i] == 0) {
        exact |= low[i] == high[i];
        highestLow = Math.max(highestLow, low[i]);
        lowestHigh = Math.min(lowestHigh, high[i]);
      }
    }
    // At a spread of 0 the reports without a variance are all compatible with one exact number.
    return exact && highestLow <= lowestHigh
        ? Optional.of(ConsensusReason.NO_SPREAD)
        : Optional.empty();
  }

  /**
   * Whether no report is exact and all sets share numbers over more than six standard deviations of
   * the reports themselves: nothing there is then more likely than anything else.
   */
  boolean isSetOnly() {
    double highestLow = Double.NEGATIVE_INFINITY;
    double lowestHigh = Double.POSITIVE_INFINITY;
    for (int i = 0; i < v.length; i++) {
      if (low[i] == high[i]) {
        return false;
      }
      highestLow = Math.max(highestLow, low[i]);
      lowestHigh = Math.min(lowestHigh, high[i]);
    }
    return lowestHigh - highestLow >= 6 * Math.sqrt(Samples.max(v));
  }
}
