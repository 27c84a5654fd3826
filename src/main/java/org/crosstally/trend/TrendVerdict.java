package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Status;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendConclusion.Course;

/** Says in words what the evidence establishes, what it contradicts, and what it leaves open. */
final class TrendVerdict {

  /** A finding that holds in at least this share of the draws holds whatever the values are. */
  private static final double FIRM = 0.95;

  private final TimeSeries series;
  private final TrendEvidence results;
  private final TrendConclusion conclusion;
  private final TrendRobustness robustness;

  TrendVerdict(
      TimeSeries series,
      TrendEvidence results,
      TrendConclusion conclusion,
      TrendRobustness robustness) {
    this.series = series;
    this.results = results;
    this.conclusion = conclusion;
    this.robustness = robustness;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(data());
    sentences.add(monotone());
    sentences.add(medianSlope());
    sentences.addAll(line());
    sentences.addAll(counts());
    sentences.addAll(new CourseSentences(results, conclusion, perYear()).all());
    sentences.addAll(robustness());
    return sentences;
  }

  private String data() {
    List<Observation.Present> present = series.present();
    int absent = series.observations().size() - present.size();
    long provisional = present.stream().filter(o -> o.status() == Status.PROVISIONAL).count();
    if (present.isEmpty()) {
      return series.label() + ": no values.";
    }
    String span = present.get(0).period() + " to " + present.get(present.size() - 1).period();
    return series.label()
        + ", "
        + span
        + ": "
        + present.size()
        + " values"
        + (absent > 0 ? ", " + absent + " years without a value" : "")
        + (provisional > 0 ? ", " + provisional + " provisional" : "")
        + ".";
  }

  private String monotone() {
    if (results.mannKendall().asOptional().isEmpty()) {
      return "A monotone trend cannot be tested: " + TrendWords.why(results.mannKendall()) + ".";
    }
    MannKendall.Result test = results.mannKendall().asOptional().get();
    String evidence =
        String.format(
            Locale.ROOT,
            "(Mann-Kendall: S = %d, tau-b = %.3f, two-sided p = %s, %s%s)",
            test.s(),
            test.tauB(),
            TrendWords.p(test.p().twoSided()),
            test.chosen().name().toLowerCase(Locale.ROOT),
            results
                .corrected()
                .asOptional()
                .map(c -> "; corrected after Hamed and Rao p = " + TrendWords.p(c.p().twoSided()))
                .orElse(""));
    String increase = test.s() > 0 ? "increase" : "decrease";
    return switch (conclusion.monotone()) {
      case INCREASE, DECREASE ->
          "A monotone "
              + increase
              + " is established at the 5 % level"
              + (results.corrected().asOptional().isPresent()
                  ? ", also with allowance for serial correlation "
                  : " if the values are serially independent ")
              + evidence
              + ".";
      case HINGES_ON_INDEPENDENCE ->
          "A monotone "
              + increase
              + " is established at the 5 % level if the values are serially independent, and not if"
              + " their serial correlation is allowed for "
              + evidence
              + ".";
      case TOO_FEW_TO_DECIDE ->
          "Whether there is a monotone trend cannot be decided: no order of "
              + test.n()
              + " values would be significant at the 5 % level "
              + evidence
              + ".";
      case NOT_ESTABLISHED, NOT_TESTABLE -> "A monotone trend is not established " + evidence + ".";
    };
  }

  private String medianSlope() {
    return results
        .theilSen()
        .asOptional()
        .map(
            result ->
                "The median slope (Theil-Sen) is "
                    + TrendWords.number(result.slope())
                    + perYear()
                    + " (95 % "
                    + TrendWords.number(result.interval().low())
                    + " to "
                    + TrendWords.number(result.interval().high())
                    + (result.interval().contains(0) ? ", zero included)." : ")."))
        .orElseGet(() -> "No median slope: " + TrendWords.why(results.theilSen()) + ".");
  }

  private List<String> line() {
    if (results.leastSquares().asOptional().isEmpty()) {
      return List.of("No least-squares line: " + TrendWords.why(results.leastSquares()) + ".");
    }
    LeastSquares.Result result = results.leastSquares().asOptional().get();
    List<String> sentences = new ArrayList<>();
    String slope =
        "The least-squares line has a slope of " + TrendWords.number(result.slope()) + perYear();
    if (result.inference().asOptional().isEmpty()) {
      return List.of(slope + "; no error: " + TrendWords.why(result.inference()) + ".");
    }
    LeastSquares.Inference inference = result.inference().asOptional().get();
    sentences.add(
        slope
            + " (standard error "
            + TrendWords.number(inference.slope().standardError())
            + " after Newey and West, p = "
            + TrendWords.p(inference.slope().p())
            + ") and explains "
            + Math.round(100 * result.rSquared())
            + " % of the variance.");
    results
        .residuals()
        .asOptional()
        .flatMap(r -> r.durbinWatsonP().asOptional())
        .filter(p -> p.decreasing() < TrendJudge.ALPHA)
        .ifPresent(
            p ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "Its residuals are serially correlated (Durbin-Watson %.2f, exact"
                            + " p = %s): a straight line misses the course, and p-values that assume"
                            + " independence are too small.",
                        inference.durbinWatson(),
                        TrendWords.p(p.twoSided()))));
    return sentences;
  }

  private List<String> counts() {
    Optional<CountComparison> counts =
        results.counts().asOptional().filter(c -> c.warning() != CountComparison.Warning.NONE);
    if (counts.isEmpty()) {
      return List.of();
    }
    String quasi =
        counts
            .get()
            .quasiPoisson()
            .asOptional()
            .map(
                q ->
                    String.format(
                        Locale.ROOT,
                        " Quasi-Poisson regression, which allows for it, gives %s a year (95 %% %s to"
                            + " %s).",
                        TrendWords.percent(q.percent()),
                        TrendWords.percent(q.percentInterval().low()),
                        TrendWords.percent(q.percentInterval().high())))
            .orElse("");
    return List.of(counts.get().sentence() + quasi);
  }

  private List<String> robustness() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        robustness
            .draws()
            .asOptional()
            .map(this::draws)
            .orElseGet(
                () ->
                    "The uncertainty of the values is not taken into account: "
                        + TrendWords.why(robustness.draws())
                        + "."));
    for (TrendRobustness.Variation v : robustness.variations()) {
      if (v.agreement() != TrendRobustness.Agreement.SAME) {
        sentences.add(
            capital(v.label())
                + " the conclusion is another: "
                + v.conclusion().monotone().words()
                + ", and the course is "
                + v.conclusion().course().words()
                + ".");
      }
    }
    List<TrendRobustness.Variation> same =
        robustness.variations().stream()
            .filter(v -> v.agreement() == TrendRobustness.Agreement.SAME)
            .toList();
    if (!same.isEmpty()) {
      String labels =
          same.stream().map(TrendRobustness.Variation::label).collect(Collectors.joining("; "));
      sentences.add("The conclusion is the same " + labels + ".");
    }
    moved(same).ifPresent(sentences::add);
    return sentences;
  }

  /** Where the conclusion is the same and its joins are elsewhere. */
  private Optional<String> moved(List<TrendRobustness.Variation> same) {
    String moved =
        same.stream()
            .filter(v -> !v.conclusion().joins().equals(conclusion.joins()))
            .map(v -> years(v.conclusion().joins()) + " " + v.label())
            .collect(Collectors.joining("; "));
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of("The joins move from " + years(conclusion.joins()) + " to " + moved + ".");
  }

  private static String years(List<Double> joins) {
    return joins.isEmpty()
        ? "none"
        : joins.stream().map(TrendWords::year).collect(Collectors.joining(" and "));
  }

  private String draws(TrendRobustness.Draws draws) {
    if (draws.same() == draws.rounds()) {
      return String.format(
          Locale.ROOT,
          "All of %,d series drawn from the intervals of the values lead to the same conclusion%s.",
          draws.rounds(),
          firstJoins(draws));
    }
    String text =
        String.format(
                Locale.ROOT,
                "Of %,d series drawn from the intervals of the values, %,d lead to the same conclusion on"
                    + " a monotone trend, %,d to the same course, and %,d to both",
                draws.rounds(),
                draws.sameMonotone(),
                draws.sameCourse(),
                draws.same())
            + firstJoins(draws);
    if (draws.same() >= FIRM * draws.rounds()) {
      return text + ".";
    }
    Map.Entry<Course, Integer> usual =
        draws.courses().entrySet().stream()
            .max(Map.Entry.<Course, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .orElseThrow();
    return text
        + String.format(
            Locale.ROOT,
            "; the most frequent course is %s (%,d).",
            usual.getKey().words(),
            usual.getValue());
  }

  /** In how many draws the first join is in the same year as on the estimates. */
  private String firstJoins(TrendRobustness.Draws draws) {
    if (conclusion.joins().isEmpty()) {
      return "";
    }
    double first = conclusion.joins().get(0);
    return String.format(
        Locale.ROOT,
        ", with the %sjoin at %s in %,d",
        conclusion.joins().size() == 1 ? "" : "first ",
        TrendWords.year(first),
        draws.firstJoins().getOrDefault(first, 0));
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String perYear() {
    String unit = series.unit().format();
    return (unit.isEmpty() ? "" : " " + unit) + " a year";
  }
}
