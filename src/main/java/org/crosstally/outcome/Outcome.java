package org.crosstally.outcome;

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
}
