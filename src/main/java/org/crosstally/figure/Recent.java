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
  private static final int FIRST_PLACES = 1 << 8;
  private static final int MOST_PLACES = 1 << 16;

  private @Nullable String[] texts = new @Nullable String[FIRST_PLACES];
  private Object[] values = new Object[FIRST_PLACES];
  private int parsed;

  /** What the text was parsed into last time, or what the parser makes of it now. */
  @SuppressWarnings("unchecked") // values holds what the parser gave, and nothing else
  V get(String text, Supplier<V> parser) {
    int place = place(text);
    if (text.equals(texts[place])) {
      return (V) values[place];
    }
    V value = parser.get();
    parsed++;
    if (parsed > texts.length && texts.length < MOST_PLACES) {
      grow();
      place = place(text);
    }
    texts[place] = text;
    values[place] = value;
    return value;
  }

  private int place(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (texts.length - 1);
  }

  private void grow() {
    @Nullable String[] oldTexts = texts;
    Object[] oldValues = values;
    texts = new @Nullable String[2 * oldTexts.length];
    values = new Object[2 * oldTexts.length];
    parsed = 0;
    for (int i = 0; i < oldTexts.length; i++) {
      String text = oldTexts[i];
      if (text != null) {
        texts[place(text)] = text;
        values[place(text)] = oldValues[i];
      }
    }
  }
}
