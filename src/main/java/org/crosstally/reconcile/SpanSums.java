package org.crosstally.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/**
 * The numbers of spans that nobody prints, but that follow from accepted values of a flow by adding
 * and subtracting: several years up to one, a running total, what is left of a year, the months
 * since its beginning.
 *
 * <p>Since the values of each period were revised, a sum is known as a range: from the sum of the
 * least values to the sum of the largest.
 */
final class SpanSums {
  /** So many periods are added up at most. */
  private static final int MOST_PERIODS = 60;

  private final ValueIndex index;
  private final Predicate<String> isFlow;

  /**
   * The number of a span.
   *
   * @param span the span
   * @param reach the least and the largest value
   * @param added the figures that were added up
   * @param less the figures that were subtracted
   */
  record Sum(Period span, Interval reach, List<Figure> added, List<Figure> less) {
    static Sum of(HeldValue held) {
      Interval point = Interval.point(held.value());
      return new Sum(held.cell().period(), point, List.of(held.figure()), List.of());
    }

    Sum plus(Sum other, Period whole) {
      double low = reach.low() + other.reach.low();
      double high = reach.high() + other.reach.high();
      return new Sum(
          whole, Interval.closed(low, high), both(added, other.added), both(less, other.less));
    }

    Sum minus(Sum other, Period rest) {
      double low = reach.low() - other.reach.high();
      double high = reach.high() - other.reach.low();
      return new Sum(
          rest, Interval.closed(low, high), both(added, other.less), both(less, other.added));
    }

    /** The reach, with the vintages that were never printed. */
    Interval reach(double usual) {
      return Interval.closed(
          reach.low() - usual * Math.abs(reach.low()),
          reach.high() + usual * Math.abs(reach.high()));
    }

    /** Of two ways to the number of a span, the range of both and the figures of the first. */
    Sum or(Sum other) {
      return new Sum(span, reach.hull(other.reach), added, less);
    }

    List<Figure> evidence() {
      return both(added, less);
    }

    private static List<Figure> both(List<Figure> one, List<Figure> other) {
      List<Figure> all = new ArrayList<>(one);
      all.addAll(other);
      return List.copyOf(all);
    }
  }

  /** The accepted values of the cells that differ from one by their period only, by their spans. */
  private record Spans(ValueIndex index, Cell cell) {
    Optional<Sum> at(Period period) {
      return index.ending(cell, period.end()).stream()
          .filter(held -> isOfLine(held) && held.cell().period().equals(period))
          .map(Sum::of)
          .reduce(Sum::or);
    }

    List<Period> from(LocalDate day) {
      return periods(index.starting(cell, day));
    }

    List<Period> to(LocalDate day) {
      return periods(index.ending(cell, day));
    }

    private List<Period> periods(List<HeldValue> values) {
      return values.stream()
          .filter(this::isOfLine)
          .map(held -> held.cell().period())
          .distinct()
          .toList();
    }

    private boolean isOfLine(HeldValue held) {
      Cell other = held.cell();
      return other.measure().equals(cell.measure()) && other.basis().equals(cell.basis());
    }

    /** The held period of a length that ends, for certain, on the day before another begins. */
    Optional<Sum> before(Period period, Period.Length length) {
      return to(period.start().minusDays(1)).stream()
          .filter(p -> p.length() == length)
          .findFirst()
          .flatMap(this::at);
    }

    Optional<Sum> after(LocalDate end, Period.Length length) {
      return from(end.plusDays(1)).stream()
          .filter(p -> p.length() == length)
          .findFirst()
          .flatMap(this::at);
    }
  }

  /**
   * Adds and subtracts the values of an index.
   *
   * @param index accepted values
   * @param isFlow whether the periods of a measure add up
   */
  SpanSums(ValueIndex index, Predicate<String> isFlow) {
    this.index = index;
    this.isFlow = isFlow;
  }

  /**
   * The numbers of spans that overlap with a cell's period, as they follow from other values.
   *
   * @param cell the cell, of a closed period
   * @param own what the cell itself may hold
   * @return at most one sum for each span
   */
  List<Sum> around(Cell cell, Sum own) {
    if (!isFlow.test(cell.measure()) || cell.period().isOpen()) {
      return List.of();
    }
    Spans spans = new Spans(index, cell);
    Collector found = new Collector();
    upTo(cell.period(), own, spans, found);
    within(cell.period(), own, spans, found);
    return List.copyOf(found.sums.values());
  }

  /** Keeps the first sum of each span. */
  private static final class Collector {
    private final Map<Period, Sum> sums = new LinkedHashMap<>();

    void add(Sum sum) {
      if (sum.reach().high() > 0) {
        sums.putIfAbsent(sum.span(), sum);
      }
    }
  }

  /** Several periods up to the end of this one, and all up to it. */
  private static void upTo(Period period, Sum own, Spans spans, Collector found) {
    Period total = Period.upTo(period.end());
    Sum sum = own;
    for (int i = 0; i < MOST_PERIODS; i++) {
      Period from = sum.span();
      Optional<Sum> open = spans.before(from, Period.Length.OPEN);
      if (open.isPresent()) {
        found.add(sum.plus(open.get(), total));
      }
      Optional<Sum> before = spans.before(from, period.length());
      if (before.isEmpty()) {
        break;
      }
      sum = sum.plus(before.get(), new Period(before.get().span().start(), period.end()));
      found.add(sum);
    }
    Optional<Sum> later = spans.after(period.end(), period.length());
    for (int i = 0; later.isPresent() && i < MOST_PERIODS; i++) {
      LocalDate end = later.get().span().end();
      Optional<Sum> open = spans.at(Period.upTo(end));
      if (open.isPresent()) {
        found.add(open.get().minus(later.get(), total));
        break;
      }
      Period longer = later.get().span();
      Sum sofar = later.get();
      later =
          spans
              .after(end, period.length())
              .map(next -> sofar.plus(next, new Period(longer.start(), next.span().end())));
    }
  }

  /** The parts of a period: what others leave of it, and what they make together. */
  private static void within(Period period, Sum own, Spans spans, Collector found) {
    for (Period first : spans.from(period.start())) {
      if (isPart(first, period)) {
        Sum part = spans.at(first).orElseThrow();
        found.add(own.minus(part, new Period(first.end().plusDays(1), period.end())));
        together(part, period, spans, found);
      }
    }
    for (Period last : spans.to(period.end())) {
      if (isPart(last, period)) {
        Sum part = spans.at(last).orElseThrow();
        found.add(own.minus(part, new Period(period.start(), last.start().minusDays(1))));
      }
    }
  }

  /** A part from the beginning, and as many of the same length after it as are held. */
  private static void together(Sum part, Period period, Spans spans, Collector found) {
    Sum sum = part;
    for (int i = 0; i < MOST_PERIODS; i++) {
      Optional<Sum> next = spans.after(sum.span().end(), part.span().length());
      if (next.isEmpty() || !next.get().span().end().isBefore(period.end())) {
        return;
      }
      sum = sum.plus(next.get(), new Period(period.start(), next.get().span().end()));
      found.add(sum);
    }
  }

  private static boolean isPart(Period part, Period period) {
    return !part.isOpen() && !part.equals(period) && period.contains(part);
  }
}
