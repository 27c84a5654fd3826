package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Join-point regression: a continuous line of straight pieces, {@code y = b0 + b1 x + sum d[j] (x -
 * t[j])+}, with the joins t of least squares and their number chosen from the data.
 *
 * <p>For each number of joins the global optimum is found by going through all places, without
 * starting values and restarts. Joins are {@linkplain Placement#OBSERVED_TIMES at observed times},
 * as in the Joinpoint program of the U.S. National Cancer Institute, or {@linkplain
 * Placement#ANYWHERE anywhere}. In {@linkplain Scale#LOG logarithms}, {@code 100 (exp(b) - 1)} is
 * the annual per cent change of a segment (APC), and of the mean slope over the range the average
 * annual per cent change (AAPC).
 *
 * <p>The number of joins is chosen by a {@link Criterion}: the least of {@code ln(SSE/n) + c(k)
 * ln(n)/n} with {@code c = 2k + 2} (BIC), {@code 3k + 2} (BIC3) or, weighted by how large the
 * largest change is, in between (WBIC); or by permutation tests of fewer against more joins, each
 * at {@code 0.05} over the largest number.
 *
 * <p>Errors are those of least squares with the joins among the parameters ({@link
 * Inference#JOINT}), or as if they were known. Either is too small for the choice of their number.
 * Instances are immutable.
 *
 * <p>Lerman, P. M. (1980), Fitting segmented regression models by grid search, Applied Statistics
 * 29, 77-84. Hudson, D. J. (1966), Fitting segmented curves whose join points have to be estimated,
 * Journal of the American Statistical Association 61, 1097-1129. Kim, H.-J., Fay, M. P., Feuer, E.
 * J. and Midthune, D. N. (2000), Permutation tests for joinpoint regression, Statistics in Medicine
 * 19, 335-351. Kim, H.-J. and others (2022), Data-driven choice of a model selection method in
 * joinpoint regression, Journal of Applied Statistics 50, 1992-2013. Clegg, L. X. and others
 * (2009), Estimating average annual per cent change in trend analysis, Statistics in Medicine 28,
 * 3670-3682.
 */
public final class JoinPoints {

  /** Where joins can be. */
  public enum Placement {
    /** At the times of points. */
    OBSERVED_TIMES,
    /** At any time between the points that they have to leave on both sides. */
    ANYWHERE
  }

  /** What the line is drawn through. */
  public enum Scale {
    /** The values. */
    LINEAR,
    /** Their natural logarithms. */
    LOG
  }

  /** How the number of joins is chosen. */
  public enum Criterion {
    /** Schwarz's criterion with two parameters for each join. */
    BIC,
    /** The same with three. */
    BIC3,
    /** Between the two, by the largest partial R squared of a join. */
    WBIC,
    /** Permutation tests of fewer against more joins. */
    PERMUTATION
  }

  /** What the errors of the slopes take as known. */
  public enum Inference {
    /** Nothing: the joins are parameters too. */
    JOINT,
    /** The joins. */
    GIVEN_JOINS
  }

  /** How many joins, and how many times between them. */
  private record Size(int largest, int between) {}

  /** How many permutations, and from which seed. */
  private record Shuffle(int count, long seed) {}

  private static final JoinPoints DEFAULT =
      new JoinPoints(
          Placement.OBSERVED_TIMES,
          Scale.LOG,
          Criterion.WBIC,
          Inference.JOINT,
          0.95,
          new Size(4, 2),
          new Shuffle(4499, 1));

  private final Placement placement;
  private final Scale scale;
  private final Criterion criterion;
  private final Inference inference;
  private final double level;
  private final Size size;
  private final Shuffle shuffle;

  private JoinPoints(
      Placement placement,
      Scale scale,
      Criterion criterion,
      Inference inference,
      double level,
      Size size,
      Shuffle shuffle) {
    this.placement = placement;
    this.scale = scale;
    this.criterion = criterion;
    this.inference = inference;
    this.level = level;
    this.size = size;
    this.shuffle = shuffle;
  }

  /**
   * Joins at observed times in logarithms, chosen by {@link Criterion#WBIC} from 0 to 4, with two
   * points or more before, between and after them, joint errors and a level of 0.95.
   *
   * @return the default procedure
   */
  public static JoinPoints withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with joins elsewhere.
   *
   * @param v where joins can be
   * @return a copy
   */
  public JoinPoints with(Placement v) {
    return new JoinPoints(
        Objects.requireNonNull(v), scale, criterion, inference, level, size, shuffle);
  }

  /**
   * The same procedure on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public JoinPoints with(Scale v) {
    return new JoinPoints(
        placement, Objects.requireNonNull(v), criterion, inference, level, size, shuffle);
  }

  /**
   * The same procedure with another choice of the number of joins.
   *
   * @param v the criterion
   * @return a copy
   */
  public JoinPoints with(Criterion v) {
    return new JoinPoints(
        placement, scale, Objects.requireNonNull(v), inference, level, size, shuffle);
  }

  /**
   * The same procedure with other errors.
   *
   * @param v what they take as known
   * @return a copy
   */
  public JoinPoints with(Inference v) {
    return new JoinPoints(
        placement, scale, criterion, Objects.requireNonNull(v), level, size, shuffle);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public JoinPoints withLevel(double v) {
    ConfidenceInterval.requireLevel(v);
    return new JoinPoints(placement, scale, criterion, inference, v, size, shuffle);
  }

  /**
   * The same procedure with another largest number of joins.
   *
   * @param joins from 0 to 6; the work grows with the number of points to this power
   * @return a copy
   * @throws IllegalArgumentException if the number is not from 0 to 6
   */
  public JoinPoints withLargest(int joins) {
    if (joins < 0 || joins > 6) {
      throw new IllegalArgumentException(joins + " joins: from 0 to 6");
    }
    return new JoinPoints(
        placement, scale, criterion, inference, level, new Size(joins, size.between), shuffle);
  }

  /**
   * The same procedure with another number of times that a segment needs, joins at its ends not
   * counted.
   *
   * @param times at least 1; at least 2 for joins anywhere
   * @return a copy
   * @throws IllegalArgumentException if the number is below 1
   */
  public JoinPoints withTimesBetween(int times) {
    if (times < 1) {
      throw new IllegalArgumentException(times + " times between joins: 1 or more");
    }
    return new JoinPoints(
        placement, scale, criterion, inference, level, new Size(size.largest, times), shuffle);
  }

  /**
   * The same procedure with other permutations for {@link Criterion#PERMUTATION}.
   *
   * @param count how many, at least 99
   * @param newSeed of the random order
   * @return a copy
   * @throws IllegalArgumentException if there are fewer than 99
   */
  public JoinPoints withPermutations(int count, long newSeed) {
    Shuffle drawn = new Shuffle(Samples.requireDraws(count), newSeed);
    return new JoinPoints(placement, scale, criterion, inference, level, size, drawn);
  }

  Placement placement() {
    return placement;
  }

  Scale scale() {
    return scale;
  }

  Inference inference() {
    return inference;
  }

  double level() {
    return level;
  }

  Criterion criterion() {
    return criterion;
  }

  int largest() {
    return size.largest;
  }

  /** Joins anywhere need two times on either side, or their pieces are not determined. */
  int between() {
    return placement == Placement.ANYWHERE ? Math.max(2, size.between) : size.between;
  }

  int permutations() {
    return shuffle.count;
  }

  long seed() {
    return shuffle.seed;
  }

  /**
   * The broken lines through values at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @return the models, or why there are none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES}, {@code CONSTANT_VALUES}, or {@code NOT_POSITIVE} for logarithms
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    return fit(x, y, ones(x.length));
  }

  /**
   * The broken lines through values of different weight.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @param weights the weight of each value on the scale, above 0; the reciprocal of a variance
   * @return the models, or why there are none, as {@link #fit(double[], double[])}
   * @throws IllegalArgumentException if a weight is not above 0, or as {@link
   *     LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y, double[] weights) {
    return JoinSelection.of(this, x, y, weights, s -> Outcome.of(s.choose()));
  }

  /**
   * The permutation test of fewer against more joins, whatever the criterion: in how many orders of
   * the residuals of the line with fewer does the line with more gain as much.
   *
   * @param x the times, in any order
   * @param y the value at each time
   * @param fewer joins of the null hypothesis
   * @param more joins of the alternative, more than those
   * @return the test at 0.05, or why there is none: as {@link #fit(double[], double[])}, {@code
   *     TOO_SHORT} for so many joins, or {@code EXACT_LINE}
   * @throws IllegalArgumentException if there are not more joins, or as {@link
   *     LeastSquares#fit(double[], double[])}
   */
  public Outcome<Test> test(double[] x, double[] y, int fewer, int more) {
    if (fewer < 0 || more <= fewer) {
      throw new IllegalArgumentException(fewer + " joins against " + more);
    }
    return JoinSelection.of(withLargest(more), x, y, ones(x.length), s -> s.test(fewer, more));
  }

  /**
   * Between which times each join can lie: the set of observed times at which it can be held, the
   * other joins and the slopes fitted anew, without raising the squares beyond {@code SSE (1 + F/(n
   * - 2k - 2))}, F the quantile of F(1, n - 2k - 2) at the level (Lerman 1980). It takes the number
   * of joins as given.
   *
   * @param x the times, in any order
   * @param y the value at each time
   * @param joins how many, 1 or more
   * @return the range of each join in the order of time, or why there is none: as {@link
   *     #fit(double[], double[])}, {@code TOO_SHORT} for so many joins, {@code EXACT_LINE}, or
   *     {@code NOT_IDENTIFIED} without degrees of freedom
   * @throws IllegalArgumentException if there are no joins, or as {@link LeastSquares#fit(double[],
   *     double[])}
   */
  public Outcome<List<JoinRange>> ranges(double[] x, double[] y, int joins) {
    if (joins < 1) {
      throw new IllegalArgumentException(joins + " joins have no range: 1 or more");
    }
    return JoinSelection.of(withLargest(joins), x, y, ones(x.length), s -> s.ranges(joins));
  }

  private static double[] ones(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * A permutation test of fewer against more joins.
   *
   * @param fewer the joins of the null hypothesis
   * @param more the joins of the alternative
   * @param p the share of orders of the residuals with as large a ratio of squares, at least 1 over
   *     the permutations and 1
   * @param level the level at which the test rejects
   */
  public record Test(int fewer, int more, double p, double level) {}

  /**
   * The broken lines.
   *
   * @param models those with 0, 1, 2, … joins, as many as fit
   * @param chosen the number of joins that the criterion chooses
   * @param criterion the criterion
   * @param tests the permutation tests, empty for other criteria
   */
  public record Result(List<JoinModel> models, int chosen, Criterion criterion, List<Test> tests) {

    /**
     * A result; the lists are copied.
     *
     * @param models the models
     * @param chosen the number of joins
     * @param criterion the criterion
     * @param tests the permutation tests
     */
    public Result {
      models = List.copyOf(models);
      tests = List.copyOf(tests);
    }

    /**
     * The model with the chosen number of joins.
     *
     * @return the model
     */
    public JoinModel best() {
      return models.get(chosen);
    }
  }
}
