package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Many cells at once: each has its own number, all share the variance between sources, so that a
 * cell with one or two reports still gets an interval from what sources usually differ by.
 *
 * <p>The report of source j on cell c is a draw of {@code N(mu[c] + b[j], v + sigma^2)} on the log
 * scale, unless another is chosen, of which the set in which it fell is known (see {@link
 * CensoredMean}). The biases b are 0, or one for each source with a mean of 0 over all two-sided
 * reports: sources that always report more are then told apart from cells that are large. Sigma
 * maximises the likelihood at the best mu and b less {@code 1/2 ln det J}, J being the information
 * on them; without that it would be far too small, because each cell has few reports.
 *
 * <p>Intervals use Student's t with as many degrees of freedom as there are two-sided reports less
 * cells and biases, one at least. Without an absolute standard the mean bias of all sources is
 * unknown, and a common error of all is in no interval. Time grows with the number of reports, and
 * with biases with the cube of the number of sources.
 *
 * <p>Cox, D. R. and Reid, N. (1987), Parameter orthogonality and approximate conditional inference,
 * Journal of the Royal Statistical Society B 49, 1-39; Neyman, J. and Scott, E. L. (1948),
 * Econometrica 16, 1-32, for what happens without the correction.
 */
public final class PooledModel {

  /** Whether sources differ systematically. */
  public enum SourceBias {
    /** No: sources differ by chance alone. */
    NONE,
    /** Each source has its own bias, the same in all cells. */
    PER_SOURCE
  }

  /** What is known of a cell. */
  public enum Basis {
    /** Reports of which one is exact or two contradict each other: a point with an error. */
    REPORTS,
    /**
     * Sets that all overlap: no number in them is better than another. The estimate is the median
     * of the normalised likelihood, and the interval holds the level of it, to about six digits;
     * such a cell says nothing about sigma. A source that no other cell knows counts as unbiased
     * here.
     */
    OVERLAPPING_SETS
  }

  private static final PooledModel DEFAULT =
      new PooledModel(SourceBias.NONE, CensoredMean.Scale.LOGARITHMIC, 0.95);

  private final SourceBias bias;
  private final CensoredMean.Scale scale;
  private final double level;

  private PooledModel(SourceBias bias, CensoredMean.Scale scale, double level) {
    this.bias = bias;
    this.scale = scale;
    this.level = level;
  }

  /**
   * {@link SourceBias#NONE}, {@link CensoredMean.Scale#LOGARITHMIC} and a level of 0.95.
   *
   * @return the default model
   */
  public static PooledModel withDefaults() {
    return DEFAULT;
  }

  /**
   * The same model with or without biases of sources.
   *
   * @param v the choice
   * @return a copy
   */
  public PooledModel with(SourceBias v) {
    return new PooledModel(Objects.requireNonNull(v), scale, level);
  }

  /**
   * The same model on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public PooledModel with(CensoredMean.Scale v) {
    return new PooledModel(bias, Objects.requireNonNull(v), level);
  }

  /**
   * The same model with another level of its intervals.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public PooledModel withLevel(double v) {
    return new PooledModel(bias, scale, ConfidenceInterval.requireLevel(v));
  }

  /**
   * Fits all cells. Those in which no report is two-sided have no number of their own and are left
   * out of the fit.
   *
   * @param reports the reports, in any order
   * @return the result, or why there is none: {@code NO_VALUES}; {@code TOO_FEW_VALUES} if no cell
   *     has more reports than unknowns; not identified because of {@code ONLY_BOUNDS}, {@code
   *     ONLY_OVERLAPPING_INTERVALS}, {@code NO_SPREAD}, {@code UNBOUNDED_SPREAD}, {@code
   *     VANISHING_SPREAD}, or with biases {@code DISCONNECTED}; or {@code NOT_CONVERGED}
   * @throws IllegalArgumentException on the log scale, if a report has no possible value above 0
   */
  public Outcome<Result> fit(List<CellReport> reports) {
    PooledData data = PooledData.of(reports, scale, bias);
    Optional<ConsensusReason> obstacle = data.whyNotIdentified();
    if (obstacle.isPresent()) {
      return Outcome.undetermined(obstacle.get());
    }
    PooledLikelihood ratio = new PooledLikelihood(data);
    Outcome<Double> spread =
        new SpreadSearch(ratio::profile, ratio::slope)
            .find(data.range() * data.range(), data.smallestVariance());
    if (spread.whyNot().isPresent()) {
      return Outcome.undetermined(spread.whyNot().get());
    }
    double t = spread.orElseThrow();
    return ratio.maximise(t)
        ? Outcome.of(result(data, ratio, t))
        : Outcome.undetermined(ConsensusReason.NOT_CONVERGED);
  }

  private Result result(PooledData data, PooledLikelihood ratio, double t) {
    double quantile = Tails.studentTwoSidedQuantile(1 - level, data.degrees());
    List<OfCell> cells = new ArrayList<>();
    for (int cell = 0; cell < data.cells(); cell++) {
      double mu = ratio.location(cell);
      double error = ratio.standardError(cell);
      cells.add(
          new OfCell(
              data.cellName(cell),
              natural(mu),
              new ConfidenceInterval(
                  natural(mu - quantile * error), natural(mu + quantile * error), level),
              mu,
              error,
              data.reportsOf(cell),
              Basis.REPORTS));
    }
    data.sets().forEach((name, reports) -> cells.add(ofSet(name, reports, data, ratio, t)));
    List<OfSource> sources = new ArrayList<>();
    for (int source = 0; source < data.biases(); source++) {
      sources.add(new OfSource(data.sourceName(source), ratio.bias(source)));
    }
    return new Result(cells, sources, data.leftOut(), Math.sqrt(t), data.degrees());
  }

  private OfCell ofSet(
      int name, List<CellReport> reports, PooledData data, PooledLikelihood ratio, double t) {
    CensoredReports ends =
        CensoredReports.of(reports.stream().map(CellReport::report).toList(), scale);
    for (int i = 0; i < reports.size(); i++) {
      int source = data.biasOf(reports.get(i).source());
      ends.shift(i, source < 0 ? 0 : -ratio.bias(source));
    }
    SetPosterior numbers = new SetPosterior(ends, t);
    return new OfCell(
        name,
        natural(numbers.quantile(0.5)),
        new ConfidenceInterval(
            natural(numbers.quantile((1 - level) / 2)),
            natural(numbers.quantile((1 + level) / 2)),
            level),
        numbers.quantile(0.5),
        numbers.standardDeviation(),
        reports.size(),
        Basis.OVERLAPPING_SETS);
  }

  private double natural(double mu) {
    return scale == CensoredMean.Scale.NATURAL ? mu : Math.exp(mu);
  }

  /**
   * A report of a source on a cell.
   *
   * @param cell the number of the cell, any integer
   * @param source the number of the source, any integer
   * @param report what it says
   */
  public record CellReport(int cell, int source, Report report) {

    /**
     * A report of a source on a cell.
     *
     * @param cell the number of the cell
     * @param source the number of the source
     * @param report what it says
     */
    public CellReport {
      Objects.requireNonNull(report, "report");
    }
  }

  /**
   * What all reports together say.
   *
   * @param cells the numbers of the cells, in the order of their first reports, those known as sets
   *     only last
   * @param sources the biases of the sources, in the order of their first reports; none unless
   *     asked for
   * @param leftOut the cells without a two-sided report, of which only bounds are known
   * @param sigma the standard deviation between sources on the scale of the fit
   * @param degrees the degrees of freedom behind sigma
   */
  public record Result(
      List<OfCell> cells,
      List<OfSource> sources,
      List<Integer> leftOut,
      double sigma,
      int degrees) {

    /**
     * What all reports together say; the lists are copied.
     *
     * @param cells the numbers of the cells
     * @param sources the biases of the sources
     * @param leftOut the cells without a two-sided report
     * @param sigma the standard deviation between sources
     * @param degrees the degrees of freedom behind sigma
     */
    public Result {
      cells = List.copyOf(cells);
      sources = List.copyOf(sources);
      leftOut = List.copyOf(leftOut);
    }

    /**
     * One cell.
     *
     * @param cell its number
     * @return what is known of it
     * @throws IllegalArgumentException if the fit has no such cell
     */
    public OfCell cell(int cell) {
      return cells.stream()
          .filter(found -> found.cell() == cell)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      String.format(Locale.ROOT, "no cell %d in the fit", cell)));
    }
  }

  /**
   * The number of one cell.
   *
   * @param cell the cell
   * @param estimate the number, in the unit of the reports; on the log scale the median
   * @param interval its interval, in the same unit
   * @param mu the location on the scale of the fit
   * @param standardError the standard error of mu
   * @param k the number of its reports
   * @param basis what the numbers rest on
   */
  public record OfCell(
      int cell,
      double estimate,
      ConfidenceInterval interval,
      double mu,
      double standardError,
      int k,
      Basis basis) {}

  /**
   * The bias of one source.
   *
   * @param source the source
   * @param bias its usual distance from the mean of all sources on the scale of the fit: 0.1 on the
   *     log scale is about 10 per cent too high
   */
  public record OfSource(int source, double bias) {}
}
