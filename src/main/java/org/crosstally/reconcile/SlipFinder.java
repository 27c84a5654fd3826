package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/**
 * Looks for the number that somebody meant to print elsewhere, or that a slip of the pen
 * disfigured.
 *
 * <p>The places are looked at in tiers, the likely ones first: other measures, definitions and
 * spans of the same period, the neighbouring periods, and two digits swapped; then other parts and
 * the total; then the year with swapped digits, and a digit left out or too many; then other
 * periods of the same length, and another digit; then all of the series. The probability by chance
 * counts all that a tier and the tiers before it hold.
 */
final class SlipFinder {
  /** A match that chance gives more often than this is no cause. */
  static final double CHANCE = 0.2;

  /** A match within usual revisions has to be less likely than this. */
  static final double WITHIN_USUAL = 0.005;

  /** With more values within usual revisions than this, one of them matches nearly everything. */
  private static final int MOST_USUAL_VALUES = 500;

  private final ValueIndex index;

  SlipFinder(ValueIndex index) {
    this.index = index;
  }

  /**
   * A figure that differs from the number that stands.
   *
   * @param cell its cell
   * @param figure the figure
   * @param standing the number that stands
   * @param plausible the values that may have been misprinted, that number first
   * @param usual the usual relative size of revisions
   * @param authority how many chains at least must print a value that explains the figure
   */
  record Suspect(
      Cell cell,
      Figure figure,
      double standing,
      List<Plausible> plausible,
      double usual,
      int authority) {
    Suspect {
      plausible = List.copyOf(plausible);
    }

    private Interval interval() {
      return figure.amount().interval();
    }

    private double number() {
      return CauseFinder.nearest(figure.amount(), standing);
    }

    /** The grain of the figure, given the step in which the measure is counted. */
    private double grain(double step) {
      Amount amount = figure.amount();
      if (amount instanceof Amount.Exact exact) {
        double suggested = exact.asRounded().grain().doubleValue();
        int decimals = Math.max(0, exact.value().stripTrailingZeros().scale());
        double digit = decimals > 0 ? Math.pow(10, -decimals) : step;
        // One trailing zero in ten is chance; two of them suggest a grain.
        return suggested >= 100 * digit ? suggested : digit;
      }
      return interval().width();
    }
  }

  /**
   * A value that may have been misprinted.
   *
   * @param value the value
   * @param figure a figure that prints it
   */
  record Plausible(BigDecimal value, Figure figure) {}

  /** A place where a number may have been taken from, with the transformation that this means. */
  private record Place(HeldValue held, Transformation transformation, Interval reach) {
    Place(HeldValue held, Transformation transformation) {
      this(held, transformation, Interval.closed(held.value(), held.value()));
    }

    private boolean isBetween() {
      return reach.width() > 0;
    }
  }

  /**
   * The slips that give the figure, most likely first.
   *
   * @param suspect a figure
   * @return the candidates; those with a probability by chance above {@link #CHANCE} are no causes
   */
  List<Candidate> find(Suspect suspect) {
    Optional<ChanceModel> chance =
        ChanceModel.of(
            suspect.standing(),
            suspect.usual() * Math.abs(suspect.standing()),
            suspect.number(),
            suspect.grain(index.step(suspect.cell())));
    return chance.map(model -> new Search(suspect, model).run()).orElse(List.of());
  }

  /**
   * A number within usual revisions is a revision, unless it has so many digits that hardly any
   * random number would match.
   */
  List<Candidate> findWithinUsual(Suspect suspect) {
    return ChanceModel.of(
            suspect.standing(), 0, suspect.number(), suspect.grain(index.step(suspect.cell())))
        .map(model -> new Search(suspect, model).run())
        .orElse(List.of())
        .stream()
        .filter(
            c -> c.cause() != Cause.MISPRINT || c.transformation() == Transformation.DIGITS_SWAPPED)
        .filter(c -> c.probabilityByChance().orElse(1) <= WITHIN_USUAL)
        .toList();
  }

  /** One search. */
  private final class Search {
    private final Suspect suspect;
    private final ChanceModel chance;
    private final Set<Double> seen = new TreeSet<>();
    private final List<Candidate> found = new ArrayList<>();
    private double hits;

    Search(Suspect suspect, ChanceModel chance) {
      this.suspect = suspect;
      this.chance = chance;
    }

    List<Candidate> run() {
      SortedMap<BigDecimal, Edit> edits = edits();
      Cell cell = suspect.cell();
      tier(near(cell).toList(), edits, Set.of(Transformation.DIGITS_SWAPPED));
      hits += chance.hits(index.countsOfParts(cell));
      tier(parts(cell), edits, Set.of());
      tier(
          swappedYears(cell).toList(),
          edits,
          Set.of(Transformation.DIGIT_DROPPED, Transformation.DIGIT_ADDED));
      swapsOfUsualValues().forEach(found::add);
      double before = hits;
      List<Place> series = series(cell);
      hits = before + chance.hits(index.countsOfSameLength(cell));
      tier(
          series.stream().filter(place -> isSameLength(place.held())).toList(),
          edits,
          Set.of(Transformation.DIGIT_CHANGED));
      hits += chance.hits(index.counts(cell)) - chance.hits(index.countsOfSameLength(cell));
      tier(series, edits, Set.of());
      hits += chance.hits(index.countsOfSameDimensions(cell)) - chance.hits(index.counts(cell));
      tier(
          index.otherMeasures(cell, suspect.interval().low(), suspect.interval().high()).stream()
              .map(held -> new Place(held, Transformation.OTHER_MEASURE))
              .toList(),
          edits,
          Set.of());
      return List.copyOf(found);
    }

    /**
     * Two digits swapped in a number that nobody prints, but that lies within usual revisions of
     * the number that stands, so that it may have been a vintage.
     */
    private List<Candidate> swapsOfUsualValues() {
      boolean isWhole =
          suspect.figure().amount() instanceof Amount.Exact exact
              && exact.value().stripTrailingZeros().scale() <= 0;
      if (!isWhole || chance.usual() > MOST_USUAL_VALUES) {
        return List.of();
      }
      long low = (long) Math.ceil(suspect.standing() - chance.usual());
      long high = (long) Math.floor(suspect.standing() + chance.usual());
      List<Candidate> swaps = new ArrayList<>();
      for (long value = Math.max(0, low); value <= high; value++) {
        for (long swapped : DigitEdits.swapsOf(value).toArray()) {
          hits += chance.hits((double) swapped);
          if (suspect.interval().contains((double) swapped)) {
            Edit edit =
                new Edit(
                    BigDecimal.valueOf(value),
                    Transformation.DIGITS_SWAPPED,
                    suspect.plausible().stream().map(Plausible::figure).limit(1).toList());
            swaps.add(candidate(edit, 0));
          }
        }
      }
      double probability = ChanceModel.probability(hits);
      return swaps.stream()
          .map(
              c ->
                  new Candidate(
                      c.cause(),
                      c.transformation(),
                      c.reason() + ", no further from the number that stands than usual revisions",
                      c.evidence(),
                      OptionalDouble.of(probability)))
          .limit(1)
          .toList();
    }

    private boolean isSameLength(HeldValue held) {
      return held.cell().period().length() == suspect.cell().period().length();
    }

    private void tier(
        List<Place> places, SortedMap<BigDecimal, Edit> edits, Set<Transformation> kinds) {
      for (Place place : places) {
        if (place.isBetween()) {
          double middle = (place.reach().low() + place.reach().high()) / 2;
          hits +=
              chance.hits(middle)
                  * place.reach().width()
                  / suspect.grain(index.step(suspect.cell()));
        } else if (mayExplain(place.held()) && seen.add(place.held().value())) {
          hits += chance.hits(place.held().value());
        }
      }
      edits.forEach(
          (value, edit) -> {
            if (kinds.contains(edit.kind()) && seen.add(value.doubleValue())) {
              hits += chance.hits(value.doubleValue());
            }
          });
      double probability = ChanceModel.probability(hits);
      places.stream()
          .filter(this::matches)
          .sorted(this::byRank)
          .limit(3)
          .forEach(place -> add(candidate(place, probability)));
      edits.entrySet().stream()
          .filter(e -> kinds.contains(e.getValue().kind()))
          .filter(e -> suspect.interval().contains(e.getKey().doubleValue()))
          .findFirst()
          .ifPresent(e -> add(candidate(e.getValue(), probability)));
    }

    private void add(Candidate candidate) {
      boolean known =
          found.stream()
              .anyMatch(
                  c ->
                      c.transformation() == candidate.transformation()
                          && c.evidence().equals(candidate.evidence()));
      if (!known) {
        found.add(candidate);
      }
    }

    private int byRank(Place one, Place other) {
      return Comparator.comparing(Place::isBetween)
          .thenComparing(Place::transformation)
          .thenComparing((Place p) -> p.held().authority(), Comparator.reverseOrder())
          .thenComparing(Place::held, HeldValue.BY_VALUE)
          .compare(one, other);
    }

    /** A value explains another only if it stands on better feet where it comes from. */
    private boolean matches(Place place) {
      return suspect.interval().intersects(place.reach()) && mayExplain(place.held());
    }

    private boolean mayExplain(HeldValue held) {
      return held.value() != suspect.standing()
          && held.authority() >= suspect.authority()
          && !held.figure().id().equals(suspect.figure().id())
          && wasKnown(held.cell().period());
    }

    /** Nobody takes a number from a period that has not begun. */
    private boolean wasKnown(Period period) {
      Optional<LocalDate> published = suspect.figure().published().map(Period::end);
      return period.isOpen()
          ? published.isEmpty() || !period.end().isAfter(published.get())
          : published.isEmpty() || !period.start().isAfter(published.get());
    }

    private Stream<Place> near(Cell cell) {
      Stream<Place> definitions =
          index
              .otherDefinitions(cell)
              .map(held -> new Place(held, Transformation.OTHER_DEFINITION));
      Stream<Place> measures =
          index.otherMeasures(cell).map(held -> new Place(held, Transformation.OTHER_MEASURE));
      Stream<Place> spans = index.spansFromOrTo(cell).map(held -> place(cell, held));
      List<HeldValue> neighbours = index.neighbours(cell).toList();
      Stream<Place> values = neighbours.stream().map(held -> place(cell, held));
      return Stream.of(definitions, measures, spans, values, between(neighbours)).flatMap(s -> s);
    }

    /** Between two vintages of a neighbouring period there may have been one that is not known. */
    private Stream<Place> between(List<HeldValue> neighbours) {
      Map<List<Object>, List<HeldValue>> lines = new LinkedHashMap<>();
      for (HeldValue held : neighbours) {
        lines
            .computeIfAbsent(List.of(held.cell(), held.origin()), key -> new ArrayList<>(2))
            .add(held);
      }
      return lines.values().stream()
          .filter(line -> line.size() > 1)
          .map(
              line -> {
                line.sort(HeldValue.BY_VALUE);
                HeldValue first = line.get(0);
                double highest = line.get(line.size() - 1).value();
                return new Place(
                    first,
                    Transformation.NEIGHBOURING_PERIOD,
                    Interval.closed(first.value(), highest));
              });
    }

    private List<Place> parts(Cell cell) {
      return index.parts(cell, suspect.interval().low(), suspect.interval().high()).stream()
          .flatMap(held -> part(cell, held).stream())
          .toList();
    }

    private Stream<Place> swappedYears(Cell cell) {
      if (cell.period().length() != Period.Length.YEAR) {
        return Stream.empty();
      }
      BigDecimal year = BigDecimal.valueOf(cell.period().end().getYear());
      return DigitEdits.of(year).entrySet().stream()
          .filter(e -> e.getValue() == Transformation.DIGITS_SWAPPED)
          .map(Map.Entry::getKey)
          .filter(y -> y.precision() - y.scale() == 4)
          .flatMap(y -> index.at(cell, Period.ofYear(y.intValueExact())))
          .map(held -> new Place(held, Transformation.SWAPPED_YEAR));
    }

    private List<Place> series(Cell cell) {
      return index.between(cell, suspect.interval().low(), suspect.interval().high()).stream()
          .filter(held -> !held.cell().period().equals(cell.period()))
          .map(held -> place(cell, held))
          .toList();
    }

    private SortedMap<BigDecimal, Edit> edits() {
      SortedMap<BigDecimal, Edit> edits = new TreeMap<>();
      // Only a number that is printed digit by digit can have a wrong digit.
      if (!(suspect.figure().amount() instanceof Amount.Exact)) {
        return edits;
      }
      for (Plausible plausible : suspect.plausible()) {
        DigitEdits.of(plausible.value())
            .forEach(
                (edited, kind) ->
                    edits.merge(
                        edited,
                        new Edit(plausible.value(), kind, List.of(plausible.figure())),
                        (one, other) -> other.kind().compareTo(one.kind()) < 0 ? other : one));
      }
      return edits;
    }

    private Candidate candidate(Place place, double probability) {
      HeldValue held = place.held();
      String cell = name(held.cell(), suspect.cell());
      String reason =
          place.isBetween()
              ? "between the numbers that "
                  + cell
                  + " had, "
                  + Numbers.text(place.reach().low())
                  + " and "
                  + Numbers.text(place.reach().high())
                  + ": "
                  + place.transformation().label()
              : Numbers.text(held.value())
                  + " is the number of "
                  + cell
                  + ": "
                  + place.transformation().label();
      return new Candidate(
          cause(place.transformation()),
          place.transformation(),
          reason,
          List.of(held.figure()),
          OptionalDouble.of(probability));
    }

    private Candidate candidate(Edit edit, double probability) {
      return new Candidate(
          Cause.MISPRINT,
          edit.kind(),
          Numbers.text(edit.value().doubleValue()) + " with " + edit.kind().label(),
          edit.evidence(),
          OptionalDouble.of(probability));
    }
  }

  /** A misprint of a value. */
  private record Edit(BigDecimal value, Transformation kind, List<Figure> evidence) {}

  private static Place place(Cell cell, HeldValue held) {
    Period period = held.cell().period();
    boolean overlaps = period.overlaps(cell.period());
    boolean sameLength = period.length() == cell.period().length();
    boolean next =
        sameLength
            && (period.adjoins(cell.period())
                || cell.period().yearBefore().filter(period::equals).isPresent()
                || period.yearBefore().filter(cell.period()::equals).isPresent());
    return new Place(
        held,
        overlaps
            ? Transformation.OVERLAPPING_SPAN
            : next ? Transformation.NEIGHBOURING_PERIOD : Transformation.OTHER_PERIOD);
  }

  /** The same period in another part, if one step leads there. */
  private static Optional<Place> part(Cell cell, HeldValue held) {
    Set<String> names = new TreeSet<>(cell.dimensions().values().keySet());
    names.addAll(held.cell().dimensions().values().keySet());
    List<String> different =
        names.stream()
            .filter(name -> !cell.dimensions().get(name).equals(held.cell().dimensions().get(name)))
            .toList();
    if (different.size() != 1) {
      return Optional.empty();
    }
    String name = different.get(0);
    Transformation transformation =
        held.cell().dimensions().get(name).isEmpty()
            ? Transformation.TOTAL_FOR_PART
            : cell.dimensions().get(name).isEmpty()
                ? Transformation.PART_FOR_TOTAL
                : Transformation.OTHER_PART;
    return Optional.of(new Place(held, transformation));
  }

  private static Cause cause(Transformation transformation) {
    return switch (transformation) {
      case OTHER_DEFINITION -> Cause.DEFINITION;
      case TOTAL_FOR_PART, PART_FOR_TOTAL, OTHER_PART, OTHER_MEASURE -> Cause.WRONG_PART;
      case OVERLAPPING_SPAN -> Cause.WRONG_SPAN;
      default -> Cause.PERIOD_SLIP;
    };
  }

  /** Names a cell by what is different about it. */
  private static String name(Cell other, Cell cell) {
    return other.at(cell.period()).equals(cell) ? other.period().format() : other.toString();
  }
}
