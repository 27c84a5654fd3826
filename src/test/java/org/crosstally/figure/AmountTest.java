package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import org.crosstally.figure.Amount.Bound.Relation;
import org.crosstally.figure.Amount.Missing.Cause;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text of a value is understood, and what is refused. */
class AmountTest {

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Amount exact(String text) {
    return new Amount.Exact(number(text));
  }

  @Nested
  class Numbers {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "978 | 978",
          "0 | 0",
          "007 | 7",
          "1,277 | 1277",
          "1 277 | 1277",
          "1\u00a0277 | 1277",
          "1\u202f277 | 1277",
          "1\u2009277 | 1277",
          "12,345,678.90 | 12345678.90",
          "2516000000.0 | 2516000000.0",
          ".5 | 0.5",
          "+15.6 | 15.6",
          "-3 | -3",
          "\u22123 | -3",
          "-0.4177 | -0.4177",
          "1.5 million | 1500000",
          "1.5 Million | 1500000",
          "30 thousand | 30000",
          "2 billion | 2000000000",
          "1.2345 thousand | 1234.5",
          "3 trillion | 3000000000000",
          "2만 | 20000",
          "2.5만 | 25000",
          "3천 | 3000",
          "1억 | 100000000"
        })
    void areExactAsPrinted(String text, String value) {
      assertThat(Amount.parse(text)).isEqualTo(exact(value));
    }

    @Test
    void loseTheBlanksAroundThem() {
      assertThat(Amount.parse("\u00a0 978\t")).isEqualTo(exact("978"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"1,5 | 1.5", "1.277 | 1277", "1.277,50 | 1277.50", "1 277,5 | 1277.5", "3 | 3"})
    void followTheDecimalCommaIfToldSo(String text, String value) {
      assertThat(Amount.parse(text, DecimalMark.COMMA)).isEqualTo(exact(value));
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "~1400 | 1400 | 100",
          "about 1,400 | 1400 | 100",
          "About 1,400 | 1400 | 100",
          "approx. 1400 | 1400 | 100",
          "circa 1400 | 1400 | 100",
          "around 1400 | 1400 | 100",
          "roughly 1400 | 1400 | 100",
          "≈ 1400 | 1400 | 100",
          "c. 1400 | 1400 | 100",
          "c.1400 | 1400 | 100",
          "~2 million | 2000000 | 1000000",
          "~2.0 million | 2000000 | 100000",
          "~20 million | 20000000 | 10000000",
          "~1.40 thousand | 1400 | 10",
          "~2만 | 20000 | 10000",
          "~-9 | -9 | 1",
          "~1.50 | 1.50 | 0.01",
          "~0 | 0 | 1"
        })
    void makeARoundedNumberWithTheGrainOfItsDigits(String text, String value, String grain) {
      assertThat(Amount.parse(text)).isEqualTo(new Amount.Rounded(number(value), number(grain)));
    }

    @Test
    void placeANumberJustBelowOrAboveARoundOne() {
      assertThat(Amount.parse("nearly 3000"))
          .isEqualTo(Amount.parse("almost 3,000"))
          .isEqualTo(new Amount.JustBelow(number("3000"), number("1000")));
      assertThat(Amount.parse("nearly 1.5 million"))
          .isEqualTo(new Amount.JustBelow(number("1500000"), number("100000")));
      assertThat(Amount.parse("just over 3000"))
          .isEqualTo(new Amount.JustAbove(number("3000"), number("1000")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<1200 | LESS",
          "< 1,200 | LESS",
          "fewer than 1200 | LESS",
          "less than 1200 | LESS",
          "below 1200 | LESS",
          "under 1200 | LESS",
          "<=1200 | AT_MOST",
          "≤1200 | AT_MOST",
          "at most 1200 | AT_MOST",
          "up to 1200 | AT_MOST",
          "no more than 1200 | AT_MOST",
          ">1200 | MORE",
          "more than 1.2 thousand | MORE",
          "over 1200 | MORE",
          "above 1200 | MORE",
          ">=1200 | AT_LEAST",
          "≥ 1200 | AT_LEAST",
          "at least 1200 | AT_LEAST"
        })
    void makeABound(String text, Relation relation) {
      assertThat(Amount.parse(text)).isEqualTo(new Amount.Bound(relation, number("1200")));
    }
  }

  @Nested
  class Ranges {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "40000..50000 | 40000 | 50000",
          "40,000–50,000 | 40000 | 50000",
          "40 000 - 50 000 | 40000 | 50000",
          "4-5 million | 4000000 | 5000000",
          "4..5 million | 4000000 | 5000000",
          "900 thousand - 1.2 million | 900000 | 1200000",
          "-5..-3 | -5 | -3",
          "-5 - -3 | -5 | -3",
          "-5-3 | -5 | 3"
        })
    void haveBothEnds(String text, String low, String high) {
      assertThat(Amount.parse(text)).isEqualTo(new Amount.Range(number(low), number(high)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1400±50", "1400 ± 50", "1400+/-50", "1400 +/- 50", "1.40±0.05 thousand"})
    void areNotMeasuredValues(String text) {
      Amount amount = Amount.parse(text);
      assertThat(amount).isInstanceOf(Amount.Measured.class);
      assertThat(amount.point()).hasValue(1400);
      assertThat(amount.uncertainty().value()).hasValue(50);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | BLANK",
        "`  ` | BLANK",
        "- | DASH",
        "– | DASH",
        "— | DASH",
        "\u2212 | DASH",
        ".. | TWO_POINTS",
        "… | ELLIPSIS",
        "... | ELLIPSIS",
        "n/a | NOT_AVAILABLE",
        "N/A | NOT_AVAILABLE"
      })
  void aMissingNumberKeepsItsCause(String text, Cause cause) {
    assertThat(Amount.parse(text)).isEqualTo(new Amount.Missing(cause));
  }

  @Nested
  class Intervals {
    @Test
    void holdWhatTheWordsAllow() {
      assertThat(Amount.parse("978").interval()).isEqualTo(Interval.point(978));
      assertThat(Amount.parse("~1400").interval()).isEqualTo(Interval.closed(1350, 1450));
      assertThat(Amount.parse("~1.5").interval()).isEqualTo(Interval.closed(1.45, 1.55));
      assertThat(Amount.parse("nearly 3000").interval())
          .isEqualTo(new Interval(2500, 3000, false, true));
      assertThat(Amount.parse("just over 3000").interval())
          .isEqualTo(new Interval(3000, 3500, true, false));
      assertThat(Amount.parse("4-5 million").interval())
          .isEqualTo(Interval.closed(4_000_000, 5_000_000));
      assertThat(Amount.parse("1400±50").interval()).isEqualTo(Interval.closed(1300, 1500));
      assertThat(Amount.parse("..").interval()).isEqualTo(Interval.all());
    }

    @Test
    void ofABoundHoldTheLimitOnlyIfTheSignSaysSo() {
      assertThat(Amount.parse("<10").interval().contains(10)).isFalse();
      assertThat(Amount.parse("<=10").interval().contains(10)).isTrue();
      assertThat(Amount.parse(">10").interval().contains(10)).isFalse();
      assertThat(Amount.parse(">=10").interval().contains(10)).isTrue();
    }

    @Test
    void areNotEmptyWhereANumberIsTooLargeForItsGrain() {
      assertThat(Amount.parse("nearly 12345678901234567891").interval().width()).isPositive();
      assertThat(Amount.parse("just over 12345678901234567891").interval().width()).isPositive();
    }

    @Test
    void giveAStandardUncertaintyWithItsRule() {
      // Rectangular: the width divided by the square root of 12.
      assertThat(Amount.parse("~1400").uncertainty().value().orElseThrow())
          .isCloseTo(100 / Math.sqrt(12), within(1e-12));
      assertThat(Amount.parse("<10").uncertainty().rule()).isEqualTo(Uncertainty.Rule.ONE_SIDED);
      assertThat(Amount.parse("-").uncertainty().rule()).isEqualTo(Uncertainty.Rule.MISSING);
    }
  }

  @Nested
  class Refusals {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "1,5",
          "1,2345",
          "12,34",
          "1,,000",
          ",500",
          "0,500",
          "1,500,00",
          "1.500,5",
          "1,5 million",
          "~1,5",
          "1,5..2,5"
        })
    void ofACommaThatMayBeADecimalMarkNameTheReaderOption(String text) {
      assertThatThrownBy(() -> Amount.parse(text))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("'" + text + "'")
          .hasMessageContaining("ambiguous")
          .hasMessageContaining("with(DecimalMark.COMMA)");
    }

    @Test
    void ofAPointAreTheSameWhereTheCommaIsDecimal() {
      assertThatThrownBy(() -> Amount.parse("1.5", DecimalMark.COMMA))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("ambiguous")
          .hasMessageContaining("with(DecimalMark.POINT)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12%", "12 %", "~12%", "12 per cent", "12 percent"})
    void ofAPerCentSignNameTheUnitColumn(String text) {
      assertThatThrownBy(() -> Amount.parse(text))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("the unit belongs in the unit column");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "abc",
          "~",
          "about",
          "<",
          "978 persons",
          "1e5",
          "0x10",
          "NaN",
          "Infinity",
          "５００",
          "+-3",
          "--3",
          "- 3",
          "5.",
          ".",
          "1 27",
          "1  277",
          "1 2 3",
          "3..",
          "..3",
          "3-",
          "5..3",
          "2001-1999",
          "1400±",
          "1400±-50",
          "1400±50±5",
          "~4-5 million",
          "2 millions of",
          "1'277",
          "$5",
          "\ud83d\ude00",
          "\ud83d",
          "1\u00005"
        })
    void ofAnythingElseSayWhatIsAccepted(String text) {
      assertThatThrownBy(() -> Amount.parse(text))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("accepted: ");
    }

    @Test
    void ofHugeTextComeAtOnce() {
      Assertions.assertTimeout(
          Duration.ofSeconds(1),
          () -> {
            for (String text :
                new String[] {
                  "9".repeat(10_000_000), "~" + "1,000".repeat(2_000_000), "-".repeat(10_000_000)
                }) {
              assertThatThrownBy(() -> Amount.parse(text))
                  .isInstanceOf(TextFormatException.class)
                  .hasMessageContaining("more than 200 characters")
                  .message()
                  .hasSizeLessThan(1_000);
            }
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "1.0"})
    void ofMoreThanFortyDigitsSayTheLimit(String start) {
      assertThatThrownBy(() -> Amount.parse(start + "1".repeat(40)))
          .isInstanceOf(TextFormatException.class)
          .hasMessageContaining("more than 40 digits");
      assertThatThrownBy(() -> Amount.parse("1".repeat(30) + " trillion"))
          .hasMessageContaining("more than 40 digits");
      assertThat(Amount.parse("1".repeat(40))).isEqualTo(exact("1".repeat(40)));
    }

    @Test
    void ofANumberWithAHugeExponentComeBeforeItIsWrittenOut() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Amount.Exact(new BigDecimal("1E+1000000000")));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Amount.Exact(new BigDecimal("1E-1000000000")));
    }

    @Test
    void ofAGrainThatNoTextCanSayComeAtOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Amount.Rounded(number("20000000000000"), number("1E+12")));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Amount.Rounded(number("1400"), number("50")));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Amount.Rounded(number("1450"), number("100")));
    }
  }
}
