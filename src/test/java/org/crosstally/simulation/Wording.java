package org.crosstally.simulation;

import java.util.List;
import java.util.Optional;
import org.crosstally.simulation.Rates.Errors;
import org.crosstally.simulation.Rates.Words;
import org.crosstally.simulation.Statement.Form;
import org.crosstally.simulation.Statement.Printing;

/** Prints some numbers in other words, and some that nobody counted. */
final class Wording {
  private final Dice dice;
  private final Words words;
  private final Errors errors;

  Wording(Dice dice, Words words, Errors errors) {
    this.dice = dice;
    this.words = words;
    this.errors = errors;
  }

  List<Statement> of(List<Statement> statements) {
    return statements.stream().map(this::word).toList();
  }

  private Statement word(Statement statement) {
    if (statement.printing().form() != Form.EXACT) {
      return statement;
    }
    long value = statement.meant();
    return switch (dice.weighted(
        words.about(), words.bound(), words.range(), words.plain(), errors.conflict(), rest())) {
      case 0 -> as(statement, "~" + rounded(value, 2), Form.ROUNDED);
      case 1 -> as(statement, bound(value), Form.ROUNDED);
      case 2 -> as(statement, grain(value, 1) < 10 ? "" + value : range(value), Form.ROUNDED);
      case 3 -> value < 100 ? statement : as(statement, "" + rounded(value, 2), Form.ROUNDED);
      case 4 -> invented(statement, value);
      default -> statement;
    };
  }

  private double rest() {
    return 1 - words.about() - words.bound() - words.range() - words.plain() - errors.conflict();
  }

  /** A number that differs by 5 to 50 per cent, which nobody holds and nothing leads to. */
  private Statement invented(Statement statement, long value) {
    double factor = Math.exp((dice.chance(0.5) ? 1 : -1) * dice.uniform(0.05, 0.5));
    long other = Math.round(value * factor);
    boolean held =
        statement.reading().register().vintages(statement.topic()).stream()
            .anyMatch(vintage -> vintage.value() == other);
    return held ? statement : as(statement, "" + other, Form.INVENTED);
  }

  private static Statement as(Statement statement, String text, Form form) {
    Printing printing = statement.printing();
    return statement.with(
        new Printing(text, form, printing.unit(), printing.status(), Optional.empty()));
  }

  private String bound(long value) {
    long grain = grain(value, 2);
    long below = (value - 1) / grain * grain;
    long above = value / grain * grain + grain;
    if (below <= 0) {
      return "<" + above;
    }
    return switch (dice.below(4)) {
      case 0 -> ">" + below;
      case 1 -> "<" + above;
      case 2 -> "nearly " + above;
      default -> "just over " + below;
    };
  }

  private static String range(long value) {
    long grain = grain(value, 1);
    return value / grain * grain + ".." + (value / grain * grain + grain);
  }

  /** The number rounded half up to so many digits. */
  static long rounded(long value, int digits) {
    long grain = grain(value, digits);
    return (value + grain / 2) / grain * grain;
  }

  /** The place value of the last of so many leading digits. */
  private static long grain(long value, int digits) {
    long grain = 1;
    for (long left = value; left >= Math.round(Math.pow(10, digits)); left /= 10) {
      grain *= 10;
    }
    return grain;
  }
}
