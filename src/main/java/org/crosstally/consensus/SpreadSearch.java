package org.crosstally.consensus;

import java.util.function.DoubleUnaryOperator;
import org.crosstally.outcome.Outcome;

/**
 * Finds the variance at which a profile likelihood is highest: its derivative is scanned in steps
 * of a factor of 4 from where it is negative for good down to the smallest variance that matters,
 * and every change of sign is followed to its root.
 */
final class SpreadSearch {

  private static final int MAX_STEPS = 200;

  private final DoubleUnaryOperator profile;
  private final DoubleUnaryOperator slope;

  SpreadSearch(DoubleUnaryOperator profile, DoubleUnaryOperator slope) {
    this.profile = profile;
    this.slope = slope;
  }

  /**
   * Searches.
   *
   * @param scale a variance of the size of the squared range of the reports
   * @param smallest the smallest variance of a report; 0 if a report has none, and then a
   *     likelihood that rises towards t = 0 has no maximum
   */
  Outcome<Double> find(double scale, double smallest) {
    double top = 4 * (scale + smallest);
    double atTop = slope.applyAsDouble(top);
    for (int step = 0; atTop >= 0; step++) {
      if (step == MAX_STEPS) {
        return Outcome.undetermined(ConsensusReason.UNBOUNDED_SPREAD);
      }
      top *= 4;
      atTop = slope.applyAsDouble(top);
    }
    double bottom = smallest > 0 ? smallest / 4 : top * 0x1p-60;
    return scan(top, atTop, bottom, smallest);
  }

  private Outcome<Double> scan(double top, double atTop, double bottom, double smallest) {
    double best = Double.NaN;
    double height = Double.NEGATIVE_INFINITY;
    double right = top;
    double atRight = atTop;
    boolean last = false;
    while (!last) {
      last = right / 4 < bottom;
      double left = !last ? right / 4 : smallest > 0 ? 0 : bottom;
      double atLeft = slope.applyAsDouble(left);
      if (atLeft > 0 && atRight <= 0) {
        double root = Roots.between(slope, left, atLeft, right, atRight, right);
        double found = profile.applyAsDouble(root);
        best = found > height ? root : best;
        height = Math.max(found, height);
      }
      right = left;
      atRight = atLeft;
    }
    if (atRight <= 0 && profile.applyAsDouble(right) > height) {
      return smallest > 0
          ? Outcome.of(0.0)
          : Outcome.undetermined(ConsensusReason.VANISHING_SPREAD);
    }
    return Double.isNaN(best)
        ? Outcome.undetermined(ConsensusReason.VANISHING_SPREAD)
        : Outcome.of(best);
  }
}
