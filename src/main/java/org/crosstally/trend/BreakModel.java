package org.crosstally.trend;

import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * A series cut into regimes of its own mean or its own line.
 *
 * @param breaks the breaks, in the order of time
 * @param squares the residual sum of squares
 * @param criteria what the number of breaks is chosen by, or {@code EXACT_LINE} if there are no
 *     residuals
 */
public record BreakModel(List<Break> breaks, double squares, Outcome<Criteria> criteria) {

  /**
   * A model; the list is copied.
   *
   * @param breaks the breaks
   * @param squares the residual sum of squares
   * @param criteria what the number of breaks is chosen by
   */
  public BreakModel {
    breaks = List.copyOf(breaks);
  }

  /**
   * What the number m of breaks is chosen by, with k coefficients in a regime: the smaller the
   * better.
   *
   * @param bic {@code n (ln(2 pi RSS/n) + 1) + ln(n) (k + 1)(m + 1)}
   * @param lwz {@code ln(RSS/(n - p)) + 0.299 p ln(n)^2.1/n} with {@code p = (m + 1) k + m}
   */
  public record Criteria(double bic, double lwz) {}

  /**
   * A break.
   *
   * @param index the number of points before it, so the last point of the old regime counted from 1
   * @param last the time of the last point of the old regime
   * @param first the time of the first point of the new regime
   * @param interval where the last point of the old regime can be, or why that is not known: {@code
   *     NO_INTERVAL} where the limit distribution does not reach so far, {@code EXACT_LINE} where a
   *     regime has no residuals
   */
  public record Break(int index, double last, double first, Outcome<IndexInterval> interval) {}

  /**
   * A confidence interval of the last point of a regime.
   *
   * @param low the first point that it can be, at least 1
   * @param high the last point that it can be, at most n
   * @param level the nominal coverage
   * @param reach whether the interval was cut to the data
   */
  public record IndexInterval(int low, int high, double level, Reach reach) {}

  /** Whether an interval lies within the data. */
  public enum Reach {
    /** It does. */
    WITHIN_DATA,
    /** It would go beyond the first or last point, and ends there. */
    CLAMPED
  }
}
