package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What one office holds for every month and part, on every day: a first count and its revisions.
 * All other numbers are sums over it, so that they fit each other. Numbers of parts of a year, and
 * stocks, are revised in the first months only; later revisions are made to years.
 */
final class Register {
  private static final int FROZEN_AFTER = 100;

  /** A change of one month's number. */
  record Revision(int day, int month, int part, long change) {}

  /** A number that the office holds from a day on. */
  record Held(int day, long value) {}

  /** The months of a register, and what was counted before them and left again since. */
  static final class Frame {
    private final int firstMonth;
    private final long[] before;
    private final long[][] left;
    private final int[] released;

    Frame(int firstMonth, long[] before, long[][] left, int[] released) {
      this.firstMonth = firstMonth;
      this.before = before;
      this.left = left;
      this.released = released;
    }
  }

  private final Frame frame;
  private final long[][] last;
  private final List<List<List<Revision>>> revisions = new ArrayList<>();
  private final Map<Topic, List<Held>> vintages = new HashMap<>();

  /**
   * A register.
   *
   * @param last the number of each month and part after all revisions
   */
  Register(Frame frame, long[][] last, List<Revision> changes) {
    this.frame = frame;
    this.last = last;
    for (long[] month : last) {
      List<List<Revision>> parts = new ArrayList<>();
      for (int part = 0; part < month.length; part++) {
        parts.add(new ArrayList<>());
      }
      revisions.add(parts);
    }
    for (Revision change : changes) {
      revisions.get(change.month() - frame.firstMonth).get(change.part()).add(change);
    }
  }

  int parts() {
    return frame.before.length;
  }

  int firstMonth() {
    return frame.firstMonth;
  }

  int lastMonth() {
    return frame.firstMonth + last.length - 1;
  }

  /** Whether the months of a topic lie in the register. */
  boolean holds(Topic topic) {
    int first = topic.isOpen() ? frame.firstMonth : topic.first();
    return first >= frame.firstMonth && topic.last() <= lastMonth() && first <= topic.last();
  }

  /** The day on which the number of a topic first came out. */
  int released(Topic topic) {
    return frame.released[topic.last() - frame.firstMonth];
  }

  boolean isOut(Topic topic, int day) {
    return holds(topic) && released(topic) <= day;
  }

  /** The newest month whose number is out; before the first, the month before it. */
  int newestMonth(int day) {
    int month = lastMonth();
    while (month >= frame.firstMonth && frame.released[month - frame.firstMonth] > day) {
      month--;
    }
    return month;
  }

  long value(Topic topic, int day) {
    List<Held> held = vintages(topic);
    return held.get(vintage(topic, day)).value();
  }

  /** The index of the vintage that is held on a day; the first one before its release. */
  int vintage(Topic topic, int day) {
    List<Held> held = vintages(topic);
    int index = held.size() - 1;
    while (index > 0 && held.get(index).day() > day) {
      index--;
    }
    return index;
  }

  /** The number after all revisions. */
  long finalValue(Topic topic) {
    List<Held> held = vintages(topic);
    return held.get(held.size() - 1).value();
  }

  /** Every number that the office ever holds for a topic, in time. */
  List<Held> vintages(Topic topic) {
    return vintages.computeIfAbsent(topic, this::findVintages);
  }

  private List<Held> findVintages(Topic topic) {
    int released = released(topic);
    int until = isYearly(topic) ? Integer.MAX_VALUE : released + FROZEN_AFTER;
    TreeSet<Integer> days = new TreeSet<>(List.of(released));
    int first = topic.isOpen() ? 0 : topic.first() - frame.firstMonth;
    for (int month = first; month <= topic.last() - frame.firstMonth; month++) {
      for (int part : partsOf(topic)) {
        revisions.get(month).get(part).stream()
            .map(Revision::day)
            .filter(day -> day > released && day <= until)
            .forEach(days::add);
      }
    }
    List<Held> held = new ArrayList<>();
    for (int day : days) {
      long value = sum(topic, day);
      if (held.isEmpty() || held.get(held.size() - 1).value() != value) {
        held.add(new Held(day, value));
      }
    }
    return List.copyOf(held);
  }

  private static boolean isYearly(Topic topic) {
    return !topic.isStock()
        && Math.floorMod(topic.last(), 12) == 11
        && (topic.isOpen() || !topic.basis().isEmpty() || topic.months() >= 12);
  }

  private long sum(Topic topic, int day) {
    long sum = 0;
    int first = topic.isOpen() ? 0 : topic.first() - frame.firstMonth;
    for (int part : partsOf(topic)) {
      sum += topic.isOpen() ? frame.before[part] : 0;
      for (int month = first; month <= topic.last() - frame.firstMonth; month++) {
        sum += last[month][part] - later(month, part, day);
        sum -= topic.isStock() ? frame.left[month][part] : 0;
      }
    }
    return sum;
  }

  private int[] partsOf(Topic topic) {
    if (topic.part() != Topic.TOTAL) {
      return new int[] {topic.part()};
    }
    int[] all = new int[parts()];
    Arrays.setAll(all, part -> part);
    return all;
  }

  private long later(int month, int part, int day) {
    return revisions.get(month).get(part).stream()
        .filter(revision -> revision.day() > day)
        .mapToLong(Revision::change)
        .sum();
  }
}
