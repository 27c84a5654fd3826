package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.crosstally.outcome.Outcome;

/**
 * Whether two or more series, of sources or of countries, follow the same broken line, or broken
 * lines that are parallel.
 *
 * <p>Three models with k joins at observed times are compared: a broken line for each series,
 * broken lines with the same joins and slopes but a constant for each series (parallel), and one
 * broken line for all (equal). With m series and N values
 *
 * <pre>{@code
 * parallel: F = ((RSS[parallel] - RSS[each])/((m - 1)(2k + 1))) / (RSS[each]/(N - m(2k + 2)))
 * equal:    F = ((RSS[one]      - RSS[each])/((m - 1)(2k + 2))) / (RSS[each]/(N - m(2k + 2)))
 * }</pre>
 *
 * <p>with every sum of squares the least over all places of the joins. As the joins are searched
 * for, F does not have the F distribution at few points: the residuals of the null model are put in
 * other orders, over all series, and p is the share of orders with as large an F, the one seen
 * among them. Errors are taken as independent and of one variance. Without joins the statistics are
 * those of {@link ParallelTrends}. In {@linkplain JoinPoints.Scale#LOG logarithms} parallel means
 * the same per cent a year. Instances are immutable.
 *
 * <p>Kim, H.-J., Fay, M. P., Yu, B., Barrett, M. J. and Feuer, E. J. (2004), Comparability of
 * segmented line regression models, Biometrics 60, 1005-1014.
 */
public final class JoinComparability {

  /** Distinct times that a piece needs, joins at its ends not counted, as in {@link JoinPoints}. */
  private static final int BETWEEN = 2;

  private static final int MOST_JOINS = 3;

  private static final JoinComparability DEFAULT =
      new JoinComparability(JoinPoints.Scale.LOG, 1, 999, 1);

  private final JoinPoints.Scale scale;
  private final int joins;
  private final int permutations;
  private final long seed;

  private JoinComparability(JoinPoints.Scale scale, int joins, int permutations, long seed) {
    this.scale = scale;
    this.joins = joins;
    this.permutations = permutations;
    this.seed = seed;
  }

  /**
   * Broken lines with one join in logarithms, and 999 permutations.
   *
   * @return the default test
   */
  public static JoinComparability withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public JoinComparability with(JoinPoints.Scale v) {
    return new JoinComparability(Objects.requireNonNull(v), joins, permutations, seed);
  }

  /**
   * The same test with another number of joins.
   *
   * @param count from 0 to {@value #MOST_JOINS}; the work grows with the number of times to this
   *     power
   * @return a copy
   * @throws IllegalArgumentException if the number is outside
   */
  public JoinComparability withJoins(int count) {
    if (count < 0 || count > MOST_JOINS) {
      throw new IllegalArgumentException(count + " joins: from 0 to " + MOST_JOINS);
    }
    return new JoinComparability(scale, count, permutations, seed);
  }

  /**
   * The same test with other permutations.
   *
   * @param count how many, at least 99
   * @param newSeed of the random order
   * @return a copy
   * @throws IllegalArgumentException if there are fewer than 99
   */
  public JoinComparability withPermutations(int count, long newSeed) {
    return new JoinComparability(scale, joins, Samples.requireDraws(count), newSeed);
  }

  /**
   * Compares series.
   *
   * @param series two or more
   * @return the tests, or why there are none: {@code TOO_SHORT} if a series has no room for the
   *     joins or no degree of freedom is left, {@code NOT_POSITIVE} for logarithms, {@code
   *     EXACT_LINE} if each lies on a broken line, or {@code TOO_MANY_PLACES}
   * @throws IllegalArgumentException if there are fewer than two series
   */
  public Outcome<Result> test(List<ParallelTrends.Series> series) {
    if (series.size() < 2) {
      throw new IllegalArgumentException(series.size() + " series: two or more are compared");
    }
    boolean log = scale == JoinPoints.Scale.LOG;
    if (log && series.stream().anyMatch(s -> Arrays.stream(s.y()).anyMatch(v -> v <= 0))) {
      return Outcome.undetermined(TrendReason.NOT_POSITIVE);
    }
    int needed = (joins + 1) * BETWEEN + joins;
    int total = series.stream().mapToInt(s -> s.x().length).sum();
    int df = total - series.size() * (2 * joins + 2);
    if (df < 1 || series.stream().anyMatch(s -> Arrays.stream(s.x()).distinct().count() < needed)) {
      return Outcome.undetermined(TrendReason.TOO_SHORT);
    }
    double[] x = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray();
    int distinct = (int) Arrays.stream(x).distinct().count();
    if (!SplineBases.fits(total, series.size(), distinct, joins, BETWEEN)) {
      return Outcome.undetermined(TrendReason.TOO_MANY_PLACES);
    }
    double[] given = series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).toArray();
    double[] scaled = log ? Arrays.stream(given).map(Math::log).toArray() : given;
    double mean = Sums.mean(scaled);
    double[] y = Arrays.stream(scaled).map(v -> v - mean).toArray();
    Models models = new Models(series, x, joins);
    double size = Arrays.stream(scaled).map(Math::abs).max().orElse(0) * CentredLine.ROUNDING;
    return models.each(y) <= size * size * total
        ? Outcome.undetermined(TrendReason.EXACT_LINE)
        : Outcome.of(result(models, y, series.size(), df));
  }

  private Result result(Models models, double[] y, int m, int df) {
    List<List<Double>> own = new ArrayList<>();
    for (int s = 0; s < m; s++) {
      own.add(list(models.apart.get(s).fit(models.part(y, s)).joins()));
    }
    // The constants take the means in; without them, series of other levels keep their digits.
    double[] levelled = models.levelled(y);
    SplineBases.Fit parallel = models.parallel.fit(levelled);
    SplineBases.Fit one = models.one.fit(y);
    return new Result(
        own,
        list(parallel.joins()),
        test(models, models.parallel, parallel, levelled, (m - 1) * (2 * joins + 1), df),
        list(one.joins()),
        test(models, models.one, one, y, (m - 1) * (2 * joins + 2), df),
        scale);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private PermutationTest test(
      Models models, SplineBases bases, SplineBases.Fit fit, double[] y, int df1, int df2) {
    double[] rest = new double[y.length];
    Arrays.setAll(rest, i -> y[i] - fit.values()[i]);
    double seen = Math.max(0, fit.squares() / models.each(y) - 1);
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 1;
    for (int round = 0; round < permutations; round++) {
      Samples.shuffle(rest, random);
      double[] drawn = new double[y.length];
      Arrays.setAll(drawn, i -> fit.values()[i] + rest[i]);
      // An order with the ratio seen counts, whatever its rounding.
      asLarge += bases.squares(drawn) / models.each(drawn) - 1 >= seen - 1e-9 ? 1 : 0;
    }
    return new PermutationTest(
        seen * df2 / df1, df1, df2, asLarge / (permutations + 1.0), permutations);
  }

  /** The three models at the times of the series. */
  private static final class Models {
    private final List<SplineBases> apart = new ArrayList<>();
    private final SplineBases parallel;
    private final SplineBases one;
    private final int[] ends;

    Models(List<ParallelTrends.Series> series, double[] x, int joins) {
      int[] group = new int[x.length];
      this.ends = new int[series.size() + 1];
      for (int s = 0; s < series.size(); s++) {
        double[] times = series.get(s).x();
        ends[s + 1] = ends[s] + times.length;
        Arrays.fill(group, ends[s], ends[s + 1], s);
        apart.add(SplineBases.of(times, new int[times.length], 1, joins, BETWEEN));
      }
      this.parallel = SplineBases.of(x, group, series.size(), joins, BETWEEN);
      this.one = SplineBases.of(x, new int[x.length], 1, joins, BETWEEN);
    }

    double[] levelled(double[] y) {
      double[] levelled = y.clone();
      for (int s = 0; s + 1 < ends.length; s++) {
        double mean = Sums.mean(part(y, s));
        for (int i = ends[s]; i < ends[s + 1]; i++) {
          levelled[i] -= mean;
        }
      }
      return levelled;
    }

    double[] part(double[] y, int series) {
      return Arrays.copyOfRange(y, ends[series], ends[series + 1]);
    }

    /** The squares of a broken line for each series. */
    double each(double[] y) {
      double[] levelled = levelled(y);
      double sum = 0;
      for (int s = 0; s < apart.size(); s++) {
        sum += apart.get(s).squares(part(levelled, s));
      }
      return sum;
    }
  }

  /**
   * A test by permutations.
   *
   * @param statistic F, not negative
   * @param numerator its first degrees of freedom
   * @param denominator its second degrees of freedom
   * @param p the share of orders with as large an F, at least 1 over the permutations and 1
   * @param permutations how many orders were drawn
   */
  public record PermutationTest(
      double statistic, int numerator, int denominator, double p, int permutations) {}

  /**
   * What the comparison found.
   *
   * @param own the joins of each series alone, in the order of the series
   * @param parallelJoins the joins of the broken lines that are parallel
   * @param parallel the test that they are
   * @param equalJoins the joins of the one broken line
   * @param equal the test that there is one
   * @param scale the scale
   */
  public record Result(
      List<List<Double>> own,
      List<Double> parallelJoins,
      PermutationTest parallel,
      List<Double> equalJoins,
      PermutationTest equal,
      JoinPoints.Scale scale) {

    /**
     * A result; the lists are copied.
     *
     * @param own the joins of each series
     * @param parallelJoins the joins of the parallel lines
     * @param parallel the test of parallel lines
     * @param equalJoins the joins of the one line
     * @param equal the test of one line
     * @param scale the scale
     */
    public Result {
      own = own.stream().map(List::copyOf).toList();
      parallelJoins = List.copyOf(parallelJoins);
      equalJoins = List.copyOf(equalJoins);
    }
  }
}
