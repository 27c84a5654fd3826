package org.crosstally.series;

import org.crosstally.figure.Period;
import org.crosstally.figure.Status;

/** One period of a series: its estimate, or the reason why there is none. */
public sealed interface Observation {

  /**
   * The period.
   *
   * @return the period
   */
  Period period();

  /**
   * A period with an estimate.
   *
   * @param period the period
   * @param estimate the estimate
   * @param status whether it is observed or provisional; a forecast is no observation
   */
  record Present(Period period, Estimate estimate, Status status) implements Observation {
    /**
     * Checks the status.
     *
     * @param period the period
     * @param estimate the estimate
     * @param status whether it is observed or provisional
     * @throws IllegalArgumentException if the status is {@link Status#FORECAST}
     */
    public Present {
      if (status == Status.FORECAST) {
        throw new IllegalArgumentException("a forecast for " + period + " is no observation");
      }
    }
  }

  /**
   * A period without an estimate.
   *
   * @param period the period
   * @param reason why there is none
   */
  record Absent(Period period, String reason) implements Observation {}
}
