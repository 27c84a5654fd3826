package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void aValueIsThere() {
    Outcome<String> outcome = Outcome.of("rising");
    assertThat(outcome.orElseThrow()).isEqualTo("rising");
    assertThat(outcome.asOptional()).contains("rising");
    assertThat(outcome.whyNot()).isEmpty();
  }

  @Test
  void aMissingValueSaysWhy() {
    Outcome<String> outcome = Outcome.undetermined(TrendReason.CONSTANT_VALUES);
    assertThat(outcome.asOptional()).isEmpty();
    assertThat(outcome.whyNot()).contains(TrendReason.CONSTANT_VALUES);
    assertThatThrownBy(outcome::orElseThrow)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("all values are equal");
  }

  @Test
  void evidenceIsFinite() {
    assertThatThrownBy(() -> new Evidence("Mann-Kendall", "z", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Mann-Kendall, z: NaN");
  }
}
