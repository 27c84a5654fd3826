package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crosstally.figure.Amount;
import org.crosstally.figure.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsAndNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "978|978",
        "2914|2,914",
        "1234567|1,234,567",
        "-3.5|−3.5",
        "~1400|≈ 1,400",
        "nearly 3000|nearly 3,000",
        "just over 3000|just over 3,000",
        "<1200|< 1,200",
        "<=1200|≤ 1,200",
        ">=10|≥ 10",
        "40000..50000|40,000–50,000",
        "1400±50|1,400 ± 50",
        "n/a|–"
      })
  void amountsArePrintedWithTheirWords(String amount, String printed) {
    assertThat(Numbers.amount(Amount.parse(amount))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0", "0.44,+0.4", "-0.0412,−0.04", "0.0012,+0.001", "-95.8,−95.8", "532.4,+532"})
  void differencesKeepADigitThatCounts(double percent, String printed) {
    assertThat(Numbers.difference(percent)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "2914|2,914", "1965.2|1,965", "67.25|67.25", "0.00000125|0.00000125"})
  void estimatesHaveFourDigitsThatCount(double value, String printed) {
    assertThat(Numbers.estimate(value)).isEqualTo(printed);
  }

  @Test
  void ticksAreRoundAndHaveAsManyDecimalsAsTheirStep() {
    Range range = new Range(-0.3, 1.1);
    assertThat(Ticks.of(range, 4, Ticks.Style.SIGNED, Ticks.Scale.ONES).labels())
        .containsExactly("0", "+0.5", "+1.0");
    assertThat(Ticks.of(new Range(0, 3100), 7, Ticks.Style.PLAIN, Ticks.Scale.ONES).labels())
        .containsExactly("0", "500", "1,000", "1,500", "2,000", "2,500", "3,000");
    assertThat(Ticks.of(new Range(0, 8e9), 4, Ticks.Style.PLAIN, Ticks.Scale.BILLIONS).labels())
        .containsExactly("0", "2", "4", "6", "8");
  }

  @Test
  void yearsAreThinnedByRoundSteps() {
    assertThat(Ticks.years(1996, 2024, 5, text -> 4.0 * text.length()).labels())
        .containsExactly("2000", "2005", "2010", "2015", "2020");
    assertThat(Ticks.years(2009, 2009, 5, text -> 4.0 * text.length()).labels())
        .containsExactly("2009");
  }

  @Test
  void aNameWithoutAFontGivesWayToTheId() {
    Source source = new Source("ministry", "\uDBFF\uDFFD", Source.Kind.OFFICIAL);
    assertThat(Words.name(source)).isEqualTo("ministry");
    // A plane without characters: no font can show it, and neither does any show this id.
    assertThat(Words.displayable("a\uFFFFb")).isEqualTo("a b");
  }

  @Test
  void textsAreCutWithAnEllipsisWhereTheyDoNotFit() {
    String cut = Type.fitted("A source with a long name", 7, 50);
    assertThat(cut).startsWith("A source").endsWith("…");
    assertThat(Type.width(cut, 7)).isLessThanOrEqualTo(50);
    assertThat(Type.fitted("short", 7, 50)).isEqualTo("short");
    assertThat(Type.fitted("nothing fits", 7, 1)).isEmpty();
  }

  @Test
  void aPageKnowsItsPixels() {
    assertThat(Page.NATURE_SINGLE.widthPx()).isEqualTo(1051);
    assertThat(Page.of(100, 50).withDpi(600).heightPx()).isEqualTo(1181);
    assertThat(Page.of(100, 50).withHeight(80)).isEqualTo(Page.of(100, 80));
    assertThat(Page.of(100, 50).withFont(8).smallPt()).isEqualTo(7);
  }

  @Test
  void aPageThatNobodyCanPrintIsRefused() {
    assertThatThrownBy(() -> Page.of(5, 50)).hasMessageContaining("width in mm is 5.0");
    assertThatThrownBy(() -> Page.of(Double.NaN, 50)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Page.of(50, 50).withDpi(1)).hasMessageContaining("dpi is 1.0");
    assertThatThrownBy(() -> Page.of(50, 50).withFont(100)).hasMessageContaining("pt is 100.0");
    assertThatThrownBy(() -> Page.of(2000, 2000).withDpi(2400)).hasMessageContaining("megapixels");
  }
}
