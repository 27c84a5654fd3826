package org.crosstally.simulation;

/** Tells whether one number is another with one slip of the hand. */
final class Misprints {
  private Misprints() {}

  /** Whether a digit was dropped, added or changed, or two neighbours swapped. */
  static boolean isOne(long right, long wrong) {
    String from = Long.toString(right);
    String to = Long.toString(wrong);
    return switch (to.length() - from.length()) {
      case 0 -> isChangedOrSwapped(from, to);
      case 1 -> isDropped(to, from);
      case -1 -> isDropped(from, to);
      default -> false;
    };
  }

  private static boolean isDropped(String longer, String shorter) {
    for (int i = 0; i < longer.length(); i++) {
      if ((longer.substring(0, i) + longer.substring(i + 1)).equals(shorter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChangedOrSwapped(String from, String to) {
    int first = 0;
    int last = from.length() - 1;
    while (first < last && from.charAt(first) == to.charAt(first)) {
      first++;
    }
    while (last > first && from.charAt(last) == to.charAt(last)) {
      last--;
    }
    boolean changed = first == last && from.charAt(first) != to.charAt(first);
    boolean swapped =
        last == first + 1
            && from.charAt(first) == to.charAt(last)
            && from.charAt(last) == to.charAt(first);
    return changed || swapped;
  }
}
