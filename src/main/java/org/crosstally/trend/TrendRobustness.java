package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import tech.tablesaw.api.Table;

/**
 * How a conclusion holds when the values are drawn from their intervals, when points are left out,
 * and when the values are reconciled by another rule.
 *
 * @param draws the conclusions on values drawn from their intervals, or why there are none: {@code
 *     NO_WIDTH} if every value is taken as printed
 * @param variations the conclusions on other versions of the series
 */
public record TrendRobustness(Outcome<Draws> draws, List<Variation> variations) {

  /** How many times the values are drawn. */
  static final int ROUNDS = 1000;

  private static final long SEED = 20;

  /**
   * The robustness of a conclusion; the variations are copied.
   *
   * @param draws the conclusions on drawn values
   * @param variations the conclusions on other versions
   */
  public TrendRobustness {
    variations = List.copyOf(variations);
  }

  /**
   * Conclusions on series whose values are drawn, each by itself and uniformly, from their
   * intervals; seeded, so that they are the same each time.
   *
   * @param rounds how many series were drawn
   * @param sameMonotone in how many the conclusion on a monotone trend is that on the estimates
   * @param sameCourse in how many the course is
   * @param same in how many both are
   * @param monotone how often each conclusion on a monotone trend was drawn
   * @param courses how often each course was drawn
   * @param firstJoins how often the first join was drawn at each time
   */
  public record Draws(
      int rounds,
      int sameMonotone,
      int sameCourse,
      int same,
      Map<TrendConclusion.Monotone, Integer> monotone,
      Map<TrendConclusion.Course, Integer> courses,
      Map<Double, Integer> firstJoins) {

    /**
     * Conclusions on draws; the maps are copied.
     *
     * @param rounds how many series were drawn
     * @param sameMonotone in how many the conclusion on a monotone trend is the same
     * @param sameCourse in how many the course is
     * @param same in how many both are
     * @param monotone how often each conclusion was drawn
     * @param courses how often each course was drawn
     * @param firstJoins how often the first join was drawn at each time
     */
    public Draws {
      monotone = Map.copyOf(monotone);
      courses = Map.copyOf(courses);
      firstJoins = Map.copyOf(firstJoins);
    }
  }

  /**
   * The conclusion on another version of the series.
   *
   * @param label what is different
   * @param n how many values it has
   * @param conclusion what follows
   * @param agreement whether that is the same as for the series itself
   */
  public record Variation(String label, int n, TrendConclusion conclusion, Agreement agreement) {}

  /** Whether a version of the series says the same. */
  public enum Agreement {
    /** Of trend and course. */
    SAME,
    /** Of the monotone trend only. */
    OTHER_COURSE,
    /** Of the course only. */
    OTHER_TREND,
    /** Of neither. */
    DIFFERENT
  }

  static TrendRobustness of(TimeSeries series, TrendConclusion conclusion) {
    List<Observation.Present> all = series.present();
    List<Variation> variations = new ArrayList<>();
    if (!all.isEmpty()) {
      Observation.Present first = all.get(0);
      variations.add(
          variation(
              "without the first value, " + first.period().format(),
              all.subList(1, all.size()),
              conclusion));
      Observation.Present last = all.get(all.size() - 1);
      variations.add(
          variation(
              "without the last value, " + last.period().format(),
              all.subList(0, all.size() - 1),
              conclusion));
      List<Observation.Present> firm =
          all.stream().filter(o -> o.status() != Status.PROVISIONAL).toList();
      if (firm.size() < all.size()) {
        variations.add(
            variation(
                "without the " + (all.size() - firm.size()) + " provisional", firm, conclusion));
      }
    }
    return new TrendRobustness(draws(series, conclusion), variations);
  }

  /** The same with the conclusions on series reconciled by other rules. */
  TrendRobustness with(Map<String, TimeSeries> alternatives, TrendConclusion conclusion) {
    List<Variation> more = new ArrayList<>(variations);
    alternatives.forEach((label, other) -> more.add(variation(label, other.present(), conclusion)));
    return new TrendRobustness(draws, more);
  }

  private static Variation variation(
      String label, List<Observation.Present> values, TrendConclusion conclusion) {
    TrendConclusion other =
        TrendJudge.conclude(
            values.stream().mapToDouble(o -> o.period().end().getYear()).toArray(),
            values.stream().mapToDouble(o -> o.estimate().value()).toArray());
    return new Variation(label, values.size(), other, agreement(conclusion, other));
  }

  private static Agreement agreement(TrendConclusion one, TrendConclusion other) {
    boolean trend = one.monotone() == other.monotone();
    boolean course = one.course() == other.course();
    if (trend) {
      return course ? Agreement.SAME : Agreement.OTHER_COURSE;
    }
    return course ? Agreement.OTHER_TREND : Agreement.DIFFERENT;
  }

  private static Outcome<Draws> draws(TimeSeries series, TrendConclusion conclusion) {
    List<Estimate> estimates =
        series.present().stream().map(Observation.Present::estimate).toList();
    if (estimates.stream().noneMatch(Estimate::hasWidth)) {
      return Outcome.undetermined(TrendReason.NO_WIDTH);
    }
    double[] x = series.years();
    SplittableRandom random = new SplittableRandom(SEED);
    Map<TrendConclusion.Monotone, Integer> monotone = new TreeMap<>();
    Map<TrendConclusion.Course, Integer> courses = new TreeMap<>();
    Map<Double, Integer> firstJoins = new TreeMap<>();
    int same = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        Estimate e = estimates.get(i);
        y[i] = e.low() + (e.high() - e.low()) * random.nextDouble();
      }
      TrendConclusion drawn = TrendJudge.conclude(x, y);
      monotone.merge(drawn.monotone(), 1, Integer::sum);
      courses.merge(drawn.course(), 1, Integer::sum);
      if (!drawn.joins().isEmpty()) {
        firstJoins.merge(drawn.joins().get(0), 1, Integer::sum);
      }
      same += drawn.agreesWith(conclusion) ? 1 : 0;
    }
    return Outcome.of(
        new Draws(
            ROUNDS,
            monotone.getOrDefault(conclusion.monotone(), 0),
            courses.getOrDefault(conclusion.course(), 0),
            same,
            monotone,
            courses,
            firstJoins));
  }

  /**
   * The versions of the series as a table.
   *
   * @return a table with the columns version, values, monotone, course, joins, agreement
   */
  public Table toTable() {
    return TrendTables.of(this);
  }
}
