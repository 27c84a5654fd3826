package org.crosstally.trend;

import java.util.Locale;
import org.crosstally.outcome.Outcome;

/**
 * The three count models of {@link CountRegression} side by side, and whether the Poisson answer is
 * worth anything.
 *
 * @param poisson the Poisson trend
 * @param quasiPoisson the quasi-Poisson trend, or why there is none
 * @param negativeBinomial the negative binomial trend, or why there is none
 * @param fit the test of the Poisson variance: Pearson's X<sup>2</sup> on n - 2 degrees of freedom
 * @param warning what the dispersion says about the Poisson errors
 */
public record CountComparison(
    CountRegression.Result poisson,
    Outcome<CountRegression.Result> quasiPoisson,
    Outcome<CountRegression.Result> negativeBinomial,
    ChiSquareTest fit,
    Warning warning) {

  /** What the dispersion says about the errors of the Poisson model. */
  public enum Warning {
    /** Pearson's X<sup>2</sup> does not contradict the Poisson variance at 0.05. */
    NONE,
    /** The counts vary more: errors and p-values of the Poisson model are too small. */
    OVERDISPERSED,
    /**
     * They vary so much more (dispersion 4 and above, so that errors are half of what they should
     * be or less) that the Poisson answer is worthless.
     */
    POISSON_WORTHLESS
  }

  private static final double ALPHA = 0.05;

  private static final double WORTHLESS = 4;

  /**
   * Fits the three models.
   *
   * @param x the times
   * @param y the counts
   * @return the comparison, or why there is no Poisson trend
   * @throws IllegalArgumentException as {@link CountRegression#fit(double[], double[])}
   */
  public static Outcome<CountComparison> of(double[] x, double[] y) {
    CountRegression quasi = CountRegression.withDefaults();
    Outcome<CountRegression.Result> poisson = quasi.with(CountRegression.Family.POISSON).fit(x, y);
    if (poisson.whyNot().isPresent()) {
      return Outcome.undetermined(poisson.whyNot().get());
    }
    CountRegression.Result plain = poisson.orElseThrow();
    int df = plain.n() - 2;
    double p = Tails.chiSquareUpper(plain.pearson(), df);
    Warning warning =
        p >= ALPHA
            ? Warning.NONE
            : plain.dispersion() >= WORTHLESS ? Warning.POISSON_WORTHLESS : Warning.OVERDISPERSED;
    return Outcome.of(
        new CountComparison(
            plain,
            quasi.fit(x, y),
            quasi.with(CountRegression.Family.NEGATIVE_BINOMIAL).fit(x, y),
            new ChiSquareTest(plain.pearson(), df, p),
            warning));
  }

  /**
   * The warning in words.
   *
   * @return a sentence
   */
  public String sentence() {
    return switch (warning) {
      case NONE -> "The counts vary about their trend as those of a Poisson process do.";
      case OVERDISPERSED ->
          String.format(
              Locale.ROOT,
              "The counts vary %.3g times as much as a Poisson process allows: its errors are too small.",
              poisson.dispersion());
      case POISSON_WORTHLESS ->
          String.format(
              Locale.ROOT,
              "The counts vary %.4g times as much as a Poisson process allows: its p-value (%.1e) is worthless.",
              poisson.dispersion(),
              poisson.slope().p());
    };
  }
}
