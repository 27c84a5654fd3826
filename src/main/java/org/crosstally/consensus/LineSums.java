package org.crosstally.consensus;

/** The sums for a weighted line of the values on their standard errors, instead of a mean. */
final class LineSums extends WeightSums {

  private final double[] s;

  /** The weighted mean of the standard errors, and the weighted squares around it. */
  private double meanError;

  private double szz;

  /** The slope of the line. */
  double slope;

  LineSums(double[] values, double[] v) {
    super(values, v);
    s = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      s[i] = Math.sqrt(v[i]);
    }
  }

  @Override
  int coefficients() {
    return 2;
  }

  @Override
  void moments() {
    double sumY = 0;
    double sumS = 0;
    for (int i = 0; i < k; i++) {
      sumY += w[i] * y[i];
      sumS += w[i] * s[i];
    }
    mean = sumY / total;
    meanError = sumS / total;
    double products = 0;
    szz = 0;
    for (int i = 0; i < k; i++) {
      double z = s[i] - meanError;
      szz += w[i] * z * z;
      products += w[i] * z * (y[i] - mean);
    }
    slope = products / szz;
    q = 0;
    q2 = 0;
    for (int i = 0; i < k; i++) {
      double r = y[i] - mean - slope * (s[i] - meanError);
      q += w[i] * r * r;
      q2 += w[i] * r * (w[i] * r);
    }
  }

  @Override
  double diagonal(int i) {
    double z = s[i] - meanError;
    return w[i] * (others(i) / total - w[i] * z * z / szz);
  }

  @Override
  double restrictedLogLikelihood() {
    return super.restrictedLogLikelihood() - 0.5 * Math.log(szz);
  }

  double squaresOfErrors() {
    return szz;
  }

  /** The line where the standard error is 0. */
  double intercept() {
    return centre + mean - slope * meanError;
  }
}
