package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Change points by penalised likelihood: the segmentation of least cost, each segment {@code -2 ln
 * L} at its best parameters and each change a penalty.
 *
 * <ul>
 *   <li>{@link Model#MEAN}: normal, own mean, known standard deviation s: {@code sum (y -
 *       m)^2/s^2}; segments of 1 point or more.
 *   <li>{@link Model#MEAN_AND_VARIANCE}: normal, both its own: {@code n (ln 2 pi v + 1)}; 2 points
 *       or more. Equal values have variance 0 and an infinite likelihood, so v is at least a
 *       {@linkplain #withVarianceFloor(double) floor}.
 *   <li>{@link Model#POISSON}: counts with their own rate: {@code 2 (sum y - sum y ln(mean y))}, 1
 *       point or more.
 * </ul>
 *
 * <p>The penalty for each change, with p the parameters that a change adds (a mean, a variance, and
 * the place of the change): AIC {@code 2p}, BIC {@code p ln n}, modified BIC {@code (p + 1) ln n}
 * and the logarithm of the length of each segment besides, or a number. The optimum is exact: the
 * search leaves out only what cannot be best any more (PELT), in O(n) expected and O(n<sup>2</sup>)
 * worst time. There is no significance: on short series AIC finds changes in noise. Instances are
 * immutable.
 *
 * <p>Killick, R., Fearnhead, P. and Eckley, I. A. (2012), Optimal detection of changepoints with a
 * linear computational cost, Journal of the American Statistical Association 107, 1590-1598. Zhang,
 * N. R. and Siegmund, D. O. (2007), A modified Bayes information criterion, Biometrics 63, 22-32.
 */
public final class ChangePoints {

  /** What a segment has of its own. */
  public enum Model {
    /** A mean. */
    MEAN,
    /** A mean and a variance. */
    MEAN_AND_VARIANCE,
    /** The rate of a Poisson count. */
    POISSON
  }

  /** What a change costs. */
  public enum Penalty {
    /** Akaike's. */
    AIC,
    /** Schwarz's. */
    BIC,
    /** That of Zhang and Siegmund, in the form of R changepoint. */
    MBIC,
    /** A number. */
    FIXED
  }

  /** What the standard deviation of {@link Model#MEAN} is. */
  public enum Noise {
    /**
     * That of all values about their mean, changes included, as in R {@code cpt.mean(y/sd(y))}:
     * large if there are large changes, which hides small ones.
     */
    OF_VALUES,
    /**
     * From the median absolute difference of neighbours, over {@code 0.6745 sqrt(2)}, which changes
     * hardly move.
     */
    OF_DIFFERENCES
  }

  private static final ChangePoints DEFAULT =
      new ChangePoints(Model.MEAN, Penalty.MBIC, Noise.OF_DIFFERENCES, 0, -1);

  private final Model model;
  private final Penalty penalty;
  private final Noise noise;
  private final double fixed;
  private final double floor;

  private ChangePoints(Model model, Penalty penalty, Noise noise, double fixed, double floor) {
    this.model = model;
    this.penalty = penalty;
    this.noise = noise;
    this.fixed = fixed;
    this.floor = floor;
  }

  /**
   * Changes of the mean with {@link Penalty#MBIC} and {@link Noise#OF_DIFFERENCES}.
   *
   * @return the default procedure
   */
  public static ChangePoints withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure for another model.
   *
   * @param v the model
   * @return a copy
   */
  public ChangePoints with(Model v) {
    return new ChangePoints(Objects.requireNonNull(v), penalty, noise, fixed, floor);
  }

  /**
   * The same procedure with another penalty.
   *
   * @param v the penalty; {@link Penalty#FIXED} takes the number of {@link #withPenalty(double)}
   * @return a copy
   */
  public ChangePoints with(Penalty v) {
    return new ChangePoints(model, Objects.requireNonNull(v), noise, fixed, floor);
  }

  /**
   * The same procedure with another standard deviation for {@link Model#MEAN}.
   *
   * @param v where it comes from
   * @return a copy
   */
  public ChangePoints with(Noise v) {
    return new ChangePoints(model, penalty, Objects.requireNonNull(v), fixed, floor);
  }

  /**
   * The same procedure with a fixed penalty.
   *
   * @param v the cost of a change, on the scale of -2 ln L, above 0
   * @return a copy
   * @throws IllegalArgumentException if it is not above 0
   */
  public ChangePoints withPenalty(double v) {
    if (!(v > 0 && v <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, "penalty %s: above 0", v));
    }
    return new ChangePoints(model, Penalty.FIXED, noise, v, floor);
  }

  /**
   * The same procedure with another least variance of a segment.
   *
   * @param v in squared units of y, above 0; by default a twelfth of the square of the smallest
   *     difference between values, the variance that rounding to it leaves
   * @return a copy
   * @throws IllegalArgumentException if it is not above 0
   */
  public ChangePoints withVarianceFloor(double v) {
    if (!(v > 0 && v <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "variance floor %s: above 0", v));
    }
    return new ChangePoints(model, penalty, noise, fixed, v);
  }

  /**
   * The changes of values in the order in which they stand.
   *
   * @param y the values
   * @return the changes, or why there are none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_VALUES}, {@code NOT_COUNTS} for {@link Model#POISSON}, or {@code ZERO_VARIANCE} if
   *     half of the neighbours are equal and the noise is that of differences
   * @throws IllegalArgumentException if a number is NaN or infinite, beyond 1e50, or two of them
   *     differ by less than 1e-50
   */
  public Outcome<Result> fit(double[] y) {
    double[] values = Samples.requireScale("y", y);
    if (values.length < 3) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (Samples.isConstant(values)) {
      return Outcome.undetermined(TrendReason.CONSTANT_VALUES);
    }
    boolean counts = Arrays.stream(values).allMatch(v -> v >= 0 && v == Math.rint(v));
    if (model == Model.POISSON && !counts) {
      return Outcome.undetermined(TrendReason.NOT_COUNTS);
    }
    double sigma = model == Model.MEAN ? sigma(values) : 1;
    if (!(sigma > 0)) {
      return Outcome.undetermined(TrendReason.ZERO_VARIANCE);
    }
    double least = floor > 0 ? floor : rounding(values);
    SegmentCost cost = new SegmentCost(values, model, sigma, least, penalty == Penalty.MBIC);
    double each = penalty(values.length);
    int[] last = new PenalisedSearch(cost, each).changes();
    return Outcome.of(result(values, last, cost, each));
  }

  private double sigma(double[] y) {
    if (noise == Noise.OF_VALUES) {
      double mean = Sums.mean(y);
      double[] rest = Arrays.stream(y).map(v -> v - mean).toArray();
      return Math.sqrt(Sums.dot(rest, rest) / (y.length - 1));
    }
    double[] steps = new double[y.length - 1];
    Arrays.setAll(steps, i -> Math.abs(y[i + 1] - y[i]));
    return Samples.median(steps) / (0.6744897501960817 * Math.sqrt(2));
  }

  private static double rounding(double[] y) {
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      gap = sorted[i] > sorted[i - 1] ? Math.min(gap, sorted[i] - sorted[i - 1]) : gap;
    }
    return gap * gap / 12;
  }

  private double penalty(int n) {
    int parameters = model == Model.MEAN_AND_VARIANCE ? 3 : 2;
    return switch (penalty) {
      case AIC -> 2 * parameters;
      case BIC -> parameters * Math.log(n);
      case MBIC -> (parameters + 1) * Math.log(n);
      case FIXED -> fixed;
    };
  }

  private Result result(double[] y, int[] last, SegmentCost cost, double each) {
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= last.length; i++) {
      int to = i == last.length ? y.length : last[i];
      double[] part = Arrays.copyOfRange(y, from, to);
      double mean = Sums.mean(part);
      double[] rest = Arrays.stream(part).map(v -> v - mean).toArray();
      segments.add(new Segment(from + 1, to, mean, Sums.dot(rest, rest) / part.length));
      from = to;
    }
    double total = 0;
    for (Segment s : segments) {
      total += cost.of(s.first() - 1, s.last());
    }
    return new Result(y.length, model, penalty, each, segments, total);
  }

  /**
   * A stretch between changes.
   *
   * @param first its first point, counted from 1
   * @param last its last point; a change comes after it, or the series ends
   * @param mean its mean
   * @param variance the mean square about it
   */
  public record Segment(int first, int last, double mean, double variance) {}

  /**
   * The changes.
   *
   * @param n the number of points
   * @param model what a segment has of its own
   * @param penalty the name of the penalty
   * @param each what a change costs
   * @param segments the stretches between changes, in order
   * @param cost the sum of their costs, without penalties
   */
  public record Result(
      int n, Model model, Penalty penalty, double each, List<Segment> segments, double cost) {

    /**
     * A result; the segments are copied.
     *
     * @param n the number of points
     * @param model the model
     * @param penalty the penalty
     * @param each what a change costs
     * @param segments the segments
     * @param cost the sum of costs
     */
    public Result {
      segments = List.copyOf(segments);
    }

    /**
     * The changes.
     *
     * @return for each the last point before it, counted from 1
     */
    public List<Integer> changes() {
      return segments.subList(0, segments.size() - 1).stream().map(Segment::last).toList();
    }
  }
}
