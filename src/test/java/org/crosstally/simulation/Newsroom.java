package org.crosstally.simulation;

import java.util.Locale;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.simulation.Rates.Words;
import org.crosstally.simulation.Statement.Form;

/** Decides what a document is about, and which numbers it prints. */
final class Newsroom {
  private static final Unit RATE = Unit.parse("persons/month");
  private static final Unit CHANGE = Unit.parse("% yoy");
  private static final Unit SHARE = Unit.parse("% of total");

  private final Dice dice;
  private final Words words;

  Newsroom(Dice dice, Words words) {
    this.dice = dice;
    this.words = words;
  }

  /** An article on the newest numbers, or on older ones. */
  void article(Page page) {
    int newest = page.register().newestMonth(page.day());
    int month = Math.floorMod(newest, 12);
    double annual = month == 11 ? 6 : month < 3 ? 2 : 0.3;
    switch (dice.weighted(annual, month == 11 ? 0 : 3, 1.2)) {
      case 0 -> annual(page, (newest - month) / 12 - (month == 11 ? 0 : 1));
      case 1 -> partial(page, newest);
      default -> background(page, (newest - month) / 12 - (month == 11 ? 0 : 1));
    }
  }

  private void annual(Page page, int year) {
    Topic topic = Topic.year(year);
    if (dice.chance(0.25)) {
      page.addWithParts(topic);
    } else {
      page.add(topic);
    }
    maybe(0.7, page, Topic.year(year - 1));
    maybe(0.35, page, Topic.stock(topic.last()));
    maybe(0.4, page, peak(page, year));
    maybe(0.15, page, Topic.fiscalYear(year));
    for (int back = 2; back <= 4 && dice.chance(0.4); back++) {
      page.add(Topic.year(year - back));
    }
    if (dice.chance(0.08)) {
      page.addWithParts(Topic.stock(topic.last()));
    }
    derived(page, topic);
  }

  private void partial(Page page, int newest) {
    int january = newest - Math.floorMod(newest, 12);
    Topic topic = news(newest, january);
    if (dice.chance(0.25)) {
      page.addWithParts(topic);
    } else {
      page.add(topic);
    }
    maybe(0.7, page, topic.moved(-12));
    maybe(0.6, page, Topic.year(january / 12 - 1));
    maybe(0.3, page, Topic.stock(newest));
    maybe(0.3, page, peak(page, january / 12 - 1));
    maybe(0.15, page, Topic.span(january, newest));
    if (dice.chance(0.15)) {
      for (int month = topic.first(); month <= topic.last(); month++) {
        page.add(Topic.span(month, month));
      }
    }
    derived(page, topic);
    if (dice.chance(words.forecast())) {
      forecast(page, Topic.span(january, newest), january / 12);
    }
  }

  private Topic news(int newest, int january) {
    int half = january + (newest - january < 5 ? -7 : 5);
    int quarter = newest - Math.floorMod(newest + 1, 3);
    return switch (dice.weighted(0.4, 0.25, 0.25, 0.1)) {
      case 0 -> Topic.span(january, newest);
      case 1 -> Topic.span(half - 5, half);
      case 2 -> Topic.span(quarter - 2, quarter);
      default -> Topic.span(newest, newest);
    };
  }

  private void background(Page page, int year) {
    int years = dice.between(1, 3);
    int first = page.register().firstMonth() / 12;
    for (int i = 0; i < years && year >= first; i++) {
      page.add(dice.chance(0.4) ? peak(page, year) : Topic.year(dice.between(first, year)));
    }
    maybe(0.4, page, Topic.stock(page.register().newestMonth(page.day())));
    if (dice.chance(0.12) && year > first) {
      int start = dice.between(first, year - 1);
      page.add(Topic.years(start, dice.between(start + 1, year)));
    }
  }

  /** All years to the newest, the first of them lumped together at times. */
  void retrospect(Page page, double parts) {
    int first = page.register().firstMonth() / 12;
    int newest = page.register().newestMonth(page.day());
    int year = (newest + 1) / 12 - 1;
    int start = dice.between(first, Math.max(first, Math.min(first + 6, year - 4)));
    if (start > first || dice.chance(0.3)) {
      page.add(Topic.upTo(12 * start - 1));
    }
    if (dice.chance(0.3) && start + 4 < year) {
      page.add(Topic.years(start, start + 2));
      start += dice.chance(0.6) ? 3 : 0;
    }
    boolean withParts = dice.chance(parts);
    for (int each = start; each <= year; each++) {
      if (withParts) {
        page.addWithParts(Topic.year(each));
      } else {
        page.add(Topic.year(each));
      }
    }
    if (Math.floorMod(newest, 12) < 11) {
      page.add(Topic.span(newest - Math.floorMod(newest, 12), newest));
    }
    maybe(0.6, page, Topic.stock(newest));
  }

  /** What an office says on a year that has just ended. */
  void release(Page page, int year) {
    page.addWithParts(Topic.year(year));
    page.add(Topic.year(year - 1));
    maybe(0.6, page, Topic.stock(12 * year + 11));
    maybe(0.3, page, Topic.span(12 * year + 6, 12 * year + 11));
  }

  private void maybe(double probability, Page page, Topic topic) {
    if (dice.chance(probability)) {
      page.add(topic);
    }
  }

  private static Topic peak(Page page, int newest) {
    Topic peak = Topic.year(newest);
    for (int year = page.register().firstMonth() / 12; year < newest; year++) {
      Topic topic = Topic.year(year);
      if (page.register().finalValue(topic) > finalValue(page, peak)) {
        peak = topic;
      }
    }
    return peak;
  }

  private static long finalValue(Page page, Topic topic) {
    return page.register().holds(topic) ? page.register().finalValue(topic) : -1;
  }

  private void derived(Page page, Topic topic) {
    if (!page.isPrintable(topic) || page.value(topic) == 0) {
      return;
    }
    Topic before = topic.moved(-12);
    if (dice.chance(words.change()) && page.isPrintable(before) && page.value(before) > 0) {
      double change = 100.0 * page.value(topic) / page.value(before) - 100;
      page.add(topic, percent(change), Form.DERIVED, CHANGE, page.status(topic));
    }
    if (dice.chance(words.share())) {
      Topic part = topic.of(0);
      double share = 100.0 * page.value(part) / page.value(topic);
      page.add(part, percent(share), Form.DERIVED, SHARE, page.status(topic));
    }
    if (dice.chance(words.rate()) && topic.months() > 1) {
      long rate = Math.round((double) page.value(topic) / topic.months());
      page.add(topic, "" + rate, Form.DERIVED, RATE, page.status(topic));
    }
  }

  private String percent(double value) {
    return dice.chance(0.5)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void forecast(Page page, Topic soFar, int year) {
    if (!page.isPrintable(soFar)) {
      return;
    }
    double expected = 12.0 * page.value(soFar) / soFar.months() * (1 + 0.08 * dice.gaussian());
    long number = Wording.rounded(Math.round(expected), 2);
    String text = dice.pick(java.util.List.of("~", "<", ">", "")) + number;
    page.add(Topic.year(year), text, Form.FORECAST, Statement.UNIT, Status.FORECAST);
  }
}
