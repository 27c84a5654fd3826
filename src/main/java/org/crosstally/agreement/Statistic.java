package org.crosstally.agreement;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;

/**
 * A statistic with the number of pairs that it rests on: a number, or the reason why there is none.
 *
 * <p>A pair is one of a preliminary and a later figure, or of a forecast and what became of it. A
 * statistic of changes rests only on the pairs that follow on another, and says how many these are.
 *
 * @param pairs how many pairs there are
 * @param outcome the number, which is finite, or the reason why these pairs determine none: {@link
 *     TooFewPairs}, or a {@link RevisionReason} where there are enough
 */
public record Statistic(int pairs, Outcome<Double> outcome) {

  /**
   * Checks both.
   *
   * @param pairs how many pairs there are
   * @param outcome the number or the reason
   * @throws IllegalArgumentException if there are fewer than 0 pairs, or the number is not finite
   */
  public Statistic {
    Objects.requireNonNull(outcome, "outcome");
    if (pairs < 0) {
      throw new IllegalArgumentException("a statistic rests on 0 pairs or more, not on " + pairs);
    }
    if (outcome.asOptional().filter(value -> !Double.isFinite(value)).isPresent()) {
      throw new IllegalArgumentException("a statistic is finite, not " + outcome.orElseThrow());
    }
  }

  static Statistic of(double value, int pairs) {
    return new Statistic(pairs, Outcome.of(value));
  }

  static Statistic undetermined(Reason reason, int pairs) {
    return new Statistic(pairs, Outcome.undetermined(reason));
  }

  /**
   * The number, where there is one.
   *
   * @return the value; empty where there are too few pairs or the statistic is undefined
   */
  public OptionalDouble asOptional() {
    return outcome.asOptional().map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /**
   * Why there is no number.
   *
   * @return the reason; empty where there is a number
   */
  public Optional<Reason> whyNot() {
    return outcome.whyNot();
  }

  /**
   * There are too few pairs to say anything.
   *
   * @param pairs how many there are
   * @param fewest how many it takes
   * @param why why it takes so many, as a clause without capital and full stop
   */
  public record TooFewPairs(int pairs, int fewest, String why) implements Reason {
    @Override
    public String sentence() {
      return "too few: " + pairs + " of at least " + fewest + " pairs";
    }
  }
}
