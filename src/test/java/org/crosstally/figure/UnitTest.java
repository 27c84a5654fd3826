package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How units are read, and which of them a measure accepts. */
class UnitTest {

  @Test
  void isOneOfTheMeasureOrDerivedFromOne() {
    assertThat(Unit.parse("persons")).isEqualTo(new Unit.Base("persons"));
    assertThat(Unit.parse("KRW/USD")).isEqualTo(new Unit.Base("KRW/USD"));
    assertThat(Unit.parse("%")).isEqualTo(new Unit.Base("%"));
    assertThat(Unit.parse("% of GDP")).isEqualTo(new Unit.Base("% of GDP"));
    assertThat(Unit.parse("  ")).isEqualTo(new Unit.Base(""));
    assertThat(Unit.parse("persons/month"))
        .isEqualTo(new Unit.Rate("persons", Unit.Rate.Per.MONTH));
    assertThat(Unit.parse("persons/Month")).isEqualTo(Unit.parse("persons/month"));
    assertThat(Unit.parse("% yoy")).isEqualTo(new Unit.ChangeOnYear());
    assertThat(Unit.parse("% of total")).isEqualTo(new Unit.ShareOfTotal());
    assertThat(Unit.parse("% vs 2011")).isEqualTo(new Unit.ChangeOn(Period.ofYear(2011)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"persons", "", "/month", "KRW/USD", "KRW/USD/month", "% yoy", "% vs 2011-Q1", "%"})
  void readsItsOwnText(String text) {
    assertThat(Unit.parse(text).format()).isEqualTo(text);
    assertThat(Unit.parse(Unit.parse(text).format())).isEqualTo(Unit.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%yoy", "% YoY", "% of Total", "%vs 2011", "% vs", "% vs last year"})
  void isRefusedWhereItIsNearlyADerivedOne(String text) {
    assertThatThrownBy(() -> Unit.parse(text))
        .isInstanceOf(TextFormatException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("accepted: ");
  }

  @Test
  void ofItsOwnCannotHaveTheNameOfADerivedOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit.Base("% yoy"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit.Base("persons/month"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit.Base(" persons"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit.Rate("", Unit.Rate.Per.MONTH));
  }

  @Test
  void isAcceptedByAMeasureThatDeclaresItOrWhatItDerivesFrom() {
    Measure arrivals = new Measure("arrivals", "", Measure.Kind.FLOW, List.of("persons"));

    assertThat(arrivals.accepts(Unit.parse("persons"))).isTrue();
    assertThat(arrivals.accepts(Unit.parse("persons/month"))).isTrue();
    assertThat(arrivals.accepts(Unit.parse("% yoy"))).isTrue();
    assertThat(arrivals.accepts(Unit.parse("USD"))).isFalse();
    assertThat(arrivals.accepts(Unit.parse("USD/month"))).isFalse();
    assertThat(arrivals.accepts(Unit.parse(""))).isFalse();
  }
}
