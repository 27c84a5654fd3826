package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R survival: {@code survreg(Surv(lower, upper, type="interval2") ~ 1, dist=)}. */
class CensoredMeanGoldenTest {

  private static final double TOLERANCE = 1e-6;

  static Stream<Golden.Row> rows() {
    return Golden.rows("consensus_censored_golden.csv");
  }

  private static List<Report> reports(Golden.Row row) {
    String[] low = row.text("lower").split(" ", -1);
    String[] high = row.text("upper").split(" ", -1);
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      reports.add(Report.between(number(low[i]), number(high[i])));
    }
    return reports;
  }

  private static double number(String text) {
    return switch (text) {
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theMaximumOfTheLikelihoodMatches(Golden.Row row) {
    Outcome<CensoredMean.Result> found =
        CensoredMean.withDefaults()
            .with(CensoredMean.Likelihood.MAXIMUM)
            .with(
                row.text("dist").equals("gaussian")
                    ? CensoredMean.Scale.NATURAL
                    : CensoredMean.Scale.LOGARITHMIC)
            .fit(reports(row));
    if (row.text("case").equals("onlyintervals")) {
      assertThat(found.whyNot()).contains(ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
      return;
    }
    CensoredMean.Result result = found.orElseThrow();
    row.matches("mu", result.mu(), TOLERANCE);
    row.matches("sigma", result.sigma(), TOLERANCE);
    row.matches("se_mu", result.standardError(), TOLERANCE);
    row.matches("logLik", result.logLikelihood(), TOLERANCE);
  }
}
