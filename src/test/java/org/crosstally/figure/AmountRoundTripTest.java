package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crosstally.figure.Amount.Bound.Relation;
import org.crosstally.figure.Amount.Missing.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code parse(format(a)).equals(a)} for every amount. */
class AmountRoundTripTest {
  private static final int SEEDS = 3_000;

  static Stream<Amount> amounts() {
    return Stream.iterate(0L, seed -> seed + 1).limit(SEEDS).map(AmountRoundTripTest::amount);
  }

  private static Amount amount(long seed) {
    Random random = new Random(seed);
    BigDecimal value = number(random);
    BigDecimal other = number(random);
    BigDecimal grain = BigDecimal.ONE.scaleByPowerOfTen(random.nextInt(16) - 4);
    BigDecimal multiple = grain.multiply(BigDecimal.valueOf(random.nextInt(20_000) - 10_000));
    return switch (random.nextInt(8)) {
      case 0 -> new Amount.Exact(value);
      case 1 -> new Amount.Rounded(multiple, grain);
      case 2 -> new Amount.JustBelow(multiple, grain);
      case 3 -> new Amount.JustAbove(multiple, grain);
      case 4 -> new Amount.Bound(pick(random, Relation.values()), value);
      case 5 -> new Amount.Range(value.min(other), value.max(other));
      case 6 -> new Amount.Measured(value, other.abs());
      default -> new Amount.Missing(pick(random, Cause.values()));
    };
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static BigDecimal number(Random random) {
    return new BigDecimal(
        new BigInteger(random.nextInt(60) + 1, random)
            .multiply(BigInteger.valueOf(random.nextInt(3) - 1)),
        random.nextInt(12) - 6);
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void theTextOfAnAmountReadsAsAnEqualAmount(Amount amount) {
    Amount again = Amount.parse(amount.format());

    assertThat(again).as(amount.format()).isEqualTo(amount);
    assertThat(again.interval()).isEqualTo(amount.interval());
  }

  static Stream<String> texts() {
    List<String> before =
        List.of("", "~", "about ", "nearly ", "just over ", "<", "<=", ">", ">=", "up to ");
    List<String> numbers =
        List.of("0", "5", "1400", "1,400", "1 400", "2.0", "0.50", "-9", "+3.1", "100000000");
    List<String> after =
        List.of("", " thousand", " million", " billion", " trillion", "천", "만", "억");
    return before.stream()
        .flatMap(b -> numbers.stream().flatMap(n -> after.stream().map(a -> b + n + a)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextThatIsReadHasACanonicalText(String text) {
    Amount amount = Amount.parse(text);

    assertThat(Amount.parse(amount.format())).isEqualTo(amount);
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void thePointLiesInTheIntervalOrOnItsEdge(Amount amount) {
    amount
        .point()
        .ifPresent(
            point -> {
              assertThat(point).isBetween(amount.interval().low(), amount.interval().high());
            });
  }
}
