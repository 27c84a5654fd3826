package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How hostile text stands in a message. */
class ExcerptTest {

  @ParameterizedTest
  @CsvSource({
    "a b, a b",
    "통일부, 통일부",
    "\ud83d\ude00, \ud83d\ude00",
    "a\u0000b, a\\u0000b",
    "a\u001b[31m, a\\u001b[31m",
    "a\u202eb, a\\u202eb",
    "1\u00a0277, 1\\u00a0277",
    "a\u2028b, a\\u2028b",
    "a\ud83d, a\\ud83d"
  })
  void showsWhatCannotBeSeen(String text, String shown) {
    assertThat(Excerpt.of(text)).isEqualTo(shown);
  }

  @Test
  void isCutBetweenCharacters() {
    assertThat(Excerpt.of("x".repeat(59) + "\ud83d\ude00y"))
        .isEqualTo("x".repeat(59) + "\ud83d\ude00… (62 characters)");
    assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void cutAgainStaysNearlyAsShort() {
    assertThat(Excerpt.of(Excerpt.of("x".repeat(10_000_000)))).hasSizeLessThan(100);
  }
}
