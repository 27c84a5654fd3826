package org.crosstally.consensus;

import java.util.Arrays;
import java.util.Optional;

/**
 * The likelihood of a pooled fit with biases.
 *
 * <p>It is concave in locations and biases. Newton's rule solves for the biases, the first being 0,
 * on the Schur complement of the diagonal block of the locations, and halves a step that does not
 * climb.
 */
final class PooledLikelihood implements PooledProfile {

  private static final int MAX_STEPS = 200;

  /** Of t, for the numerical derivative of the determinant by t; its error is the square of it. */
  private static final double STEP = 1e-4;

  private final PooledData data;
  private final int cells;

  /** The number of biases to solve for: all but the first. */
  private final int free;

  private final TruncatedNormal part = new TruncatedNormal();

  /** The share of each source among two-sided reports; their mean bias is 0. */
  private final double[] shares;

  private double[] mu;
  private double[] b;
  private final double[] muScore;
  private final double[] bScore;
  private final double[] information;
  private final double[][] schur;
  private final double[][] cross;
  private double value;
  private double byT;
  private double logDeterminant;

  /** The information on the biases; empty where some bias may be anything. */
  private Optional<Cholesky> biases = Optional.empty();

  PooledLikelihood(PooledData data) {
    this.data = data;
    cells = data.cells();
    free = Math.max(0, data.biases() - 1);
    mu = start();
    b = new double[data.biases()];
    shares = sharesOf();
    muScore = new double[cells];
    bScore = new double[b.length];
    information = new double[cells];
    schur = new double[b.length][b.length];
    cross = new double[cells][b.length];
  }

  private double[] start() {
    double[] sum = new double[cells];
    int[] count = new int[cells];
    for (int i = 0; i < data.size(); i++) {
      double middle = data.ends.low[i] + (data.ends.high[i] - data.ends.low[i]) / 2;
      if (Double.isFinite(middle)) {
        sum[data.cell[i]] += middle;
        count[data.cell[i]]++;
      }
    }
    for (int c = 0; c < cells; c++) {
      sum[c] /= count[c];
    }
    return sum;
  }

  @Override
  public double profile(double t) {
    maximise(t);
    return value - 0.5 * logDeterminant;
  }

  /** NaN where the reports leave a bias free, and the determinant is 0. */
  @Override
  public double slope(double t) {
    double step = STEP * (t > 0 ? t : data.smallestVariance());
    double from = t > 0 ? t - step : t;
    if (!maximise(t + step)) {
      return Double.NaN;
    }
    double after = logDeterminant;
    if (!maximise(from)) {
      return Double.NaN;
    }
    double before = logDeterminant;
    return maximise(t) ? byT - 0.5 * (after - before) / (t + step - from) : Double.NaN;
  }

  /** False also where a bias may be anything. */
  @Override
  public boolean maximise(double t) {
    evaluate(mu, b, t);
    for (int step = 0; step < MAX_STEPS; step++) {
      derivatives(t);
      if (biases.isEmpty()) {
        return false;
      }
      double[] bStep = biasStep();
      double[] muStep = new double[cells];
      double gain = 0;
      for (int c = 0; c < cells; c++) {
        double score = muScore[c];
        for (int j = 1; j < b.length; j++) {
          score -= cross[c][j] * bStep[j];
        }
        muStep[c] = score / information[c];
        gain += muStep[c] * muScore[c];
      }
      for (int j = 1; j < b.length; j++) {
        gain += bStep[j] * bScore[j];
      }
      if (gain <= 1e-22 * data.size() || !climb(muStep, bStep, t)) {
        derivatives(t);
        return true;
      }
    }
    return false;
  }

  private boolean climb(double[] muStep, double[] bStep, double t) {
    double[] oldMu = mu;
    double[] oldB = b;
    double before = value;
    for (double share = 1; share > 1e-12; share /= 2) {
      double part = share;
      double[] nextMu = new double[cells];
      Arrays.setAll(nextMu, c -> oldMu[c] + part * muStep[c]);
      double[] nextB = new double[oldB.length];
      Arrays.setAll(nextB, j -> oldB[j] + part * bStep[j]);
      evaluate(nextMu, nextB, t);
      if (value > before) {
        mu = nextMu;
        b = nextB;
        return true;
      }
    }
    evaluate(oldMu, oldB, t);
    return false;
  }

  private void evaluate(double[] atMu, double[] atB, double t) {
    value = 0;
    for (int i = 0; i < data.size(); i++) {
      value += report(i, atMu[data.cell[i]] + atB[data.source[i]], t);
    }
  }

  /** Sets the part for report i and gives its log likelihood. */
  private double report(int i, double at, double t) {
    double low = data.ends.low[i];
    double high = data.ends.high[i];
    double s = Math.sqrt(data.ends.v[i] + t);
    if (low == high) {
      part.at((low - at) / s);
      return part.logProbability - Math.log(s);
    }
    part.within((low - at) / s, (high - at) / s, (high - low) / s);
    return part.logProbability;
  }

  private void derivatives(double t) {
    byT = 0;
    Arrays.fill(muScore, 0);
    Arrays.fill(bScore, 0);
    Arrays.fill(information, 0);
    for (double[] row : cross) {
      Arrays.fill(row, 0);
    }
    double[] own = new double[b.length];
    for (int i = 0; i < data.size(); i++) {
      int c = data.cell[i];
      int j = data.source[i];
      report(i, mu[c] + b[j], t);
      double variance = data.ends.v[i] + t;
      double first = part.mean / Math.sqrt(variance);
      double second = part.excessVariance / variance;
      byT += (second + first * first) / 2;
      muScore[c] += first;
      bScore[j] += first;
      information[c] -= second;
      cross[c][j] -= second;
      own[j] -= second;
    }
    logDeterminant = 0;
    for (int c = 0; c < cells; c++) {
      logDeterminant += Math.log(information[c]);
    }
    complement(own);
  }

  private void complement(double[] own) {
    for (int j = 1; j <= free; j++) {
      Arrays.fill(schur[j], 0);
      schur[j][j] = own[j];
    }
    for (int c = 0; c < cells; c++) {
      for (int j = 1; j <= free; j++) {
        double share = cross[c][j] / information[c];
        for (int m = 1; share != 0 && m <= free; m++) {
          schur[j][m] -= share * cross[c][m];
        }
      }
    }
    biases = factor();
    logDeterminant += biases.map(Cholesky::logDeterminant).orElse(Double.NEGATIVE_INFINITY);
  }

  private Optional<Cholesky> factor() {
    double[][] block = new double[free][free];
    for (int j = 0; j < free; j++) {
      System.arraycopy(schur[j + 1], 1, block[j], 0, free);
    }
    return Cholesky.of(block);
  }

  private double[] biasStep() {
    double[] step = new double[b.length];
    if (free > 0) {
      double[] right = new double[free];
      for (int j = 1; j <= free; j++) {
        right[j - 1] = bScore[j];
        for (int c = 0; c < cells; c++) {
          right[j - 1] -= cross[c][j] * muScore[c] / information[c];
        }
      }
      System.arraycopy(solve(right), 0, step, 1, free);
    }
    return step;
  }

  private double[] solve(double[] right) {
    return biases.orElseThrow().solve(right);
  }

  private double[] sharesOf() {
    double[] shares = new double[b.length];
    int count = data.ends.twoSided();
    for (int i = 0; i < data.size(); i++) {
      boolean twoSided =
          !Double.isInfinite(data.ends.low[i]) && !Double.isInfinite(data.ends.high[i]);
      shares[data.source[i]] += twoSided ? 1.0 / count : 0;
    }
    return shares;
  }

  private double meanBias() {
    double sum = 0;
    for (int j = 0; j < b.length; j++) {
      sum += shares[j] * b[j];
    }
    return sum;
  }

  @Override
  public double ceiling(double t) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double location(int cell) {
    return mu[cell] + meanBias();
  }

  @Override
  public double bias(int source) {
    return b[source] - meanBias();
  }

  @Override
  public double standardError(int cell) {
    double variance = 1 / information[cell];
    if (free > 0) {
      double[] u = new double[free];
      Arrays.setAll(u, j -> shares[j + 1] - cross[cell][j + 1] / information[cell]);
      double[] solved = solve(u);
      for (int j = 0; j < free; j++) {
        variance += u[j] * solved[j];
      }
    }
    return Math.sqrt(variance);
  }
}
