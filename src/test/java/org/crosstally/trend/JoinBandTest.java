package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.crosstally.trend.JoinPoints.Scale;
import org.junit.jupiter.api.Test;

class JoinBandTest {
  private static final double[] X = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
  private static final double[] Y = {3.1, 4.9, 7.2, 9.1, 10.8, 10.1, 9.2, 8.1, 6.8, 6.1, 5.2, 3.9};

  private static JoinModel oneJoin(double[] y) {
    return JoinPoints.withDefaults().with(Scale.LINEAR).fit(X, y).orElseThrow().models().get(1);
  }

  /**
   * R: {@code X <- cbind(1, x, pmax(0, x - 5)); b <- lm.fit(X, y); s2 <- sum(b$residuals^2) / 8;
   * sqrt(s2 * t(g) %*% solve(t(X) %*% X) %*% g)} with {@code g <- c(1, t, max(0, t - 5))}, and the
   * line plus and minus {@code qt(0.975, 8)} times that.
   */
  @Test
  void the_band_is_that_of_the_regression_on_the_broken_line() {
    JoinModel line = oneJoin(Y);
    assertThat(line.joins().get(0).at()).isEqualTo(5);
    JoinBand band = JoinBand.of(line, X, 0.95).orElseThrow();
    double[][] expected = {
      {1, 0.13276964319, 2.76296308856, 3.37529778101},
      {5, 0.100460138366, 10.8009472012, 11.2642701901},
      {6.5, 0.0737739827706, 9.36341726333, 9.70366348201},
      {12, 0.111566550814, 3.77968359421, 4.29422944927}
    };
    for (double[] row : expected) {
      // R printed twelve digits.
      assertThat(band.standardErrorAt(row[0])).isCloseTo(row[1], within(1e-10 * row[1]));
      assertThat(band.at(row[0]).low()).isCloseTo(row[2], within(1e-10 * row[2]));
      assertThat(band.at(row[0]).high()).isCloseTo(row[3], within(1e-10 * row[3]));
    }
  }

  @Test
  void a_line_without_residuals_has_no_band() {
    double[] exact = IntStream.range(0, 12).mapToDouble(i -> Math.min(i, 10 - i)).toArray();
    assertThat(JoinBand.of(oneJoin(exact), X, 0.95).whyNot()).contains(TrendReason.EXACT_LINE);
  }
}
