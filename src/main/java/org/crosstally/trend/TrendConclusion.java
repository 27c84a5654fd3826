package org.crosstally.trend;

import java.util.List;

/**
 * What follows from the evidence on one series, as data.
 *
 * @param monotone whether the values rise or fall all along
 * @param course how they go, by the broken line with the chosen number of joins
 * @param joins the times of the joins of that line; empty for a straight one
 * @param legs the direction of each of its segments
 */
public record TrendConclusion(
    Monotone monotone, Course course, List<Double> joins, List<Leg> legs) {

  /**
   * A conclusion; the lists are copied.
   *
   * @param monotone whether the values rise or fall all along
   * @param course how they go
   * @param joins the times of the joins
   * @param legs the direction of each segment
   */
  public TrendConclusion {
    joins = List.copyOf(joins);
    legs = List.copyOf(legs);
  }

  /** Whether a monotone trend is established. */
  public enum Monotone {
    /** A rise, at 0.05 with and without allowance for serial correlation. */
    INCREASE("a monotone increase is established"),
    /** A fall, at 0.05 with and without allowance for serial correlation. */
    DECREASE("a monotone decrease is established"),
    /** The test does not reject that there is none. */
    NOT_ESTABLISHED("a monotone trend is not established"),
    /**
     * The test rejects if the values are serially independent, and does not if their correlation is
     * allowed for.
     */
    HINGES_ON_INDEPENDENCE("a monotone trend is established only if the values are independent"),
    /** No order of so few values would be significant. */
    TOO_FEW_TO_DECIDE("whether there is a monotone trend cannot be decided with so few values"),
    /** There is nothing to test. */
    NOT_TESTABLE("a monotone trend cannot be tested");

    private final String words;

    Monotone(String words) {
      this.words = words;
    }

    /**
     * The words to print.
     *
     * @return a clause
     */
    public String words() {
      return words;
    }
  }

  /** How a series goes. */
  public enum Course {
    /** Up. */
    RISE("a rise"),
    /** Down. */
    FALL("a fall"),
    /** Up and then down. */
    RISE_THEN_FALL("a rise, then a fall"),
    /** Down and then up. */
    FALL_THEN_RISE("a fall, then a rise"),
    /** Several turns. */
    SEVERAL_TURNS("several turns"),
    /** No segment has a slope that is told from 0. */
    NO_DIRECTION("no direction that can be told from none"),
    /** No line can be drawn. */
    UNKNOWN("a course that cannot be told");

    private final String words;

    Course(String words) {
      this.words = words;
    }

    /**
     * The words to print.
     *
     * @return a noun phrase
     */
    public String words() {
      return words;
    }
  }

  /** Where a segment goes. */
  public enum Leg {
    /** Its slope is above 0, by its interval at 0.95. */
    UP,
    /** Its slope is below 0. */
    DOWN,
    /** Its interval holds 0, or it has none. */
    LEVEL
  }

  /** Whether both say the same of trend and course, wherever the joins are. */
  boolean agreesWith(TrendConclusion other) {
    return monotone == other.monotone && course == other.course;
  }
}
