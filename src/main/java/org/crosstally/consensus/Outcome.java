package org.crosstally.consensus;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a procedure found: a value, or the reason why valid data determine none.
 *
 * <p>Invalid input is never an outcome but an exception.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> {

  /**
   * The value, if there is one.
   *
   * @return the value, or empty for {@link Undetermined}
   */
  Optional<T> asOptional();

  /**
   * The reason why there is no value.
   *
   * @return the reason, or empty for {@link Determined}
   */
  Optional<Reason> whyNot();

  /**
   * The value of data that are known to have one.
   *
   * @return the value
   * @throws NoSuchElementException if this is {@link Undetermined}; the message is the reason
   */
  default T orElseThrow() {
    return asOptional()
        .orElseThrow(
            () -> new NoSuchElementException(whyNot().map(Reason::sentence).orElse("no value")));
  }

  /**
   * A value.
   *
   * @param value the value
   * @param <T> its type
   * @return the outcome that holds it
   */
  static <T> Outcome<T> of(T value) {
    return new Determined<>(value);
  }

  /**
   * No value.
   *
   * @param reason why there is none
   * @param <T> the type that a value would have had
   * @return the outcome that holds the reason
   */
  static <T> Outcome<T> undetermined(Reason reason) {
    return new Undetermined<>(reason);
  }

  /**
   * The data determine a value.
   *
   * @param value the value
   * @param <T> its type
   */
  record Determined<T>(T value) implements Outcome<T> {

    /**
     * Holds a value, which is not null.
     *
     * @param value the value
     */
    public Determined {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public Optional<T> asOptional() {
      return Optional.of(value);
    }

    @Override
    public Optional<Reason> whyNot() {
      return Optional.empty();
    }
  }

  /**
   * The data are valid but determine no value.
   *
   * @param reason why not
   * @param <T> the type that a value would have had
   */
  record Undetermined<T>(Reason reason) implements Outcome<T> {

    /**
     * Holds a reason, which is not null.
     *
     * @param reason why not
     */
    public Undetermined {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Optional<T> asOptional() {
      return Optional.empty();
    }

    @Override
    public Optional<Reason> whyNot() {
      return Optional.of(reason);
    }
  }

  /** Why valid data determine no value. */
  enum Reason {
    /** There is no value at all. */
    NO_VALUES("there are no values"),
    /** One value alone says nothing about a spread, a correlation or an influence. */
    TOO_FEW_VALUES("there are too few values"),
    /** The procedure has no such quantity: equal effects have no between-source variance. */
    NOT_PART_OF_MODEL("the model has no such quantity"),
    /** The values agree to the last digit, so that their spread gives no standard error. */
    ZERO_STANDARD_ERROR("the values agree exactly, so that their spread gives no standard error"),
    /** More than half of the values agree, so that the median absolute deviation is 0. */
    ZERO_SCALE("more than half of the values agree, so that the median absolute deviation is 0"),
    /** All variances are equal, so that nothing can depend on the precision of the values. */
    EQUAL_VARIANCES("all variances are equal"),
    /** All values are equal, so that no order among them is defined. */
    EQUAL_VALUES("all values are equal"),
    /** The values depend on their standard errors without any scatter. */
    EXACT_LINE("the values lie on one line, up to rounding"),
    /** No exact report, and all sets of possible values overlap: a set, not a point. */
    ONLY_OVERLAPPING_INTERVALS(
        "not identified: no report is exact and all sets of possible values overlap, so that the"
            + " reports agree on a set and not on a point"),
    /** No report is bounded on both sides, so that the spread can grow without limit. */
    ONLY_BOUNDS("not identified: every report is a bound on one side only"),
    /** The exact reports agree on one value within all other sets: no spread can be estimated. */
    NO_SPREAD(
        "not identified: all reports are compatible with one exact value, so that the spread"
            + " has no lower limit"),
    /** The likelihood has no maximum at a finite spread. */
    UNBOUNDED_SPREAD("not identified: the likelihood has no maximum at a finite spread"),
    /** The likelihood rises towards a spread of 0, where reports without error become certain. */
    VANISHING_SPREAD("not identified: the likelihood has no maximum at a positive spread"),
    /**
     * Sources and cells fall into parts that share no report, so that biases cannot be compared.
     */
    DISCONNECTED("not identified: sources and cells fall into parts that share no report"),
    /** The iteration did not settle within its limit. */
    NOT_CONVERGED("the iteration did not settle"),
    /** More values than the search over subsets is made for. */
    TOO_MANY_VALUES("there are more values than the search over subsets is made for"),
    /** No two values agree within their uncertainties. */
    NO_CONSISTENT_SUBSET("no two values agree within their uncertainties"),
    /** Several subsets of the same size are equally consistent. */
    AMBIGUOUS_SUBSET("several subsets of the same size are equally consistent");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /**
     * The reason in words, as a table or a message prints it.
     *
     * @return a clause without capital and full stop
     */
    public String sentence() {
      return sentence;
    }
  }
}
