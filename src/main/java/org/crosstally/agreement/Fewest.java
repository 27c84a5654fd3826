package org.crosstally.agreement;

import java.util.function.DoubleSupplier;
import org.crosstally.outcome.Reason;

/**
 * The least number of pairs for a kind of statistic, and why it is so many.
 *
 * @param count the number
 * @param why the reason, as a clause
 */
record Fewest(int count, String why) {
  static final Fewest TO_AVERAGE = new Fewest(1, "a mean of nothing is no number");
  static final Fewest TO_DESCRIBE =
      new Fewest(2, "a single revision is itself, and neither typical nor spread");
  static final Fewest TO_DECOMPOSE =
      new Fewest(3, "two points always lie on a line, so that no share is left for disturbance");
  static final Fewest TO_COUNT_SIGNS =
      new Fewest(5, "of fewer, chance alone gets all signs right with more than 5 %");
  static final Fewest TO_TEST_BIAS =
      new Fewest(
          5,
          "with fewer, the robust error has at most two degrees of freedom, and a bias of twice the"
              + " spread of the revisions is missed about every second time");
  static final Fewest TO_REGRESS =
      new Fewest(
          8,
          "with fewer, the robust joint test has less than two degrees of freedom, and noise as"
              + " large as the spread of the figures is missed in four cases of five");

  /** A statistic that has a value whatever the pairs are, if they are enough. */
  Statistic of(int n, DoubleSupplier value) {
    return n < count ? tooFew(n) : Statistic.of(value.getAsDouble(), n);
  }

  /** A statistic that is undefined where its formula gives no finite number. */
  Statistic of(int n, Reason otherwise, DoubleSupplier value) {
    if (n < count) {
      return tooFew(n);
    }
    double number = value.getAsDouble();
    return Double.isFinite(number) ? Statistic.of(number, n) : Statistic.undetermined(otherwise, n);
  }

  Statistic tooFew(int n) {
    return Statistic.undetermined(new Statistic.TooFewPairs(n, count, why), n);
  }

  /** The least number for which a quantile lies between two order statistics. */
  static Fewest forQuantile(double p) {
    int count = 1;
    while ((count + 1) * Math.min(p, 1 - p) < 1 - 1e-9) {
      count++;
    }
    return new Fewest(count, "of fewer, this quantile lies beyond the smallest or the largest");
  }
}
