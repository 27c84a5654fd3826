package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthTest {

  @ParameterizedTest
  @CsvSource({"3, 1", "4, 1", "5, 2", "15, 2", "27, 2", "28, 3", "100, 4", "300, 5"})
  void theRuleGrowsSlowlyWithTheNumberOfPoints(int n, int lag) {
    assertThat(Bandwidth.bySampleSize().lag(new double[n], new double[n])).isEqualTo(lag);
  }

  @Test
  void aFixedLagIsTheSameForEverySeriesThatIsLongEnough() {
    assertThat(Bandwidth.fixed(3).lag(new double[4], new double[4])).isEqualTo(3);
    assertThatThrownBy(() -> Bandwidth.fixed(3).lag(new double[3], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lag 3 needs more than 3 points");
    assertThatThrownBy(() -> Bandwidth.fixed(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }
}
