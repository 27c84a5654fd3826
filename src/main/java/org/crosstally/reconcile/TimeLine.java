package org.crosstally.reconcile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosstally.figure.Period;

/** The flows of one series that a document prints, and how they tile longer periods. */
final class TimeLine {
  /** The days of a leap year: no longer row of numbers is checked. It bounds the work. */
  private static final int MOST_TILES = 366;

  private static final List<Period.Length> EVEN =
      List.of(
          Period.Length.DAY,
          Period.Length.MONTH,
          Period.Length.QUARTER,
          Period.Length.HALF,
          Period.Length.YEAR);

  /** By first day, the slots that start there, by last day. */
  private final Map<LocalDate, List<Slot>> byStart = new HashMap<>();

  TimeLine(List<Slot> slots) {
    for (Slot slot : slots) {
      byStart.computeIfAbsent(start(slot), start -> new ArrayList<>(2)).add(slot);
    }
    byStart.values().forEach(list -> list.sort(Comparator.comparing(TimeLine::end)));
  }

  private static LocalDate start(Slot slot) {
    return slot.cell().period().start();
  }

  private static LocalDate end(Slot slot) {
    return slot.cell().period().end();
  }

  /** All flows of the series, by their first days and their last. */
  List<Slot> slots() {
    return byStart.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** What is printed for a period. */
  Optional<Slot> at(Period period) {
    List<Slot> slots = byStart.getOrDefault(period.start(), List.of());
    int index = lastUpTo(slots, period.end());
    return index >= 0 && end(slots.get(index)).equals(period.end())
        ? Optional.of(slots.get(index))
        : Optional.empty();
  }

  /**
   * The rows of shorter periods that tile a period without gap or overlap: the one of the longest
   * pieces, and those of days, months, quarters, halves and years alone. Each has at least two.
   */
  Set<List<Slot>> tilings(Period period) {
    Set<List<Slot>> tilings = new LinkedHashSet<>();
    coarsest(period).ifPresent(tilings::add);
    for (Period.Length length : EVEN) {
      even(period, length).ifPresent(tilings::add);
    }
    return tilings;
  }

  /** The row of the longest pieces, from the start on; a single piece is not the whole period. */
  Optional<List<Slot>> coarsest(Period period) {
    List<Slot> tiles = new ArrayList<>();
    LocalDate next = period.start();
    while (tiles.size() < MOST_TILES) {
      List<Slot> slots = byStart.getOrDefault(next, List.of());
      int index = lastUpTo(slots, period.end());
      if (index >= 0 && tiles.isEmpty() && end(slots.get(index)).equals(period.end())) {
        index--;
      }
      if (index < 0) {
        return Optional.empty();
      }
      tiles.add(slots.get(index));
      if (end(slots.get(index)).equals(period.end())) {
        return Optional.of(tiles);
      }
      next = end(slots.get(index)).plusDays(1);
    }
    return Optional.empty();
  }

  private Optional<List<Slot>> even(Period period, Period.Length length) {
    List<Slot> tiles = new ArrayList<>();
    LocalDate next = period.start();
    while (!period.isOpen() && tiles.size() < MOST_TILES) {
      LocalDate end = end(next, length);
      if (end.isAfter(period.end())) {
        return Optional.empty();
      }
      Optional<Slot> tile = at(new Period(next, end));
      if (tile.isEmpty() || tile.get().cell().period().equals(period)) {
        return Optional.empty();
      }
      tiles.add(tile.get());
      if (end.equals(period.end())) {
        return Optional.of(tiles);
      }
      next = end.plusDays(1);
    }
    return Optional.empty();
  }

  /** The last day of the calendar's period of a length that begins on a day. */
  private static LocalDate end(LocalDate start, Period.Length length) {
    YearMonth month = YearMonth.from(start);
    return switch (length) {
      case MONTH -> month.atEndOfMonth();
      case QUARTER -> month.plusMonths(2).atEndOfMonth();
      case HALF -> month.plusMonths(5).atEndOfMonth();
      case YEAR -> month.plusMonths(11).atEndOfMonth();
      case DAY, YEARS, OPEN, OTHER -> start;
    };
  }

  /** The index of the last slot that ends on a day or before it; -1 where there is none. */
  private static int lastUpTo(List<Slot> slots, LocalDate day) {
    int low = 0;
    int high = slots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(slots.get(middle)).isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }
}
