package org.crosstally.agreement;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a comparison found: a value, or the reason why valid data determine none. Invalid input is
 * never a finding but an exception.
 *
 * @param <T> the type of the value
 */
public sealed interface Finding<T> {

  /**
   * The value, if there is one.
   *
   * @return the value; empty for {@link NotFound}
   */
  Optional<T> asOptional();

  /**
   * The reason why there is no value.
   *
   * @return the reason; empty for {@link Found}
   */
  Optional<Reason> whyNot();

  /**
   * The value of data that are known to have one.
   *
   * @return the value
   * @throws NoSuchElementException if there is none; the message is the reason
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
   * @return the finding that holds it
   */
  static <T> Finding<T> of(T value) {
    return new Found<>(value);
  }

  /**
   * No value.
   *
   * @param reason why there is none
   * @param <T> the type that a value would have had
   * @return the finding that holds the reason
   */
  static <T> Finding<T> none(Reason reason) {
    return new NotFound<>(reason);
  }

  /**
   * The data determine a value.
   *
   * @param value the value
   * @param <T> its type
   */
  record Found<T>(T value) implements Finding<T> {
    /**
     * Holds a value, which is not null.
     *
     * @param value the value
     */
    public Found {
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
  record NotFound<T>(Reason reason) implements Finding<T> {
    /**
     * Holds a reason, which is not null.
     *
     * @param reason why not
     */
    public NotFound {
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
    /** Below the least number of pairs that the statistic is computed for. */
    TOO_FEW_PAIRS("too few pairs"),
    /** All differences are the same, so that nothing says how far others may scatter. */
    NO_VARIATION("all differences are the same"),
    /** One side states the same number for everything, so that no correlation is defined. */
    CONSTANT_SIDE("one side does not vary"),
    /** The pairs lie on one line exactly, so that nothing says how far others may lie from it. */
    NO_SCATTER("the pairs lie on one line exactly"),
    /** A pair has no relative difference: its mean is 0, or its ratio is not positive. */
    NOT_ON_SCALE("a pair has no difference on this scale"),
    /** The numbers are stated in several units. */
    MIXED_UNITS("the numbers are in several units"),
    /** A value without uncertainty would outweigh all others. */
    ZERO_UNCERTAINTY("a value has no uncertainty"),
    /** Everything is stated as exact, so that nothing says how far it may differ. */
    NO_UNCERTAINTY("no uncertainty is stated"),
    /** Nothing else is left to compare with. */
    NO_REFERENCE("nothing is left to compare with");

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
