package org.crosstally.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crosstally.figure.Amount.Bound.Relation;
import org.crosstally.figure.Amount.Missing.Cause;

/** Reads the grammar of amounts. */
final class AmountParser {
  static final String ACCEPTED =
      "978, 1,277, 1 277, 1.5 million, 2만, +15.6, -3, ~1400, about 1400, nearly 3000,"
          + " just over 3000, <1200, <=, >, >=, fewer than 1200, at least 10, up to 10,"
          + " 40000..50000, 4-5 million, 1400±50; missing: blank, -, .., …, n/a";

  /**
   * Longer text is refused unread: a page of text or a million digits in a cell is a fault of the
   * file, and numbers take more than linear time to read.
   */
  private static final int LONGEST = 200;

  private static final int LONGEST_PLAIN = 18;

  /** What the words before a number make of it. */
  private enum Wording {
    ABOUT,
    NEARLY,
    JUST_OVER,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  private record Prefix(String words, Wording wording) {}

  /** A longer sign stands before the shorter one that it begins with. */
  private static final List<Prefix> PREFIXES =
      List.of(
          new Prefix("~", Wording.ABOUT),
          new Prefix("≈", Wording.ABOUT),
          new Prefix("about ", Wording.ABOUT),
          new Prefix("approximately ", Wording.ABOUT),
          new Prefix("approx. ", Wording.ABOUT),
          new Prefix("approx ", Wording.ABOUT),
          new Prefix("around ", Wording.ABOUT),
          new Prefix("roughly ", Wording.ABOUT),
          new Prefix("circa ", Wording.ABOUT),
          new Prefix("ca. ", Wording.ABOUT),
          new Prefix("c. ", Wording.ABOUT),
          new Prefix("c.", Wording.ABOUT),
          new Prefix("nearly ", Wording.NEARLY),
          new Prefix("almost ", Wording.NEARLY),
          new Prefix("just under ", Wording.NEARLY),
          new Prefix("just below ", Wording.NEARLY),
          new Prefix("just over ", Wording.JUST_OVER),
          new Prefix("just above ", Wording.JUST_OVER),
          new Prefix("<=", Wording.AT_MOST),
          new Prefix("≤", Wording.AT_MOST),
          new Prefix("at most ", Wording.AT_MOST),
          new Prefix("up to ", Wording.AT_MOST),
          new Prefix("no more than ", Wording.AT_MOST),
          new Prefix("<", Wording.LESS),
          new Prefix("fewer than ", Wording.LESS),
          new Prefix("less than ", Wording.LESS),
          new Prefix("below ", Wording.LESS),
          new Prefix("under ", Wording.LESS),
          new Prefix(">=", Wording.AT_LEAST),
          new Prefix("≥", Wording.AT_LEAST),
          new Prefix("at least ", Wording.AT_LEAST),
          new Prefix("no fewer than ", Wording.AT_LEAST),
          new Prefix("no less than ", Wording.AT_LEAST),
          new Prefix(">", Wording.MORE),
          new Prefix("more than ", Wording.MORE),
          new Prefix("over ", Wording.MORE),
          new Prefix("above ", Wording.MORE));

  private static final List<String> PLUS_MINUS = List.of("±", "+/-");
  private static final List<String> TO = List.of("..", "–", "—");

  private final String text;
  private final DecimalMark decimalMark;

  AmountParser(String text, DecimalMark decimalMark) {
    this.text = text;
    this.decimalMark = decimalMark;
  }

  Amount parse() {
    if (isPlain()) {
      return new Amount.Exact(BigDecimal.valueOf(Long.parseLong(text)));
    }
    if (text.length() > LONGEST) {
      throw refused("text of more than " + LONGEST + " characters is no amount");
    }
    String cleaned = clean(text);
    Optional<Amount> missing = missing(cleaned);
    if (missing.isPresent()) {
      return missing.get();
    }
    if (cleaned.contains("%") || cleaned.contains("percent") || cleaned.contains("per cent")) {
      throw new TextFormatException(
          text,
          "the per cent sign is a unit, and the unit belongs in the unit column",
          "the number alone, with the unit column saying %, % yoy, % vs 2011 or % of total");
    }
    boolean startsAsNumber = cleaned.charAt(0) >= '+' && cleaned.charAt(0) <= '9';
    for (Prefix prefix : startsAsNumber ? List.<Prefix>of() : PREFIXES) {
      if (cleaned.startsWith(prefix.words())) {
        return worded(prefix.wording(), number(cleaned.substring(prefix.words().length())));
      }
    }
    return unworded(cleaned);
  }

  /** Most cells of most files are a few digits; these need no grammar. */
  private boolean isPlain() {
    int length = text.length();
    if (length == 0 || length > LONGEST_PLAIN) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /** Lower case, one kind of blank and one kind of minus, nothing around. */
  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '\u00a0', '\u2007', '\u2009', '\u202f' -> ' ';
            case '\u2212' -> '-';
            default -> c;
          });
    }
    return out.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Amount> missing(String cleaned) {
    return switch (cleaned) {
      case "" -> Optional.of(new Amount.Missing(Cause.BLANK));
      case "-", "–", "—" -> Optional.of(new Amount.Missing(Cause.DASH));
      case ".." -> Optional.of(new Amount.Missing(Cause.TWO_POINTS));
      case "…", "..." -> Optional.of(new Amount.Missing(Cause.ELLIPSIS));
      case "n/a" -> Optional.of(new Amount.Missing(Cause.NOT_AVAILABLE));
      default -> Optional.empty();
    };
  }

  private static Amount worded(Wording wording, PrintedNumber number) {
    BigDecimal value = number.value();
    return switch (wording) {
      case ABOUT -> new Amount.Rounded(value, number.grain());
      case NEARLY -> new Amount.JustBelow(value, number.grain());
      case JUST_OVER -> new Amount.JustAbove(value, number.grain());
      case LESS -> new Amount.Bound(Relation.LESS, value);
      case AT_MOST -> new Amount.Bound(Relation.AT_MOST, value);
      case MORE -> new Amount.Bound(Relation.MORE, value);
      case AT_LEAST -> new Amount.Bound(Relation.AT_LEAST, value);
    };
  }

  private Amount unworded(String cleaned) {
    for (String sign : PLUS_MINUS) {
      int at = cleaned.indexOf(sign);
      if (at >= 0) {
        return measured(cleaned.substring(0, at), cleaned.substring(at + sign.length()));
      }
    }
    for (String sign : TO) {
      int at = cleaned.indexOf(sign);
      if (at >= 0) {
        return range(cleaned.substring(0, at), cleaned.substring(at + sign.length()));
      }
    }
    // A hyphen at the start is the sign of a number.
    int hyphen = cleaned.indexOf('-', 1);
    if (hyphen > 0) {
      return range(cleaned.substring(0, hyphen), cleaned.substring(hyphen + 1));
    }
    return new Amount.Exact(number(cleaned).value());
  }

  private Amount measured(String left, String right) {
    PrintedNumber uncertainty = number(right);
    PrintedNumber value = number(left).sharing(uncertainty);
    if (uncertainty.value().signum() < 0) {
      throw refused("a standard uncertainty is not negative");
    }
    return new Amount.Measured(value.value(), uncertainty.value());
  }

  private Amount range(String left, String right) {
    PrintedNumber high = number(right);
    PrintedNumber low = number(left).sharing(high);
    if (low.value().compareTo(high.value()) > 0) {
      throw refused("a range runs from low to high");
    }
    return new Amount.Range(low.value(), high.value());
  }

  private PrintedNumber number(String part) {
    try {
      return PrintedNumber.parse(part.strip(), decimalMark);
    } catch (TextFormatException e) {
      throw new TextFormatException(text, e.reason(), e.accepted());
    }
  }

  private TextFormatException refused(String reason) {
    return new TextFormatException(text, reason, ACCEPTED);
  }
}
