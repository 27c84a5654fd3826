package org.crosstally.consensus;

import java.util.Arrays;

/**
 * The log likelihood of reports on one number mu, each normal with variance v + t, and its
 * derivatives.
 *
 * <p>With {@code L = ln P} of one report, the derivatives by mu are cumulants of the normal
 * distribution within the report, and those by t follow from the heat equation: {@code dL/dt = (L''
 * + L'^2)/2}.
 */
final class CensoredLikelihood {

  private static final int MAX_STEPS = 400;

  /** The ends of the reports that are sets, or have variances of their own. */
  private final double[] low;

  private final double[] high;
  private final double[] variance;

  /** The variances of all reports. */
  final double[] v;

  /** The exact reports without variances, which enter by these numbers alone. */
  private final int points;

  private final double mean;
  private final double squares;
  final double centre;
  private final double smallestEnd;
  private final double largestEnd;
  private final TruncatedNormal part;

  /** Less {@link #centre}. */
  double mu;

  private double lastT;
  double value;

  /** The derivatives by mu, from the first to the third, and by t. */
  double byMu;

  double byMuMu;
  double byMuMuMu;
  double byT;
  double byTMu;
  double byTT;
  double byTMuMu;

  CensoredLikelihood(double[] low, double[] high, double[] v) {
    this(low, high, v, new TruncatedNormal());
  }

  /** With room for computing that many may share, one after the other. */
  CensoredLikelihood(double[] low, double[] high, double[] v, TruncatedNormal part) {
    this.part = part;
    double middle = 0;
    for (int i = 0; i < v.length; i++) {
      if (!Double.isInfinite(low[i]) && !Double.isInfinite(high[i])) {
        middle = low[i] + (high[i] - low[i]) / 2;
      }
    }
    this.centre = middle;
    this.v = v;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double[] exact = new double[v.length];
    int[] other = new int[v.length];
    int exacts = 0;
    for (int i = 0; i < v.length; i++) {
      smallest = Math.min(smallest, (Double.isInfinite(low[i]) ? high[i] : low[i]) - middle);
      largest = Math.max(largest, (Double.isInfinite(high[i]) ? low[i] : high[i]) - middle);
      if (low[i] == high[i] && v[i] == 0) {
        exact[exacts++] = low[i] - middle;
      } else {
        other[i - exacts] = i;
      }
    }
    double[] values = Arrays.copyOf(exact, exacts);
    this.points = exacts;
    this.mean = exacts == 0 ? 0 : Samples.mean(values);
    this.squares = exacts == 0 ? 0 : Samples.sumOfSquares(values);
    this.low = new double[v.length - exacts];
    this.high = new double[this.low.length];
    this.variance = new double[this.low.length];
    for (int i = 0; i < this.low.length; i++) {
      this.low[i] = low[other[i]] - middle;
      this.high[i] = high[other[i]] - middle;
      this.variance[i] = v[other[i]];
    }
    this.smallestEnd = smallest;
    this.largestEnd = largest;
    this.mu = smallest + (largest - smallest) / 2;
  }

  /** The distance between the outermost ends of all reports. */
  double range() {
    return largestEnd - smallestEnd;
  }

  /**
   * Moves mu to where the likelihood, which is concave in it, is highest for this t. Newton's rule
   * runs from the last mu. A step beyond the bracket is replaced by halving it, and one on a side
   * that is not bracketed yet by the range of the reports, doubled each time.
   */
  CensoredLikelihood maximise(double t) {
    double reach = range() + Math.sqrt(Samples.max(v) + t);
    double left = Double.NEGATIVE_INFINITY;
    double right = Double.POSITIVE_INFINITY;
    double at = start(t);
    for (int step = 0; step < MAX_STEPS; step++) {
      evaluate(at, t);
      left = byMu > 0 ? at : left;
      right = byMu > 0 ? right : at;
      double next = at - byMu / byMuMu;
      boolean newton = next >= left && next <= right && Math.abs(next - at) <= reach;
      if (!newton) {
        boolean bracketed = right - left < Double.POSITIVE_INFINITY;
        next = bracketed ? left + (right - left) / 2 : at + Math.signum(byMu) * reach;
        reach *= bracketed ? 1 : 2;
      }
      double change = Math.abs(next - at);
      at = next;
      // Newton's rule doubles the digits: the next change would be its square.
      if ((newton && change <= 1e-8 * (reach + Math.sqrt(t))) || change <= Math.ulp(at)) {
        break;
      }
    }
    return evaluate(at, t);
  }

  /** The last mu, moved by its derivative by t where t is near the last one. */
  private double start(double t) {
    boolean near = byMuMu < 0 && Math.abs(t - lastT) < 0.1 * lastT;
    return near ? mu - byTMu / byMuMu * (t - lastT) : mu;
  }

  CensoredLikelihood evaluate(double at, double t) {
    reset(at, t);
    for (int i = 0; i < low.length; i++) {
      double s = Math.sqrt(variance[i] + t);
      if (low[i] == high[i]) {
        part.at((low[i] - at) / s);
        value -= Math.log(s);
      } else {
        part.within((low[i] - at) / s, (high[i] - at) / s, (high[i] - low[i]) / s);
      }
      value += part.logProbability;
      add(
          part.mean / s,
          part.excessVariance / s / s,
          part.third / s / s / s,
          part.fourth / s / s / s / s);
    }
    return this;
  }

  /** Sets all sums to those over the exact reports without variances. */
  private void reset(double at, double t) {
    mu = at;
    lastT = t;
    double distance = mean - at;
    double residual = squares + points * distance * distance;
    value =
        points == 0 ? 0 : -points * (Normal.LOG_ROOT_2PI + 0.5 * Math.log(t)) - residual / (2 * t);
    byMu = points == 0 ? 0 : points * distance / t;
    byMuMu = points == 0 ? 0 : -points / t;
    byMuMuMu = 0;
    byT = points == 0 ? 0 : (residual / t - points) / (2 * t);
    byTMu = points == 0 ? 0 : -points * distance / t / t;
    byTT = points == 0 ? 0 : (points / 2.0 - residual / t) / t / t;
    byTMuMu = points == 0 ? 0 : points / t / t;
  }

  private void add(double first, double second, double third, double fourth) {
    byMu += first;
    byMuMu += second;
    byMuMuMu += third;
    byT += (second + first * first) / 2;
    byTMu += third / 2 + first * second;
    double bySecond = fourth / 2 + second * second + first * third;
    byTMuMu += bySecond;
    byTT += bySecond / 2 + first * (third / 2 + first * second);
  }

  /** The log likelihood at its maximum over mu, restricted by {@code -1/2 ln J} if asked for. */
  double profile(double t, boolean restricted) {
    maximise(t);
    return restricted ? value - 0.5 * Math.log(-byMuMu) : value;
  }

  /** The derivative of {@link #profile} by t. */
  double slope(double t, boolean restricted) {
    maximise(t);
    if (!restricted) {
      return byT;
    }
    double muByT = -byTMu / byMuMu;
    return byT - 0.5 * (byTMuMu + byMuMuMu * muByT) / byMuMu;
  }

  /** The standard error of mu, with t fixed or, if t was estimated inside its range, with it. */
  double standardError(boolean withT) {
    double determinant = byMuMu * byTT - byTMu * byTMu;
    return withT && determinant > 0 && byTT < 0
        ? Math.sqrt(-byTT / determinant)
        : Math.sqrt(-1 / byMuMu);
  }
}
