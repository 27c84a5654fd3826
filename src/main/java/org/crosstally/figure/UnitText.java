package org.crosstally.figure;

import java.util.Locale;

/** Reads the text of units. */
final class UnitText {
  private static final String CHANGE_ON = "% vs ";

  private UnitText() {}

  static Unit parse(String text) {
    if (text.equals("% yoy")) {
      return new Unit.ChangeOnYear();
    }
    if (text.equals("% of total")) {
      return new Unit.ShareOfTotal();
    }
    if (text.startsWith(CHANGE_ON)) {
      return new Unit.ChangeOn(Period.parse(text.substring(CHANGE_ON.length())));
    }
    int slash = text.lastIndexOf('/');
    if (slash > 0) {
      String per = text.substring(slash + 1).toLowerCase(Locale.ROOT);
      for (Unit.Rate.Per candidate : Unit.Rate.Per.values()) {
        if (candidate.word().equals(per)) {
          return new Unit.Rate(text.substring(0, slash), candidate);
        }
      }
    }
    return new Unit.Base(text);
  }
}
