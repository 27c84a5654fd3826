package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * A continuous broken line with a given number of joins.
 *
 * @param n the number of points
 * @param joins the joins, in the order of time
 * @param segments the straight pieces between them
 * @param squares the sum of squared residuals, weighted if weights were given
 * @param average the mean slope over the whole range, or why it has no error
 * @param scale whether the line is in the values or in their logarithms
 * @param criteria what the number of joins is chosen by, or {@code EXACT_LINE} if there are no
 *     residuals
 */
public record JoinModel(
    int n,
    List<Join> joins,
    List<Segment> segments,
    double squares,
    Average average,
    JoinPoints.Scale scale,
    Outcome<Criteria> criteria) {

  /**
   * A model; the lists are copied.
   *
   * @param n the number of points
   * @param joins the joins
   * @param segments the straight pieces
   * @param squares the sum of squared residuals
   * @param average the mean slope
   * @param scale the scale
   * @param criteria what the number of joins is chosen by
   */
  public JoinModel {
    joins = List.copyOf(joins);
    segments = List.copyOf(segments);
  }

  /**
   * What the number k of joins is chosen by: the smaller the better.
   *
   * @param bic {@code ln(SSE/n) + (2k + 2) ln(n)/n}
   * @param bic3 {@code ln(SSE/n) + (3k + 2) ln(n)/n}
   * @param wbic {@code ln(SSE/n) + ((2 + R2) k + 2) ln(n)/n}, R2 the largest partial R squared of a
   *     join within the two segments that it joins
   */
  public record Criteria(double bic, double bic3, double wbic) {}

  /**
   * A time at which the slope changes.
   *
   * @param at the time
   * @param standardError its standard error, or why it has none: {@code NOT_ASKED_FOR} for joins at
   *     observed times, whose place is not estimated by a smooth function of the values
   */
  public record Join(double at, Outcome<Double> standardError) {}

  /**
   * A straight piece.
   *
   * @param from where it begins: the first time or a join
   * @param to where it ends
   * @param level its value at {@code from}, on the scale
   * @param slope its slope per unit of time, on the scale
   * @param inference standard error and interval of the slope (t distribution), or why not: {@code
   *     EXACT_LINE} if there are no residuals, {@code NOT_IDENTIFIED} if no degrees of freedom
   */
  public record Segment(
      double from, double to, double level, double slope, Outcome<Inference> inference) {

    /**
     * The change in per cent per unit of time of a line in logarithms, the annual per cent change.
     *
     * @return {@code 100 (exp(slope) - 1)}
     */
    public double percent() {
      return 100 * Math.expm1(slope);
    }
  }

  /**
   * How sure a slope is.
   *
   * @param standardError its standard error
   * @param p the two-sided p-value of no slope
   * @param interval its confidence interval
   */
  public record Inference(double standardError, double p, ConfidenceInterval interval) {

    /**
     * The interval in per cent per unit of time, for a line in logarithms.
     *
     * @return {@code 100 (exp - 1)} of both ends
     */
    public ConfidenceInterval percent() {
      return new ConfidenceInterval(
          100 * Math.expm1(interval.low()),
          Math.min(Double.MAX_VALUE, 100 * Math.expm1(interval.high())),
          interval.level());
    }
  }

  /**
   * The mean of the slopes, weighted by the lengths of their segments.
   *
   * @param slope on the scale, per unit of time
   * @param inference standard error and interval (normal distribution), or why not
   */
  public record Average(double slope, Outcome<Inference> inference) {

    /**
     * The average annual per cent change, for a line in logarithms.
     *
     * @return {@code 100 (exp(slope) - 1)}
     */
    public double percent() {
      return 100 * Math.expm1(slope);
    }
  }

  /**
   * The points less the parameters, the joins among them.
   *
   * @return {@code n - 2k - 2}, which can be 0 or less
   */
  public int degreesOfFreedom() {
    return n - 2 * joins.size() - 2;
  }

  /**
   * The line at a time, on the scale.
   *
   * @param x the time; before the first and after the last the outer pieces go on
   * @return the value of the line
   */
  public double at(double x) {
    Segment piece = segments.get(0);
    for (Segment segment : segments) {
      if (x >= segment.from()) {
        piece = segment;
      }
    }
    return piece.level() + piece.slope() * (x - piece.from());
  }

  /**
   * The model as rows of a table of evidence.
   *
   * @return joins and slopes, in per cent a year where the line is in logarithms
   */
  public List<Evidence> rows() {
    String method = "join points";
    List<Evidence> rows = new ArrayList<>();
    rows.add(new Evidence(method, "joins", joins.size()));
    for (int j = 0; j < joins.size(); j++) {
      rows.add(new Evidence(method, "join " + (j + 1), joins.get(j).at()));
    }
    boolean log = scale == JoinPoints.Scale.LOG;
    String name = log ? "per cent a year" : "slope";
    for (int j = 0; j < segments.size(); j++) {
      Segment s = segments.get(j);
      String quantity = name + ", segment " + (j + 1);
      rows.add(new Evidence(method, quantity, log ? s.percent() : s.slope()));
      s.inference()
          .asOptional()
          .map(i -> log ? i.percent() : i.interval())
          .ifPresent(
              i -> {
                rows.add(new Evidence(method, quantity + ", low", i.low()));
                rows.add(new Evidence(method, quantity + ", high", i.high()));
              });
    }
    rows.add(new Evidence(method, name + ", average", log ? average.percent() : average.slope()));
    return rows;
  }
}
