package org.crosstally.trend;

import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * The smooth course of a series.
 *
 * @param points its points, in the order of time
 * @param degreesOfFreedom the trace of the matrix that takes the values to the course: how many
 *     parameters it is worth
 */
public record Smooth(List<Point> points, double degreesOfFreedom) {

  /**
   * A course; the points are copied.
   *
   * @param points its points
   * @param degreesOfFreedom the trace of its matrix
   */
  public Smooth {
    points = List.copyOf(points);
  }

  /**
   * A point of the course.
   *
   * @param x the time
   * @param value the course there, in units of y
   * @param band its interval, for this time alone and not for all at once, or why there is none:
   *     {@code NOT_ASKED_FOR} for a robust fit or more points than bands are computed for, {@code
   *     EXACT_LINE} without residuals
   */
  public record Point(double x, double value, Outcome<ConfidenceInterval> band) {}
}
