package org.crosstally.consensus;

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

  private final double[] low;
  private final double[] high;
  final double[] v;
  final double centre;
  private final double smallestEnd;
  private final double largestEnd;
  private final TruncatedNormal part = new TruncatedNormal();

  /** Less {@link #centre}. */
  double mu;

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
    double middle = 0;
    for (int i = 0; i < v.length; i++) {
      if (!Double.isInfinite(low[i]) && !Double.isInfinite(high[i])) {
        middle = low[i] + (high[i] - low[i]) / 2;
      }
    }
    this.centre = middle;
    this.low = Samples.minus(low, middle);
    this.high = Samples.minus(high, middle);
    this.v = v;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < v.length; i++) {
      double l = Double.isInfinite(low[i]) ? this.high[i] : this.low[i];
      double h = Double.isInfinite(high[i]) ? this.low[i] : this.high[i];
      smallest = Math.min(smallest, l);
      largest = Math.max(largest, h);
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
    double at = mu;
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
      if ((newton && change <= 1e-9 * (reach + Math.sqrt(t))) || change <= Math.ulp(at)) {
        break;
      }
    }
    return evaluate(at, t);
  }

  CensoredLikelihood evaluate(double at, double t) {
    reset(at);
    for (int i = 0; i < v.length; i++) {
      double s = Math.sqrt(v[i] + t);
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

  private void reset(double at) {
    mu = at;
    value = 0;
    byMu = 0;
    byMuMu = 0;
    byMuMuMu = 0;
    byT = 0;
    byTMu = 0;
    byTT = 0;
    byTMuMu = 0;
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
