package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The numbers that one slip of the pen makes of a number: two neighbouring digits swapped, a digit
 * left out, added or changed. The decimal mark stays where it is, counted from the right.
 */
final class DigitEdits {
  private final String digits;
  private final int scale;
  private final SortedMap<BigDecimal, Transformation> edits = new TreeMap<>();

  private DigitEdits(BigDecimal value) {
    // Only the digits that are printed can be mistaken: 1E+3 is printed as 1000.
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    this.digits = plain.unscaledValue().abs().toString();
    this.scale = plain.scale();
  }

  /**
   * All numbers one edit away.
   *
   * @param value the number, without trailing zeros after the decimal mark
   * @return the numbers in ascending order, each with the rarest edit that makes it; of numbers
   *     below zero, the edits of the digits alone
   */
  static SortedMap<BigDecimal, Transformation> of(BigDecimal value) {
    DigitEdits edits = new DigitEdits(value);
    edits.swap();
    edits.drop();
    edits.add();
    edits.change();
    edits.edits.remove(value.abs().stripTrailingZeros());
    return Collections.unmodifiableSortedMap(edits.edits);
  }

  /** The whole numbers that swapping two neighbouring digits makes of a whole number. */
  static LongStream swapsOf(long value) {
    LongStream.Builder swaps = LongStream.builder();
    for (long place = 1; value / place >= 10; place *= 10) {
      long right = value / place % 10;
      long left = value / place / 10 % 10;
      boolean leadingZero = right == 0 && value / place < 100;
      if (left != right && !leadingZero) {
        swaps.add(value + (right - left) * 9 * place);
      }
    }
    return swaps.build();
  }

  private void swap() {
    for (int i = 0; i + 1 < digits.length(); i++) {
      put(
          digits.substring(0, i)
              + digits.charAt(i + 1)
              + digits.charAt(i)
              + digits.substring(i + 2),
          Transformation.DIGITS_SWAPPED);
    }
  }

  private void drop() {
    for (int i = 0; digits.length() > 1 && i < digits.length(); i++) {
      put(digits.substring(0, i) + digits.substring(i + 1), Transformation.DIGIT_DROPPED);
    }
  }

  private void add() {
    for (int i = 0; i <= digits.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        put(digits.substring(0, i) + digit + digits.substring(i), Transformation.DIGIT_ADDED);
      }
    }
  }

  private void change() {
    for (int i = 0; i < digits.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        put(digits.substring(0, i) + digit + digits.substring(i + 1), Transformation.DIGIT_CHANGED);
      }
    }
  }

  private void put(String edited, Transformation edit) {
    // A number is not printed with a zero in front of its other digits.
    boolean leadingZero = edited.length() > scale + 1 && edited.charAt(0) == '0';
    if (!leadingZero) {
      edits.putIfAbsent(new BigDecimal(new BigInteger(edited), scale).stripTrailingZeros(), edit);
    }
  }
}
