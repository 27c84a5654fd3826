package org.crosstally.consensus;

import java.util.Arrays;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Trim and fill: how the combined value would change if values missing on one side of a symmetric
 * funnel were there.
 *
 * <p>With the estimator L0: the k0 most extreme values on the other side are left out, the mean of
 * the rest is the centre, and {@code k0 = round((4 T - k(k + 1)) / (2k - 1))}, T being the sum of
 * the ranks of the distances from the centre over the values above it; this is repeated until k0
 * stays. Then the k0 values are mirrored at the centre and added with their variances.
 *
 * <p>A thought experiment on selection, not a correction: variance between sources alone can make
 * it fill.
 *
 * <p>Duval, S. and Tweedie, R. (2000), Trim and fill, Biometrics 56, 455-463.
 */
public final class TrimAndFill {

  /** The side of the funnel on which values are missing. */
  public enum Side {
    /** Low values are missing. */
    LEFT,
    /** High values are missing. */
    RIGHT,
    /**
     * Right if values fall with their standard errors, by a weighted line with the same estimator
     * of the variance between sources, otherwise left.
     */
    BY_REGRESSION
  }

  private static final int MAX_STEPS = 100;

  private final RandomEffects procedure;
  private final Side side;

  private TrimAndFill(RandomEffects procedure, Side side) {
    this.procedure = procedure;
    this.side = side;
  }

  /**
   * Trim and fill around a mean.
   *
   * @param procedure how means are found
   * @return the procedure, with {@link Side#BY_REGRESSION}
   */
  public static TrimAndFill around(RandomEffects procedure) {
    return new TrimAndFill(Objects.requireNonNull(procedure), Side.BY_REGRESSION);
  }

  /**
   * The same procedure with a chosen side.
   *
   * @param v the side
   * @return a copy
   */
  public TrimAndFill on(Side v) {
    return new TrimAndFill(procedure, Objects.requireNonNull(v));
  }

  /**
   * Fills the funnel.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the result, or {@code TOO_FEW_VALUES} below three, {@code EQUAL_VARIANCES} where no
   *     regression can find the side, or {@code NOT_CONVERGED} where k0 goes round in a circle
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length < 3) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    if (side == Side.BY_REGRESSION && Samples.isConstant(variances)) {
      return Outcome.undetermined(ConsensusReason.EQUAL_VARIANCES);
    }
    Side missing = side == Side.BY_REGRESSION ? bySlope(values, variances) : side;
    return fill(values, variances, missing);
  }

  private Side bySlope(double[] y, double[] v) {
    LineSums line = new LineSums(y, v);
    line.at(new TauSquared(line).estimate(procedure.estimator()));
    return line.slope < 0 ? Side.RIGHT : Side.LEFT;
  }

  private Outcome<Result> fill(double[] values, double[] v, Side missing) {
    int k = values.length;
    // Turned so that the extreme values are the highest and the low ones are missing.
    int sign = missing == Side.RIGHT ? -1 : 1;
    Integer[] order = new Integer[k];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(sign * values[i], sign * values[j]));
    double[] y = new double[k];
    double[] variances = new double[k];
    for (int rank = 0; rank < k; rank++) {
      y[rank] = sign * values[order[rank]];
      variances[rank] = v[order[rank]];
    }
    int filled = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double centre = centre(y, variances, k - filled);
      int next = missing(y, centre);
      if (next == filled) {
        return Outcome.of(result(values, v, y, variances, missing, filled, centre));
      }
      filled = next;
    }
    return Outcome.undetermined(ConsensusReason.NOT_CONVERGED);
  }

  private double centre(double[] y, double[] v, int kept) {
    return procedure.fit(Arrays.copyOf(y, kept), Arrays.copyOf(v, kept)).orElseThrow().estimate();
  }

  private static int missing(double[] y, double centre) {
    int k = y.length;
    Integer[] order = new Integer[k];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(Math.abs(y[i] - centre), Math.abs(y[j] - centre)));
    double ranks = 0;
    for (int rank = 0; rank < k; rank++) {
      ranks += y[order[rank]] > centre ? rank + 1 : 0;
    }
    double estimate = (4 * ranks - (double) k * (k + 1)) / (2.0 * k - 1);
    return (int) Math.max(0, Math.rint(estimate));
  }

  private Result result(
      double[] values,
      double[] v,
      double[] turned,
      double[] turnedVariances,
      Side missing,
      int filled,
      double centre) {
    int k = values.length;
    double[] all = Arrays.copyOf(values, k + filled);
    double[] variances = Arrays.copyOf(v, k + filled);
    for (int i = 0; i < filled; i++) {
      double mirrored = centre - (turned[k - filled + i] - centre);
      all[k + i] = missing == Side.RIGHT ? -mirrored : mirrored;
      variances[k + i] = turnedVariances[k - filled + i];
    }
    return new Result(missing, filled, procedure.fit(all, variances).orElseThrow());
  }

  /**
   * The filled funnel.
   *
   * @param side the side on which values are missing: left or right
   * @param filled k0, the number of values added
   * @param fit the fit to the values and those added
   */
  public record Result(Side side, int filled, RandomEffectsFit fit) {}
}
