package org.crosstally.figure;

import java.util.Locale;
import java.util.Optional;

/** Reads the text of units. */
final class UnitText {
  private static final String ACCEPTED =
      "a unit such as persons or USD, persons/month, % yoy, % vs 2011, % of total, or blank";
  private static final String CHANGE_ON_YEAR = "% yoy";
  private static final String CHANGE_ON = "% vs ";
  private static final String SHARE = "% of total";

  private UnitText() {}

  static Unit parse(String text) {
    String name = text.strip();
    if (name.isEmpty()) {
      return new Unit.Base("");
    }
    if (name.charAt(0) == '%') {
      Optional<Unit> perCent = perCent(name);
      if (perCent.isPresent()) {
        return perCent.get();
      }
    }
    int slash = name.lastIndexOf('/');
    Optional<Unit.Rate.Per> per = per(name, slash);
    return per.isPresent()
        ? new Unit.Rate(name.substring(0, slash).strip(), per.get())
        : new Unit.Base(name);
  }

  /** Whether a name would be read as another form than a unit of its own. */
  static boolean isDerived(String name) {
    return per(name, name.lastIndexOf('/')).isPresent()
        || isLike(name, CHANGE_ON_YEAR)
        || isLike(name, SHARE)
        || squeezed(name).startsWith(squeezed(CHANGE_ON));
  }

  private static Optional<Unit> perCent(String name) {
    if (name.equals(CHANGE_ON_YEAR)) {
      return Optional.of(new Unit.ChangeOnYear());
    }
    if (name.equals(SHARE)) {
      return Optional.of(new Unit.ShareOfTotal());
    }
    if (name.startsWith(CHANGE_ON)) {
      return Optional.of(changeOn(name));
    }
    if (isDerived(name)) {
      throw new TextFormatException(name, "a derived unit is written in just one way", ACCEPTED);
    }
    return Optional.empty();
  }

  private static Unit changeOn(String name) {
    try {
      return new Unit.ChangeOn(Period.parse(name.substring(CHANGE_ON.length()).strip()));
    } catch (TextFormatException e) {
      throw new TextFormatException(name, "behind '% vs': " + e.reason(), e.accepted());
    }
  }

  private static Optional<Unit.Rate.Per> per(String name, int slash) {
    if (slash > 0 && !name.substring(0, slash).isBlank()) {
      String word = name.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
      for (Unit.Rate.Per candidate : Unit.Rate.Per.values()) {
        if (candidate.word().equals(word)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isLike(String name, String form) {
    return squeezed(name).equals(squeezed(form));
  }

  private static String squeezed(String name) {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
