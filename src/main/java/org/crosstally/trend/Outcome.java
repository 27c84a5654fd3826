package org.crosstally.trend;

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
   * The value of a series that is known to have one.
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
    /** Fewer than three points: any two points lie on a line. */
    TOO_FEW_POINTS("fewer than three points"),
    /** All values are equal, so that no order among them and no share of variance is defined. */
    CONSTANT_VALUES("all values are equal"),
    /** All points have the same time, so that no slope is defined. */
    CONSTANT_TIMES("all times are equal"),
    /** Two points share a time; the exact distribution is for distinct times. */
    TIED_TIMES("two points have the same time, and the exact distribution is for distinct times"),
    /** More points than the exact distribution is computed for. */
    TOO_MANY_POINTS("more points than the exact distribution is computed for"),
    /** The procedure was configured to leave it out. */
    NOT_ASKED_FOR("not asked for"),
    /** The points lie on one line, up to rounding, so that there is no error to estimate. */
    EXACT_LINE("the points lie on one line, up to rounding"),
    /** One point alone fixes a coefficient, so that its error says nothing about it. */
    FULL_LEVERAGE("one point alone fixes the line at its time"),
    /** The robust covariance gives a coefficient no variance, so that no test statistic exists. */
    ZERO_VARIANCE("the error model gives a coefficient no variance"),
    /** The times do not lie on an even grid, so that no lag is defined. */
    UNEVEN_TIMES("the times are not evenly spaced, so that no lag is defined"),
    /** The correction for serial correlation turns the variance of the score negative. */
    NEGATIVE_VARIANCE("the correction for serial correlation gives a variance that is not positive"),
    /** Values that a logarithm or a count model needs above zero are not. */
    NOT_POSITIVE("some values are not above zero"),
    /** A count model was asked of values that are not whole numbers from 0 on. */
    NOT_COUNTS("some values are not whole numbers from 0 on"),
    /** The counts vary no more than the Poisson law says, so that no theta is largest in likelihood. */
    NO_OVERDISPERSION("the counts vary no more than those of a Poisson process"),
    /** The likelihood has its maximum at infinity. */
    NO_MAXIMUM("the likelihood has no maximum at finite values"),
    /** The series is too short for so many segments. */
    TOO_SHORT("the series is too short for that many segments"),
    /** The confidence interval has no end inside or outside of the data. */
    NO_INTERVAL("the distribution gives the interval no end"),
    /** The parts cannot be told apart. */
    NOT_IDENTIFIED("the data do not identify all parameters");

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
