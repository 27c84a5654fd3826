package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * What the procedures found on one series, side by side.
 *
 * @param mannKendall whether the values rise or fall all along, exact where it can be
 * @param corrected the same with the variance corrected after Hamed and Rao
 * @param theilSen the median slope
 * @param leastSquares the straight line with Newey-West errors (lags by the number of points, with
 *     the small-sample factor, t distribution)
 * @param residuals tests of what that line leaves
 * @param counts the three count models, for whole numbers from 0 on
 * @param joins broken lines with 0 joins or more, in logarithms where the values are above 0, their
 *     number by WBIC
 * @param joinRanges between which times each of the chosen joins can lie; empty for none
 * @param turn the permutation test of a straight line against the chosen number of joins, one at
 *     least
 * @param breaks regimes with a line of their own
 * @param pettitt the test of one change of level
 */
public record TrendEvidence(
    Outcome<MannKendall.Result> mannKendall,
    Outcome<CorrectedMannKendall.Result> corrected,
    Outcome<TheilSen.Result> theilSen,
    Outcome<LeastSquares.Result> leastSquares,
    Outcome<ResidualTests> residuals,
    Outcome<CountComparison> counts,
    Outcome<JoinPoints.Result> joins,
    Outcome<List<JoinRange>> joinRanges,
    Outcome<JoinPoints.Test> turn,
    Outcome<StructuralBreaks.Result> breaks,
    Outcome<Pettitt.Result> pettitt) {

  private static final int PERMUTATIONS = 999;

  private static final int BREAK_DRAWS = 9999;

  /**
   * Puts every procedure to values at their times.
   *
   * @param x the times, in any order
   * @param y the value at each time
   * @return what they found
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[])}
   */
  public static TrendEvidence of(double[] x, double[] y) {
    Outcome<JoinPoints.Result> joins = TrendJudge.joinPoints(x, y);
    int[] order = Samples.orderOfTimes(x);
    return new TrendEvidence(
        MannKendall.withDefaults().test(x, y),
        CorrectedMannKendall.withDefaults().test(x, y),
        TheilSen.withDefaults().fit(x, y),
        LeastSquares.withDefaults()
            .with(ErrorModel.neweyWest(Bandwidth.bySampleSize(), SmallSample.N_OVER_N_MINUS_K))
            .with(ReferenceDistribution.STUDENT_T)
            .fit(x, y),
        ResidualTests.of(x, y),
        CountComparison.of(x, y),
        joins,
        ranges(x, y, joins),
        turn(x, y, joins),
        StructuralBreaks.withDefaults()
            .with(StructuralBreaks.Model.TREND)
            .withDraws(BREAK_DRAWS, 1)
            .fit(x, y),
        Pettitt.withDefaults().test(Samples.pick(y, order)));
  }

  private static Outcome<List<JoinRange>> ranges(
      double[] x, double[] y, Outcome<JoinPoints.Result> joins) {
    if (joins.asOptional().isEmpty()) {
      return Outcome.undetermined(joins.whyNot().orElseThrow());
    }
    int chosen = joins.asOptional().get().chosen();
    return chosen == 0 ? Outcome.of(List.of()) : TrendJudge.procedure(y).ranges(x, y, chosen);
  }

  private static Outcome<JoinPoints.Test> turn(
      double[] x, double[] y, Outcome<JoinPoints.Result> joins) {
    if (joins.asOptional().isEmpty()) {
      return Outcome.undetermined(joins.whyNot().orElseThrow());
    }
    if (TrendJudge.largest(y.length) == 0) {
      return Outcome.undetermined(TrendReason.TOO_SHORT);
    }
    int more = Math.max(1, joins.asOptional().get().chosen());
    return TrendJudge.procedure(y).withPermutations(PERMUTATIONS, 1).test(x, y, 0, more);
  }

  /**
   * All numbers that the procedures found.
   *
   * @return the rows of evidence
   */
  public List<Evidence> rows() {
    List<Evidence> rows = new ArrayList<>();
    mannKendall.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    corrected.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    theilSen.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    leastSquares.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    residuals
        .asOptional()
        .flatMap(r -> r.durbinWatsonP().asOptional())
        .ifPresent(p -> rows.add(new Evidence("least squares", "Durbin-Watson, p", p.twoSided())));
    counts
        .asOptional()
        .ifPresent(
            c ->
                Arrays.asList(Outcome.of(c.poisson()), c.quasiPoisson(), c.negativeBinomial())
                    .forEach(model -> model.asOptional().ifPresent(m -> rows.addAll(m.rows()))));
    joins.asOptional().ifPresent(r -> rows.addAll(r.best().rows()));
    joinRanges.asOptional().ifPresent(ranges -> add(ranges, rows));
    turn.asOptional()
        .ifPresent(
            t -> {
              String quantity = t.fewer() + " against " + t.more() + " joins, p (permutation)";
              rows.add(new Evidence("join points", quantity, t.p()));
            });
    breaks.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    pettitt.asOptional().ifPresent(r -> rows.addAll(r.rows()));
    return rows;
  }

  private static void add(List<JoinRange> ranges, List<Evidence> rows) {
    for (int j = 0; j < ranges.size(); j++) {
      JoinRange range = ranges.get(j);
      String level = " (" + TrendWords.level(range.level()) + ")";
      String join = "join " + (j + 1) + ", ";
      rows.add(new Evidence("join points", join + "earliest" + level, range.from()));
      rows.add(new Evidence("join points", join + "latest" + level, range.to()));
    }
  }
}
