package org.crosstally.figure;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the texts read last were parsed into. A text takes the place of another with the
 * same hash, so that the memory is bounded and hostile texts cost no more than parsing them.
 *
 * @param <V> what a text is parsed into
 */
final class Recent<V> {
  private static final int PLACES = 1 << 13;

  private final @Nullable String[] texts = new @Nullable String[PLACES];
  private final Object[] values = new Object[PLACES];

  /** What the text was parsed into last time, or what the parser makes of it now. */
  @SuppressWarnings("unchecked") // values holds what the parser gave, and nothing else
  V get(String text, Supplier<V> parser) {
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 13)) & (PLACES - 1);
    if (text.equals(texts[place])) {
      return (V) values[place];
    }
    V value = parser.get();
    texts[place] = text;
    values[place] = value;
    return value;
  }
}
