package org.crosstally.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes cells from the parser. Texts that were met a short while ago are not made again: figure
 * tables repeat most of their texts, and a million rows have to fit in the memory.
 */
final class CellHandler extends AbstractBaseCsvCallbackHandler<List<String>> {
  /** The most characters of a cell. */
  static final int LONGEST_CELL = 100_000;

  private static final int MOST_CELLS = 10_000;
  private static final int LONGEST_SHARED = 64;
  private static final int PLACES = 1 << 14;
  private static final int WATCHED = 256;
  private static final int TRIAL = 4_096;

  private final @Nullable String[] shared = new @Nullable String[PLACES];
  private final LongSupplier delivered;
  private final int[] taken = new int[WATCHED];
  private final int[] made = new int[WATCHED];
  private String[] cells = new String[16];
  private int count;
  private long line;
  private long deliveredBefore;

  /**
   * Starts without texts.
   *
   * @param delivered the number of characters that the parser was given until now
   */
  CellHandler(LongSupplier delivered) {
    this.delivered = delivered;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (length > LONGEST_CELL) {
      throw tooLong();
    }
    if (index == MOST_CELLS) {
      throw new CellFaultException(
          "the row has more than " + MOST_CELLS + " cells", "at most " + MOST_CELLS + " cells");
    }
    String text =
        length > LONGEST_SHARED || !repeats(index)
            ? fresh(buffer, offset, length)
            : shared(index, buffer, offset, length);
    if (index == cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[index] = text;
    count = index + 1;
    deliveredBefore = delivered.getAsLong();
    if (quoted) {
      line += lineBreaks(text);
    }
  }

  static CellFaultException tooLong() {
    return new CellFaultException(
        "the cell has more than " + LONGEST_CELL + " characters, or its quote is not closed",
        "cells of at most " + LONGEST_CELL + " characters");
  }

  private static String fresh(char[] buffer, int offset, int length) {
    String text = new String(buffer, offset, length);
    if (text.indexOf('\0') >= 0) {
      throw withNul();
    }
    return text;
  }

  /** A column of ids or counts repeats nothing, and would drive out the texts of the others. */
  private boolean repeats(int column) {
    return column < WATCHED && 2 * made[column] <= TRIAL + taken[column];
  }

  private String shared(int column, char[] buffer, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      if (c == 0) {
        throw withNul();
      }
      hash = 31 * hash + c;
    }
    taken[column]++;
    int place = (hash ^ (hash >>> 14)) & (PLACES - 1);
    String known = shared[place];
    if (known != null && isSame(known, buffer, offset, length)) {
      return known;
    }
    made[column]++;
    String text = new String(buffer, offset, length);
    shared[place] = text;
    return text;
  }

  private static boolean isSame(String known, char[] buffer, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private static CellFaultException withNul() {
    return new CellFaultException(
        "the cell has a NUL character",
        "text without NUL characters; a file in UTF-16 needs the reader option"
            + " with(StandardCharsets.UTF_16)");
  }

  private static int lineBreaks(String text) {
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if ((c == '\n' || c == '\r') && !secondOfPair) {
        breaks++;
      }
    }
    return breaks;
  }

  @Override
  protected List<String> buildRecord() {
    return Arrays.asList(Arrays.copyOf(cells, count));
  }

  /** The line on which the row begins. */
  long recordLine() {
    return getStartingLineNumber();
  }

  /** The line on which the cell after the last one begins. */
  long line() {
    return line;
  }

  /** The number of cells taken from this row. */
  int count() {
    return count;
  }

  /** The number of characters that the parser was given after it gave the last cell. */
  long deliveredSince() {
    return delivered.getAsLong() - deliveredBefore;
  }
}
