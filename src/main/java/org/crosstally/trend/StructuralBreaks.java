package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Breaks in the mean or in the line of a series, by Bai and Perron: for each number of breaks the
 * partition of least squares, their number by a criterion or by sequential tests, and a confidence
 * interval for each.
 *
 * <p>Regimes do not join: see {@link JoinPoints} for lines that do. A regime has at least a
 * {@linkplain #withTrimming(double) share} of the points, or a {@linkplain #withLeastLength(int)
 * number}. The interval of a break is that of Bai (1997) with a variance of errors and times of its
 * own for each regime, cut to the data. The F statistic of a break at a place is {@code (RSS0 -
 * RSS1)/(RSS1/(n - 2k))}, referred to chi-square on k degrees of freedom at a given place, and at
 * its largest to the exact limit distribution.
 *
 * <p>{@link Criterion#SEQUENTIAL} adds a break while the largest F within the regimes found so far
 * exceeds what the largest of so many independent ones does with a probability of 0.05. Time is O(m
 * n<sup>2</sup>). Instances are immutable.
 *
 * <p>Bai, J. and Perron, P. (1998), Estimating and testing linear models with multiple structural
 * changes, Econometrica 66, 47-78; (2003), Computation and analysis of multiple structural change
 * models, Journal of Applied Econometrics 18, 1-22. Yao, Y.-C. (1988), Statistics and Probability
 * Letters 6, 181-189, for BIC. Liu, J., Wu, S. and Zidek, J. V. (1997), On segmented multivariate
 * regression, Statistica Sinica 7, 497-525, for LWZ.
 */
public final class StructuralBreaks {

  /** What a regime has of its own. */
  public enum Model {
    /** A mean. */
    MEAN,
    /** A level and a slope. */
    TREND
  }

  /** How the number of breaks is chosen. */
  public enum Criterion {
    /** Schwarz's. */
    BIC,
    /** That of Liu, Wu and Zidek, with a harsher penalty. */
    LWZ,
    /** Tests of one more break, at 0.05 each. */
    SEQUENTIAL
  }

  /**
   * How long a regime is at least, as a share or a number of points, and how many breaks at most.
   */
  private record Size(double trimming, int length, int largest) {}

  private static final double ALPHA = 0.05;

  private static final BreakTests.Draws NO_DRAWS = new BreakTests.Draws(0, 0);

  private static final StructuralBreaks DEFAULT =
      new StructuralBreaks(
          Model.MEAN, Criterion.BIC, new Size(0.15, 0, Integer.MAX_VALUE), 0.95, NO_DRAWS);

  private final Model model;
  private final Criterion criterion;
  private final Size size;
  private final double level;
  private final BreakTests.Draws draws;

  private StructuralBreaks(
      Model model, Criterion criterion, Size size, double level, BreakTests.Draws draws) {
    this.model = model;
    this.criterion = criterion;
    this.size = size;
    this.level = level;
    this.draws = draws;
  }

  /**
   * Breaks in the mean, by BIC, regimes of at least 0.15 of the points, as many as fit, a level of
   * 0.95.
   *
   * @return the default procedure
   */
  public static StructuralBreaks withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure for another model.
   *
   * @param v what a regime has of its own
   * @return a copy
   */
  public StructuralBreaks with(Model v) {
    return new StructuralBreaks(Objects.requireNonNull(v), criterion, size, level, draws);
  }

  /**
   * The same procedure with another choice of the number of breaks.
   *
   * @param v the criterion
   * @return a copy
   */
  public StructuralBreaks with(Criterion v) {
    return new StructuralBreaks(model, Objects.requireNonNull(v), size, level, draws);
  }

  /**
   * The same procedure with another share of the points that a regime has at least; also the share
   * that tests leave out at either end.
   *
   * @param share above 0 and below 0.5
   * @return a copy
   * @throws IllegalArgumentException if the share is not above 0 and below 0.5
   */
  public StructuralBreaks withTrimming(double share) {
    if (!(share > 0 && share < 0.5)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "trimming %s: above 0 and below 0.5", share));
    }
    return resized(new Size(share, 0, size.largest));
  }

  /**
   * The same procedure with a number of points that a regime has at least.
   *
   * @param points at least 1; a line has at least one more than its coefficients whatever is asked
   * @return a copy
   * @throws IllegalArgumentException if the number is below 1
   */
  public StructuralBreaks withLeastLength(int points) {
    if (points < 1) {
      throw new IllegalArgumentException(points + " points in a regime: 1 or more");
    }
    return resized(new Size(size.trimming, points, size.largest));
  }

  /**
   * The same procedure with a largest number of breaks.
   *
   * @param breaks not negative
   * @return a copy
   * @throws IllegalArgumentException if the number is negative
   */
  public StructuralBreaks withLargest(int breaks) {
    if (breaks < 0) {
      throw new IllegalArgumentException(breaks + " breaks: 0 or more");
    }
    return resized(new Size(size.trimming, size.length, breaks));
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public StructuralBreaks withLevel(double v) {
    return new StructuralBreaks(model, criterion, size, ConfidenceInterval.requireLevel(v), draws);
  }

  /**
   * The same procedure whose tests of one break also have p-values from drawn series, which hold at
   * few points as well.
   *
   * @param count how many series, at least 99
   * @param seed of the draws
   * @return a copy
   * @throws IllegalArgumentException if there are fewer than 99
   */
  public StructuralBreaks withDraws(int count, long seed) {
    BreakTests.Draws drawn = new BreakTests.Draws(Samples.requireDraws(count), seed);
    return new StructuralBreaks(model, criterion, size, level, drawn);
  }

  private StructuralBreaks resized(Size other) {
    return new StructuralBreaks(model, criterion, other, level, draws);
  }

  /**
   * The breaks of values at their times. For breaks in the mean the times give the order alone.
   *
   * @param x the times, in any order; equal ones are taken in the order given
   * @param y the value at each time
   * @return the models, or why there are none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES}, {@code CONSTANT_VALUES}, or {@code TOO_SHORT} for two regimes
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    int n = times.length;
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    int[] order = Samples.orderOfTimes(times);
    double[] sorted = Samples.pick(times, order);
    SegmentSums sums = new SegmentSums(sorted, Samples.pick(values, order), model);
    int least = least(n);
    if (2 * least > n) {
      return Outcome.undetermined(TrendReason.TOO_SHORT);
    }
    return Outcome.of(result(sums, sorted, least));
  }

  private int least(int n) {
    int k = model == Model.TREND ? 2 : 1;
    int asked = size.length > 0 ? size.length : (int) Math.floor(size.trimming * n + 1e-9);
    return Math.max(asked, model == Model.TREND ? k + 1 : 1);
  }

  private Result result(SegmentSums sums, double[] x, int least) {
    int n = x.length;
    // As many regimes as fit, less one where they fill the series to the last point.
    int most = Math.max(1, (n + least - 1) / least - 2);
    int k = sums.parameters();
    // Each regime and each break is a parameter, of which there are fewer than points.
    int identified = Math.max(0, (n - 1 - k) / (k + 1));
    int breaks = Math.min(Math.min(size.largest, identified), Math.min(most, n / least - 1));
    int[][] places = BreakSearch.best(sums, breaks, least);
    BreakIntervals intervals = new BreakIntervals(sums, level);
    List<BreakModel> models = new ArrayList<>();
    for (int[] place : places) {
      models.add(model(sums, x, place, intervals));
      if (models.get(models.size() - 1).criteria().whyNot().isPresent()) {
        break;
      }
    }
    Outcome<BreakTests> tests = BreakTests.of(sums, x, size.trimming, draws);
    int chosen =
        criterion == Criterion.SEQUENTIAL
            ? Math.min(models.size() - 1, sequential(sums, places))
            : smallest(models, criterion == Criterion.BIC);
    return new Result(n, model, criterion, models, chosen, tests);
  }

  private static int smallest(List<BreakModel> models, boolean bic) {
    int best = 0;
    for (int m = 1; m < models.size(); m++) {
      best = value(models.get(m), bic) < value(models.get(best), bic) ? m : best;
    }
    return best;
  }

  /** Regimes without residuals cannot be bettered, and more breaks are not tried. */
  private static double value(BreakModel model, boolean bic) {
    return model
        .criteria()
        .asOptional()
        .map(c -> bic ? c.bic() : c.lwz())
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private int sequential(SegmentSums sums, int[][] places) {
    for (int m = 0; m < places.length - 1; m++) {
      double largestF = 0;
      int[] ends = ends(places[m], sums.size());
      for (int j = 0; j + 1 < ends.length; j++) {
        largestF =
            Math.max(largestF, BreakTests.largestF(sums, ends[j], ends[j + 1], size.trimming));
      }
      double one = SupremumF.upper(largestF, sums.parameters(), size.trimming);
      double p = -Math.expm1((m + 1) * Math.log1p(-Math.min(one, 1 - 1e-16)));
      if (p > ALPHA) {
        return m;
      }
    }
    return places.length - 1;
  }

  static int[] ends(int[] places, int n) {
    int[] ends = new int[places.length + 2];
    System.arraycopy(places, 0, ends, 1, places.length);
    ends[ends.length - 1] = n;
    return ends;
  }

  private static BreakModel model(
      SegmentSums sums, double[] x, int[] places, BreakIntervals intervals) {
    int n = x.length;
    int[] ends = ends(places, n);
    double squares = 0;
    for (int j = 0; j + 1 < ends.length; j++) {
      squares += sums.exactRss(ends[j], ends[j + 1]);
    }
    List<BreakModel.Break> breaks = new ArrayList<>();
    for (int j = 1; j + 1 < ends.length; j++) {
      breaks.add(
          new BreakModel.Break(
              ends[j],
              x[ends[j] - 1],
              x[ends[j]],
              intervals.of(ends[j - 1], ends[j], ends[j + 1])));
    }
    boolean exact = squares <= 1e-26 * sums.total();
    return new BreakModel(
        breaks,
        squares,
        exact
            ? Outcome.undetermined(TrendReason.EXACT_LINE)
            : Outcome.of(criteria(squares, n, places.length, sums.parameters())));
  }

  private static BreakModel.Criteria criteria(double squares, int n, int m, int k) {
    double bic = n * (Math.log(2 * Math.PI * squares / n) + 1) + Math.log(n) * (k + 1) * (m + 1);
    double p = (m + 1.0) * k + m;
    double lwz = Math.log(squares / (n - p)) + 0.299 * p * Math.pow(Math.log(n), 2.1) / n;
    return new BreakModel.Criteria(bic, lwz);
  }

  /**
   * The breaks.
   *
   * @param n the number of points
   * @param model what a regime has of its own
   * @param criterion how the number of breaks is chosen
   * @param models those with 0, 1, 2, … breaks, as many as fit
   * @param chosen the number of breaks that the criterion chooses
   * @param tests tests of no break against one, or why there are none
   */
  public record Result(
      int n,
      Model model,
      Criterion criterion,
      List<BreakModel> models,
      int chosen,
      Outcome<BreakTests> tests) {

    /**
     * A result; the models are copied.
     *
     * @param n the number of points
     * @param model the model
     * @param criterion the criterion
     * @param models the models
     * @param chosen the number of breaks
     * @param tests the tests
     */
    public Result {
      models = List.copyOf(models);
    }

    /**
     * The model with the chosen number of breaks.
     *
     * @return the model
     */
    public BreakModel best() {
      return models.get(chosen);
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return the breaks, and the largest F with its p-values
     */
    public List<Evidence> rows() {
      String method = "breaks in the " + (model == Model.MEAN ? "mean" : "line");
      List<Evidence> rows = new ArrayList<>();
      rows.add(new Evidence(method, "breaks", chosen));
      for (BreakModel.Break at : best().breaks()) {
        rows.add(new Evidence(method, "last of the old regime", at.last()));
      }
      tests
          .asOptional()
          .ifPresent(
              t -> {
                rows.add(new Evidence(method, "largest F", t.largestF()));
                rows.add(new Evidence(method, "largest F, p (limit)", t.largestFP()));
                t.simulated()
                    .asOptional()
                    .ifPresent(
                        d -> {
                          String drawn = " (" + d.draws() + " draws)";
                          rows.add(new Evidence(method, "largest F, p" + drawn, d.largestFP()));
                          rows.add(new Evidence(method, "CUSUM, p" + drawn, d.cusumP()));
                        });
              });
      return rows;
    }
  }
}
