package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crosstally.agreement.Revisions;
import org.crosstally.balance.Balance;
import org.crosstally.report.Methods.Sentence;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.CountComparison;
import org.crosstally.trend.JoinPoints;
import org.crosstally.trend.MannKendall;
import org.crosstally.trend.TrendEvidence;
import org.crosstally.trend.TrendReport;
import org.crosstally.trend.TrendRobustness;

/** What the analyses of a result say that they did. */
final class AnalysisWords {
  private AnalysisWords() {}

  static List<Sentence> of(YearOverYear changes) {
    long computed =
        changes.changes().stream()
            .filter(c -> c.outcome() instanceof YearOverYear.Computed)
            .count();
    return List.of(
        Sentence.of(
            "Changes were taken on the same period of the year before by the calendar, for "
                + computed
                + " of "
                + Rows.count(changes.changes().size(), "period")
                + "; the interval of a change holds every change that the intervals of both values"
                + " allow"));
  }

  static List<Sentence> of(TrendReport report) {
    TrendEvidence results = report.results();
    List<Sentence> sentences = new ArrayList<>();
    results.mannKendall().asOptional().ifPresent(test -> sentences.add(mannKendall(test)));
    results
        .corrected()
        .asOptional()
        .ifPresent(
            test ->
                sentences.add(
                    Sentence.of(
                        "The same test was made with a variance corrected for serial correlation",
                        MethodPaper.HAMED_RAO_1998)));
    results
        .theilSen()
        .asOptional()
        .ifPresent(
            line ->
                sentences.add(
                    Sentence.of(
                        "The slope per year is the median of the slopes of all pairs of years",
                        MethodPaper.SEN_1968,
                        MethodPaper.THEIL_1950)));
    results
        .leastSquares()
        .asOptional()
        .ifPresent(
            line ->
                sentences.add(
                    Sentence.of(
                        "A least-squares line has standard errors that allow for serial correlation"
                            + " and unequal variances",
                        MethodPaper.NEWEY_WEST_1987)));
    results
        .residuals()
        .asOptional()
        .ifPresent(
            tests ->
                sentences.add(
                    Sentence.of(
                        "Its residuals were tested for serial correlation",
                        MethodPaper.DURBIN_WATSON_1971)));
    results.counts().asOptional().ifPresent(counts -> sentences.add(counts(counts)));
    results.joins().asOptional().ifPresent(joins -> sentences.add(joins(joins)));
    results.turn().asOptional().ifPresent(turn -> sentences.add(turn(turn)));
    results
        .breaks()
        .asOptional()
        .ifPresent(
            breaks ->
                sentences.add(
                    Sentence.of(
                        "Breaks in level and slope were searched by least squares over all"
                            + " partitions",
                        MethodPaper.ANDREWS_1993,
                        MethodPaper.BAI_PERRON_1998)));
    results
        .pettitt()
        .asOptional()
        .ifPresent(
            test ->
                sentences.add(
                    Sentence.of(
                        "A single change of level was tested by ranks", MethodPaper.PETTITT_1979)));
    report.robustness().draws().asOptional().ifPresent(draws -> sentences.add(draws(draws)));
    return sentences;
  }

  private static Sentence mannKendall(MannKendall.Result test) {
    return Sentence.of(
        "A monotone trend was tested by the rank test of Mann and Kendall on "
            + Rows.count(test.n(), "value")
            + ", with p-values by the method "
            + test.chosen().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        MethodPaper.KENDALL_1975,
        MethodPaper.MANN_1945);
  }

  private static Sentence counts(CountComparison counts) {
    List<String> models = new ArrayList<>(List.of("Poisson"));
    counts.quasiPoisson().asOptional().ifPresent(model -> models.add("quasi-Poisson"));
    counts.negativeBinomial().asOptional().ifPresent(model -> models.add("negative binomial"));
    return Sentence.of(
        "The counts were regressed on the year by these models: " + String.join(", ", models),
        MethodPaper.MCCULLAGH_NELDER_1989);
  }

  private static Sentence joins(JoinPoints.Result joins) {
    return Sentence.of(
        "Continuous lines of straight pieces were fitted to "
            + (joins.best().scale() == JoinPoints.Scale.LOG ? "the logarithms" : "the values")
            + ", and a weighted Bayesian criterion chose "
            + Rows.count(joins.chosen(), "join"),
        MethodPaper.LERMAN_1980);
  }

  private static Sentence turn(JoinPoints.Test turn) {
    return Sentence.of(
        "A line with "
            + Rows.count(turn.more(), "join")
            + " was tested against one with "
            + Rows.count(turn.fewer(), "join")
            + " by permutation",
        MethodPaper.KIM_2000);
  }

  private static Sentence draws(TrendRobustness.Draws draws) {
    return Sentence.of(
        String.format(
            Locale.ROOT,
            "To see how the conclusion holds, %,d series were drawn, each value by itself and evenly"
                + " from its interval, with a fixed seed",
            draws.rounds()));
  }

  static List<Sentence> of(Revisions revisions) {
    if (revisions.series().isEmpty()) {
      return List.of();
    }
    return List.of(
        Sentence.of(
            "The revisions of "
                + revisions.series().size()
                + " series"
                + " were tested for a mean of zero, and for being news or noise, by regressions with"
                + " standard errors that allow for serial correlation",
            MethodPaper.MANKIW_SHAPIRO_1986,
            MethodPaper.MINCER_ZARNOWITZ_1969,
            MethodPaper.NEWEY_WEST_1987));
  }

  static List<Sentence> of(Balance balance) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        Sentence.of(
            "All reports were read as equations and inequalities on one flow and balanced by weighted"
                + " least squares, with "
                + balance.degreesOfFreedom()
                + " degrees of freedom",
            MethodPaper.STONE_1942));
    int sets = balance.impossible().size();
    sentences.add(
        Sentence.of(
            sets == 0
                ? "No figures were found that cannot all be true"
                : Rows.count(sets, "set")
                    + " of figures, none larger than it must be, cannot be true as a whole"
                    + (balance.completeness() == Balance.Completeness.ALL
                        ? ""
                        : "; there may be more")));
    return sentences;
  }
}
