package org.crosstally.agreement;

import java.util.OptionalDouble;

/** A statistic with the number of pairs that it rests on, or the reason why there is none. */
public sealed interface Statistic {

  /**
   * The number of pairs.
   *
   * @return how many pairs there are
   */
  int pairs();

  /**
   * The number, where there is one.
   *
   * @return the value; empty where there are too few pairs or the statistic is undefined
   */
  default OptionalDouble asOptional() {
    return this instanceof Value v ? OptionalDouble.of(v.value()) : OptionalDouble.empty();
  }

  /**
   * A number.
   *
   * @param value the number, finite
   * @param pairs how many pairs it rests on
   */
  record Value(double value, int pairs) implements Statistic {}

  /**
   * Too few pairs to say anything.
   *
   * @param pairs how many pairs there are
   * @param fewest how many it takes
   */
  record TooFew(int pairs, int fewest) implements Statistic {}

  /**
   * Enough pairs, but the statistic is not defined for them.
   *
   * @param pairs how many pairs there are
   * @param reason why
   */
  record Undefined(int pairs, String reason) implements Statistic {}

  /**
   * The value; undefined where it is not finite.
   *
   * @param value the value
   * @param pairs how many pairs it rests on
   * @param otherwise why it is undefined if it is not finite
   * @return the statistic
   */
  static Statistic of(double value, int pairs, String otherwise) {
    return Double.isFinite(value) ? new Value(value, pairs) : new Undefined(pairs, otherwise);
  }
}
