package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;
import org.jspecify.annotations.Nullable;

/**
 * The accepted values of all cells of a table, by the places in which a slip of the pen would look
 * for them.
 */
final class ValueIndex {
  /** Fewer values may have a step in common by chance. */
  private static final int FEWEST_FOR_STEP = 10;

  private static final ValueIndex EMPTY =
      new ValueIndex(List.of(), measure -> false, Siblings.none());

  private final Map<Series, SeriesValues> bySeries = new HashMap<>();
  private final Map<SamePeriod, Sorted> byPeriod = new HashMap<>();
  private final Map<Dimensions, Sorted> byDimensions = new HashMap<>();
  private final Map<String, Long> steps = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<SameDay, List<HeldValue>> byEnd = new HashMap<>();
  private final Map<SameDay, List<HeldValue>> byStart = new HashMap<>();
  private final SpanSums sums;
  private final Siblings siblings;

  /** All cells that differ by their period, or by their definition. */
  private record Series(String measure, Dimensions dimensions) {}

  /** All cells of one measure and period. */
  private record SamePeriod(String measure, Period period) {}

  /** All cells of the same dimensions that end, or begin, on the same day. */
  private record SameDay(Dimensions dimensions, LocalDate day) {}

  private ValueIndex(List<HeldValue> values, Predicate<String> isFlow, Siblings siblings) {
    this.sums = new SpanSums(this, isFlow);
    this.siblings = siblings;
    Map<Series, List<HeldValue>> series = new HashMap<>();
    Map<SamePeriod, List<HeldValue>> periods = new HashMap<>();
    Map<Dimensions, List<HeldValue>> dimensions = new HashMap<>();
    for (HeldValue held : values) {
      Cell cell = held.cell();
      add(series, new Series(cell.measure(), cell.dimensions()), held);
      add(periods, new SamePeriod(cell.measure(), cell.period()), held);
      add(dimensions, cell.dimensions(), held);
      counts.merge(cell.measure(), 1, Integer::sum);
      steps.merge(cell.measure(), step(held.value()), ValueIndex::commonStep);
      add(byEnd, new SameDay(cell.dimensions(), cell.period().end()), held);
      add(byStart, new SameDay(cell.dimensions(), cell.period().start()), held);
    }
    dimensions.forEach((key, held) -> byDimensions.put(key, new Sorted(held)));
    periods.forEach((key, held) -> byPeriod.put(key, new Sorted(held)));
    series.forEach((key, held) -> bySeries.put(key, new SeriesValues(held)));
  }

  private static <K> void add(Map<K, List<HeldValue>> index, K key, HeldValue held) {
    index.computeIfAbsent(key, k -> new ArrayList<>(2)).add(held);
  }

  /** A whole number itself; one where a value is not whole, or too large to tell. */
  private static long step(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Math.abs((long) value) : 1;
  }

  /** The greatest common divisor. */
  private static long commonStep(long one, long other) {
    long larger = one;
    long smaller = other;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  /**
   * The step in which all values of a measure are counted: one, or a thousand where it is stated in
   * thousands.
   */
  double step(Cell cell) {
    boolean known = counts.getOrDefault(cell.measure(), 0) >= FEWEST_FOR_STEP;
    return known ? Math.max(1, steps.getOrDefault(cell.measure(), 1L)) : 1;
  }

  /**
   * Indexes values.
   *
   * @param values accepted values
   * @param isFlow whether the periods of a measure add up
   * @param siblings what stands in the same documents
   */
  static ValueIndex of(List<HeldValue> values, Predicate<String> isFlow, Siblings siblings) {
    return new ValueIndex(values.stream().sorted(HeldValue.BY_VALUE).toList(), isFlow, siblings);
  }

  static ValueIndex empty() {
    return EMPTY;
  }

  /** The values of cells with the dimensions of this one whose periods end on a day. */
  List<HeldValue> ending(Cell cell, LocalDate day) {
    return byEnd.getOrDefault(new SameDay(cell.dimensions(), day), List.of());
  }

  /** The values of cells with the dimensions of this one whose periods begin on a day. */
  List<HeldValue> starting(Cell cell, LocalDate day) {
    return byStart.getOrDefault(new SameDay(cell.dimensions(), day), List.of());
  }

  /** What follows for spans that nobody prints. */
  SpanSums sums() {
    return sums;
  }

  /** What a document prints for other parts of a period. */
  Siblings siblings() {
    return siblings;
  }

  boolean isEmpty() {
    return bySeries.isEmpty();
  }

  /** The values of the same cell under other definitions. */
  Stream<HeldValue> otherDefinitions(Cell cell) {
    return at(cell, cell.period()).filter(held -> !held.cell().equals(cell));
  }

  /**
   * The values of the same measure and period between two numbers, both included, for other
   * dimension values.
   */
  List<HeldValue> parts(Cell cell, double low, double high) {
    return samePeriod(cell).between(low, high).stream()
        .filter(held -> !held.cell().dimensions().equals(cell.dimensions()))
        .toList();
  }

  /** How many values of the same measure and period there are by their size. */
  ChanceModel.Counts countsOfParts(Cell cell) {
    return samePeriod(cell)::count;
  }

  private Sorted samePeriod(Cell cell) {
    return byPeriod.getOrDefault(new SamePeriod(cell.measure(), cell.period()), Sorted.NONE);
  }

  /** The values of other measures that end on the same day, for the same dimension values. */
  Stream<HeldValue> otherMeasures(Cell cell) {
    return byEnd
        .getOrDefault(new SameDay(cell.dimensions(), cell.period().end()), List.of())
        .stream()
        .filter(held -> !held.cell().measure().equals(cell.measure()));
  }

  /** The values of the same series for other periods that begin or end with this one. */
  Stream<HeldValue> spansFromOrTo(Cell cell) {
    Stream<HeldValue> to =
        byEnd.getOrDefault(new SameDay(cell.dimensions(), cell.period().end()), List.of()).stream();
    Stream<HeldValue> from =
        byStart
            .getOrDefault(new SameDay(cell.dimensions(), cell.period().start()), List.of())
            .stream();
    return Stream.concat(to, from)
        .filter(held -> held.cell().measure().equals(cell.measure()))
        .filter(held -> !held.cell().period().equals(cell.period()));
  }

  /** The values of the periods of the same length next to this one, and a year from it. */
  Stream<HeldValue> neighbours(Cell cell) {
    return series(cell).stream().flatMap(series -> series.neighbours(cell.period()));
  }

  /** The values of another period of the same series. */
  Stream<HeldValue> at(Cell cell, Period period) {
    return series(cell).stream().flatMap(series -> series.at(period));
  }

  /** All values of the series between two numbers, both included. */
  List<HeldValue> between(Cell cell, double low, double high) {
    return series(cell).map(s -> s.all.between(low, high)).orElse(List.of());
  }

  /** How many values of the series there are by their size, for periods of the same length. */
  ChanceModel.Counts countsOfSameLength(Cell cell) {
    return series(cell)
        .<ChanceModel.Counts>map(s -> s.ofLength(cell.period().length())::count)
        .orElse((low, high) -> 0);
  }

  /**
   * The values of other measures and any period between two numbers, both included, for the same
   * dimension values.
   */
  List<HeldValue> otherMeasures(Cell cell, double low, double high) {
    return sameDimensions(cell).between(low, high).stream()
        .filter(held -> !held.cell().measure().equals(cell.measure()))
        .toList();
  }

  /** How many values there are by their size for the same dimension values. */
  ChanceModel.Counts countsOfSameDimensions(Cell cell) {
    return sameDimensions(cell)::count;
  }

  private Sorted sameDimensions(Cell cell) {
    return byDimensions.getOrDefault(cell.dimensions(), Sorted.NONE);
  }

  /** How many values of the series there are by their size. */
  ChanceModel.Counts counts(Cell cell) {
    return series(cell).<ChanceModel.Counts>map(s -> s.all::count).orElse((low, high) -> 0);
  }

  /** What the accepted values of the periods before and after lead to expect. */
  Optional<Surroundings> surroundings(Cell cell) {
    return series(cell).flatMap(series -> series.surroundings(cell));
  }

  private Optional<SeriesValues> series(Cell cell) {
    return Optional.ofNullable(bySeries.get(new Series(cell.measure(), cell.dimensions())));
  }

  /** Values in ascending order. */
  private static final class Sorted {
    private static final Sorted NONE = new Sorted(List.of());

    private final List<HeldValue> held;
    private final double[] values;

    Sorted(List<HeldValue> ascending) {
      this.held = ascending;
      this.values = ascending.stream().mapToDouble(HeldValue::value).toArray();
    }

    List<HeldValue> between(double low, double high) {
      return held.subList(firstFrom(low), firstFrom(Math.nextUp(high)));
    }

    int count(double low, double high) {
      return firstFrom(high) - firstFrom(low);
    }

    private int firstFrom(double bound) {
      int low = 0;
      int high = values.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[middle] < bound) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** The values of one series. */
  private static final class SeriesValues {
    private final Sorted all;
    private final Map<Period.Length, Sorted> byLength = new EnumMap<>(Period.Length.class);
    private final Map<Period.Length, NavigableMap<Period, List<HeldValue>>> byPeriod =
        new EnumMap<>(Period.Length.class);

    SeriesValues(List<HeldValue> ascending) {
      this.all = new Sorted(ascending);
      Map<Period.Length, List<HeldValue>> lengths = new EnumMap<>(Period.Length.class);
      for (HeldValue held : ascending) {
        Period period = held.cell().period();
        lengths.computeIfAbsent(period.length(), k -> new ArrayList<>()).add(held);
        byPeriod
            .computeIfAbsent(period.length(), k -> new TreeMap<>())
            .computeIfAbsent(period, k -> new ArrayList<>(2))
            .add(held);
      }
      lengths.forEach((length, held) -> byLength.put(length, new Sorted(held)));
    }

    Sorted ofLength(Period.Length length) {
      return byLength.getOrDefault(length, Sorted.NONE);
    }

    private NavigableMap<Period, List<HeldValue>> periods(Period.Length length) {
      return byPeriod.getOrDefault(length, Collections.emptyNavigableMap());
    }

    Stream<HeldValue> at(Period period) {
      return periods(period.length()).getOrDefault(period, List.of()).stream();
    }

    Stream<HeldValue> neighbours(Period period) {
      NavigableMap<Period, List<HeldValue>> periods = periods(period.length());
      List<HeldValue> found = new ArrayList<>();
      Period before = periods.lowerKey(period);
      Period after = periods.higherKey(period);
      addIf(before != null && before.adjoins(period), periods, before, found);
      addIf(after != null && after.adjoins(period), periods, after, found);
      Optional<Period> yearBefore = period.yearBefore();
      boolean differs = yearBefore.isPresent() && !yearBefore.get().equals(before);
      addIf(differs, periods, yearBefore.orElse(null), found);
      return found.stream();
    }

    private static void addIf(
        boolean wanted,
        NavigableMap<Period, List<HeldValue>> periods,
        @Nullable Period period,
        List<HeldValue> found) {
      if (wanted && period != null) {
        found.addAll(periods.getOrDefault(period, List.of()));
      }
    }

    Optional<Surroundings> surroundings(Cell cell) {
      NavigableMap<Period, List<HeldValue>> periods = periods(cell.period().length());
      double[] before =
          periods.headMap(cell.period(), false).descendingMap().values().stream()
              .limit(Surroundings.REACH)
              .mapToDouble(SeriesValues::best)
              .toArray();
      double[] after =
          periods.tailMap(cell.period(), false).values().stream()
              .limit(Surroundings.REACH)
              .mapToDouble(SeriesValues::best)
              .toArray();
      return Surroundings.of(before, after);
    }

    /** The value of the best authority; of several, the first by size. */
    private static double best(List<HeldValue> held) {
      HeldValue best = held.get(0);
      for (HeldValue other : held) {
        if (other.authority() > best.authority()) {
          best = other;
        }
      }
      return best.value();
    }
  }

  /**
   * The accepted values around a period.
   *
   * @param expected the geometric mean of the nearest values before and after; the nearest of three
   *     where there are none on the other side
   * @param spread the largest change in logarithms between neighbouring values around it
   */
  record Surroundings(double expected, double spread) {
    private static final int REACH = 3;

    /** Surroundings of a few periods tell no more than this. */
    private static final double MOST = 10;

    /** Values differ from period to period by chance. */
    private static final double LEAST_SPREAD = 0.05;

    static Optional<Surroundings> of(double[] before, double[] after) {
      boolean positive =
          Arrays.stream(before).allMatch(v -> v > 0) && Arrays.stream(after).allMatch(v -> v > 0);
      boolean bothSides = before.length > 0 && after.length > 0;
      boolean oneSide = before.length == REACH || after.length == REACH;
      if (!positive || !(bothSides || oneSide)) {
        return Optional.empty();
      }
      double last = before.length > 0 ? before[0] : after[0];
      double next = after.length > 0 ? after[0] : before[0];
      double across = Math.abs(Math.log(next / last));
      double spread = Math.max(across, Math.max(largestChange(before), largestChange(after)));
      return Optional.of(new Surroundings(Math.sqrt(last * next), spread));
    }

    private static double largestChange(double[] values) {
      double largest = 0;
      for (int i = 1; i < values.length; i++) {
        largest = Math.max(largest, Math.abs(Math.log(values[i] / values[i - 1])));
      }
      return largest;
    }

    /** How far a value is from what is expected, in logarithms. */
    double distance(double value) {
      return value > 0 ? Math.abs(Math.log(value / expected)) : Double.POSITIVE_INFINITY;
    }

    /** How much likelier the surroundings make one value than another. */
    double likelier(BigDecimal value, BigDecimal other) {
      double scale = Math.max(spread, LEAST_SPREAD);
      double nearer = distance(other.doubleValue()) - distance(value.doubleValue());
      return Math.max(1 / MOST, Math.min(MOST, Math.exp(nearer / scale)));
    }
  }
}
