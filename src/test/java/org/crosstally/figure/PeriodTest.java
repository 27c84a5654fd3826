package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a period is, and how its text is read. */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2015, 2015-01-01, 2015-12-31, YEAR",
    "2016-H1, 2016-01-01, 2016-06-30, HALF",
    "2016-H2, 2016-07-01, 2016-12-31, HALF",
    "2015-Q3, 2015-07-01, 2015-09-30, QUARTER",
    "2016-02, 2016-02-01, 2016-02-29, MONTH",
    "2015-10-31, 2015-10-31, 2015-10-31, DAY",
    "2015-01/2015-10, 2015-01-01, 2015-10-31, OTHER",
    "1999/2001, 1999-01-01, 2001-12-31, YEARS",
    "2015-05-15/2015-06-14, 2015-05-15, 2015-06-14, OTHER",
    "0001, 0001-01-01, 0001-12-31, YEAR"
  })
  void namesItsDaysAndItsLength(String text, LocalDate start, LocalDate end, Period.Length length) {
    Period period = Period.parse(text);

    assertThat(period).isEqualTo(new Period(start, end));
    assertThat(period.length()).isEqualTo(length);
    assertThat(period.format()).isEqualTo(text);
  }

  @Test
  void mayBeOpenAtItsStart() {
    Period period = Period.parse("../1998");

    assertThat(period).isEqualTo(Period.upTo(LocalDate.of(1998, 12, 31)));
    assertThat(period.isOpen()).isTrue();
    assertThat(period.days()).isEmpty();
    assertThat(period.format()).isEqualTo("../1998");
  }

  @Test
  void isTheSameWhateverTextNamesItsDays() {
    assertThat(Period.parse("2015-01/2015-12")).isEqualTo(Period.parse("2015"));
    assertThat(Period.parse("2015-Q1/2015-Q2")).isEqualTo(Period.parse("2015-H1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "15",
        "2015-",
        "2015x",
        "2015-1",
        "2015-1x",
        "2015-H3",
        "2015-H0",
        "2015-Q5",
        "2015-q1",
        "2015-13",
        "2015-00",
        "2015-02-29",
        "2015-10x31",
        "2015-10-3",
        "2015-10-311",
        "0000",
        "0000-01",
        "10000",
        "-2015",
        "２０１５",
        "201\ud835",
        "20\ud835\udfd85",
        "2015/",
        "/2015",
        "../",
        "../..",
        "2015/..",
        "../../2015",
        "2014/2015/2016",
        " 2015",
        "2015-10-31T00:00",
        "31.10.2015",
        "10/31/2015"
      })
  void isRefusedWithWhatIsAccepted(String text) {
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("accepted: 2015, 2015-H1, 2015-Q3");
  }

  @Test
  void doesNotEndBeforeItStarts() {
    assertThatThrownBy(() -> Period.parse("2016/2015"))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("ends before it starts");
    assertThatIllegalArgumentException().isThrownBy(() -> Period.ofYears(2016, 2015));
  }

  @Test
  void liesInYearsOfFourDigits() {
    assertThatIllegalArgumentException().isThrownBy(() -> Period.ofYear(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Period.ofYear(10_000));
    assertThat(Period.ofYear(1).yearBefore()).isEmpty();
    assertThat(Period.ofYear(9999).adjoins(Period.ofYear(9998))).isTrue();
  }

  @Test
  void hasTheSamePeriodAYearBefore() {
    assertThat(Period.parse("2016-02").yearBefore()).contains(Period.parse("2015-02"));
    assertThat(Period.parse("2015-02").yearBefore()).contains(Period.parse("2014-02"));
    assertThat(Period.parse("2017-01/2017-02").yearBefore())
        .contains(Period.parse("2016-01/2016-02"));
    assertThat(Period.parse("../1998").yearBefore()).isEmpty();
  }

  @Test
  void containsOverlapsAndAdjoinsOthers() {
    Period year = Period.ofYear(2015);

    assertThat(year.contains(Period.ofQuarter(2015, 4))).isTrue();
    assertThat(year.contains(Period.parse("2015-12/2016-01"))).isFalse();
    assertThat(year.overlaps(Period.parse("2015-12/2016-01"))).isTrue();
    assertThat(year.adjoins(Period.ofYear(2016))).isTrue();
    assertThat(year.adjoins(Period.ofMonth(2014, 12))).isTrue();
    assertThat(year.adjoins(Period.ofYear(2017))).isFalse();
    assertThat(Period.parse("../2014").adjoins(year)).isTrue();
  }

  @Test
  void isLaterThanAnotherForCertainOnlyIfNoDayContradicts() {
    assertThat(Period.ofYear(2015).isAfter(Period.parse("2014-12-31"))).isTrue();
    assertThat(Period.ofYear(2015).isAfter(Period.parse("2015-01-01"))).isFalse();
    assertThat(Period.parse("2015-12-31").isAfter(Period.ofYear(2015))).isFalse();
  }

  static Stream<Period> periods() {
    Random random = new Random(1);
    return Stream.generate(() -> period(random)).limit(2_000);
  }

  private static Period period(Random random) {
    int year = 1 + random.nextInt(9_990);
    LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
    return switch (random.nextInt(8)) {
      case 0 -> Period.ofYear(year);
      case 1 -> Period.ofYears(year, year + random.nextInt(9));
      case 2 -> Period.ofHalf(year, 1 + random.nextInt(2));
      case 3 -> Period.ofQuarter(year, 1 + random.nextInt(4));
      case 4 -> Period.ofMonth(year, 1 + random.nextInt(12));
      case 5 -> Period.ofDay(day);
      case 6 -> Period.upTo(day);
      default -> new Period(day, day.plusDays(random.nextInt(900)));
    };
  }

  @ParameterizedTest
  @MethodSource("periods")
  void readsItsOwnText(Period period) {
    assertThat(Period.parse(period.format())).isEqualTo(period);
  }
}
