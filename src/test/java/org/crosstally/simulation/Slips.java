package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.reconcile.Cause;
import org.crosstally.simulation.Rates.Errors;

/**
 * Makes slips of the pen, as the causes define them. The rates of slips in a collection count those
 * that show: in cells that others print as well. Slips where nobody else prints anything are a few
 * more, and most of the numbers that slips put in the place of others are such as stand on a page
 * at hand.
 */
final class Slips {
  private static final double FROM_THE_PAGE_AT_HAND = 0.95;
  private static final double WHERE_NOBODY_SEES_IT = 0.05;
  private static final int ATTEMPTS = 6;
  private static final int NEAR = 6;

  private final Dice dice;
  private final Errors errors;
  private final List<Statement> statements;
  private final Map<Topic, List<Statement>> printed = new HashMap<>();

  /**
   * A maker of slips.
   *
   * @param statements what everybody means to print; slips take the place of some
   */
  Slips(Dice dice, Errors errors, List<Statement> statements) {
    this.dice = dice;
    this.errors = errors;
    this.statements = statements;
    for (Statement statement : statements) {
      if (statement.statesTruthExactly()) {
        printed.computeIfAbsent(statement.topic(), topic -> new ArrayList<>()).add(statement);
      }
    }
  }

  /** Lets the writer of a statement slip now and then. */
  void maybe(int index, double carelessness) {
    Statement statement = statements.get(index);
    if (!statement.statesTruthExactly()) {
      return;
    }
    double seen = isSeen(statement) ? 1 : WHERE_NOBODY_SEES_IT;
    if (!dice.chance(errors.slips() * carelessness * seen)) {
      return;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Statement> slipped = slipped(index);
      if (slipped.isPresent() && slipped.get().stated() != statement.meant()) {
        statements.set(index, slipped.get());
        return;
      }
    }
  }

  private boolean isSeen(Statement statement) {
    return printed.getOrDefault(statement.topic(), List.of()).stream()
        .anyMatch(statement::isIndependentOf);
  }

  private Optional<Statement> slipped(int index) {
    Statement statement = statements.get(index);
    Topic topic = statement.topic();
    return switch (dice.weighted(
        errors.period(), errors.span(), errors.part(), errors.misprint())) {
      case 0 -> instead(statement, Cause.PERIOD_SLIP, otherPeriods(topic));
      case 1 -> instead(statement, Cause.WRONG_SPAN, overlappingSpans(topic));
      case 2 -> wrongPart(index);
      default -> misprint(statement);
    };
  }

  /** The number of another topic, of one that others printed where there is one. */
  private Optional<Statement> instead(Statement statement, Cause cause, List<Topic> others) {
    Register register = statement.reading().register();
    List<Topic> out =
        others.stream().filter(topic -> register.isOut(topic, statement.head().day())).toList();
    if (out.isEmpty()) {
      return Optional.empty();
    }
    List<Topic> atHand = out.stream().filter(printed::containsKey).toList();
    Topic other =
        !atHand.isEmpty() && dice.chance(FROM_THE_PAGE_AT_HAND)
            ? dice.pick(atHand)
            : dice.pick(out);
    return Optional.of(statement.slipped(cause, register.value(other, statement.reading().asOf())));
  }

  private List<Topic> otherPeriods(Topic topic) {
    List<Topic> others = new ArrayList<>();
    int length = topic.isOpen() ? 12 : Math.max(1, topic.months());
    switch (dice.weighted(0.6, 0.15, 0.25)) {
      case 0 -> {
        others.add(topic.moved(-length));
        others.add(topic.moved(length));
        others.add(topic.moved(-12));
      }
      case 1 -> {
        int year = topic.lastYear() % 100;
        int swapped = 10 * (year % 10) + year / 10;
        others.add(topic.moved(12 * (swapped - year)));
      }
      default -> others.add(topic.moved(12 * dice.between(-9, 9)));
    }
    others.removeIf(other -> other.equals(topic));
    if (!topic.isStock()) {
      others.removeIf(other -> other.overlaps(topic));
    }
    return others;
  }

  private List<Topic> overlappingSpans(Topic topic) {
    List<Topic> others = new ArrayList<>();
    if (topic.isStock()) {
      return others;
    }
    int january = Math.floorDiv(topic.last(), 12) * 12;
    int last = topic.last();
    if (topic.isOpen()) {
      others.add(topic.over(january, january + 11));
      return others;
    }
    others.add(topic.over(january, january + 5));
    others.add(topic.over(january + 6, january + 11));
    for (int month = 4; month < 12; month++) {
      others.add(topic.over(january, january + month));
    }
    others.add(topic.over(last - 2, last));
    if (topic.isCalendarYear()) {
      others.add(topic.over(Topic.OPEN, last));
      others.add(topic.over(january - 24, last));
      others.add(topic.over(january - 12, last));
    }
    others.removeIf(
        other -> !other.overlaps(topic) || other.equals(topic.over(topic.first(), last)));
    return others;
  }

  private Optional<Statement> wrongPart(int index) {
    Statement statement = statements.get(index);
    Topic topic = statement.topic();
    List<Topic> others = new ArrayList<>();
    if (topic.part() != Topic.TOTAL) {
      Optional<Integer> sibling = sibling(index);
      if (sibling.isPresent() && dice.chance(0.5)) {
        return swapped(index, sibling.get());
      }
      others.add(topic.of(Topic.TOTAL));
    } else if (topic.isStock()) {
      others.add(topic.over(topic.lastYear() * 12, topic.last()));
    } else {
      others.add(Topic.stock(topic.last()));
    }
    for (int part = 0; part < statement.reading().register().parts(); part++) {
      others.add(topic.of(part));
    }
    others.remove(topic);
    return instead(statement, Cause.WRONG_PART, others);
  }

  private Optional<Integer> sibling(int index) {
    Statement statement = statements.get(index);
    for (int i = Math.max(0, index - NEAR); i < Math.min(statements.size(), index + NEAR); i++) {
      Statement other = statements.get(i);
      if (i != index
          && other.head().equals(statement.head())
          && other.statesTruthExactly()
          && other.topic().part() != Topic.TOTAL
          && other.topic().of(statement.topic().part()).equals(statement.topic())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Statement> swapped(int index, int otherIndex) {
    Statement one = statements.get(index);
    Statement other = statements.get(otherIndex);
    if (one.meant() == other.meant()) {
      return Optional.empty();
    }
    statements.set(otherIndex, other.slipped(Cause.WRONG_PART, one.meant()));
    return Optional.of(one.slipped(Cause.WRONG_PART, other.meant()));
  }

  private Optional<Statement> misprint(Statement statement) {
    StringBuilder digits = new StringBuilder(Long.toString(statement.meant()));
    int length = digits.length();
    if (length < 2) {
      return Optional.empty();
    }
    int at = dice.below(length);
    char digit = (char) ('0' + dice.below(10));
    switch (dice.weighted(0.3, 0.25, 0.15, 0.3)) {
      case 0 -> {
        int left = dice.below(length - 1);
        char first = digits.charAt(left);
        digits.setCharAt(left, digits.charAt(left + 1));
        digits.setCharAt(left + 1, first);
      }
      case 1 -> digits.deleteCharAt(at);
      case 2 -> digits.insert(at, dice.chance(0.6) ? digits.charAt(at) : digit);
      default -> digits.setCharAt(at, digit);
    }
    if (digits.charAt(0) == '0') {
      return Optional.empty();
    }
    return Optional.of(statement.slipped(Cause.MISPRINT, Long.parseLong(digits.toString())));
  }
}
