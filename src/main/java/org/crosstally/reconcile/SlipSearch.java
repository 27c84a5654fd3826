package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/**
 * One search for the slips that give a figure. Not safe to share between threads.
 *
 * <p>The places are looked at in tiers, the likely ones first: other measures, definitions and
 * spans of the same period, the neighbouring periods, and two digits swapped; then other parts and
 * the total; then the year with swapped digits, and a digit left out or too many; then other
 * periods of the same length, and another digit; then all of the series. The probability by chance
 * counts all that a tier and the tiers before it hold.
 */
final class SlipSearch {
  /** With more values within usual revisions than this, one of them matches nearly everything. */
  private static final int MOST_USUAL_VALUES = 500;

  private final ValueIndex index;
  private final Places places;
  private final Suspect suspect;
  private final ChanceModel chance;
  private final Set<Double> seen = new TreeSet<>();
  private final List<Candidate> found = new ArrayList<>();
  private final double grain;
  private final double roundness;
  private double hits;

  SlipSearch(ValueIndex index, Suspect suspect, ChanceModel chance) {
    this.index = index;
    this.places = new Places(index, suspect);
    this.suspect = suspect;
    this.chance = chance;
    double step = index.step(suspect.cell());
    this.grain = suspect.grain(step);
    this.roundness = suspect.roundness(step);
  }

  /** A round number can only be met by one that is as round. */
  private double hits(double value) {
    boolean meets = roundness == 1 || value % grain == 0;
    return meets ? chance.hits(value) : 0;
  }

  /** Of many values, one in so many is as round as the figure. */
  private double hits(ChanceModel.Counts counts) {
    return chance.hits(counts) / roundness;
  }

  List<Candidate> run() {
    SortedMap<BigDecimal, Edit> edits = edits();
    Cell cell = suspect.cell();
    tier(places.near().toList(), edits, Set.of(Transformation.DIGITS_SWAPPED));
    hits += hits(index.countsOfParts(cell));
    tier(places.parts(), edits, Set.of());
    swappedParts();
    tier(
        places.swappedYears().toList(),
        edits,
        Set.of(Transformation.DIGIT_DROPPED, Transformation.DIGIT_ADDED));
    List<Candidate> swaps = swapsOfUsualValues();
    double before = hits;
    List<Place> series = places.series();
    hits = before + hits(index.countsOfSameLength(cell));
    tier(
        series.stream().filter(place -> isSameLength(place.held())).toList(),
        edits,
        Set.of(Transformation.DIGIT_CHANGED));
    hits += hits(index.counts(cell)) - hits(index.countsOfSameLength(cell));
    tier(series, edits, Set.of());
    List<SpanSums.Sum> sums = index.sums().around(cell, suspect.own());
    sums(sums);
    hits += hits(index.countsOfSameDimensions(cell)) - hits(index.counts(cell));
    tier(places.otherMeasures(), edits, Set.of());
    if (suspect.usual() > 0) {
      nearSpans(sums);
    }
    // A number that stands somewhere comes before one that nobody prints.
    found.addAll(swaps);
    return List.copyOf(found);
  }

  /**
   * Two digits swapped in a number that nobody prints, but that lies within usual revisions of the
   * number that stands, so that it may have been a vintage.
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
        hits += hits((double) swapped);
        if (suspect.interval().contains((double) swapped)) {
          Edit edit =
              new Edit(
                  BigDecimal.valueOf(value),
                  Transformation.DIGITS_SWAPPED,
                  suspect.plausible().stream().map(Suspect.Plausible::figure).limit(1).toList());
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

  /**
   * The document prints the number that should stand here for another part, where nobody else
   * prints it: the two are swapped.
   */
  private void swappedParts() {
    List<Figure> siblings =
        index.siblings().of(suspect.figure()).stream().filter(this::isOtherPart).toList();
    hits += siblings.size() * suspect.plausible().size() * chance.density();
    double probability = ChanceModel.probability(hits);
    siblings.stream()
        .filter(this::isPlausibleHere)
        .filter(sibling -> !isHeldByOthers(sibling))
        .limit(1)
        .forEach(
            sibling ->
                add(
                    new Candidate(
                        Cause.WRONG_PART,
                        Transformation.OTHER_PART,
                        "the same document prints "
                            + sibling.printed()
                            + " for "
                            + sibling.cell().dimensions()
                            + ": two parts swapped",
                        List.of(sibling),
                        OptionalDouble.of(probability))));
  }

  private boolean isOtherPart(Figure sibling) {
    return Place.ofPart(suspect.cell(), sibling.cell())
        .filter(Transformation.OTHER_PART::equals)
        .isPresent();
  }

  private boolean isPlausibleHere(Figure sibling) {
    double value = sibling.amount().point().orElseThrow();
    return value != suspect.number()
        && suspect.plausible().stream().anyMatch(p -> p.value().doubleValue() == value);
  }

  private boolean isHeldByOthers(Figure sibling) {
    double value = sibling.amount().point().orElseThrow();
    return index
        .at(sibling.cell(), sibling.period())
        .anyMatch(
            held -> held.value() == value && !held.figure().document().equals(sibling.document()));
  }

  /** The numbers of spans that follow from others by adding and subtracting. */
  private void sums(List<SpanSums.Sum> sums) {
    reaches(sums, 0, "what others print makes ");
  }

  /** Within usual revisions of the number of another span, which may have been a vintage of it. */
  private void nearSpans(List<SpanSums.Sum> sums) {
    Map<Period, SpanSums.Sum> spans = new LinkedHashMap<>();
    index
        .spansFromOrTo(suspect.cell())
        .filter(held -> held.cell().basis().equals(suspect.cell().basis()))
        .filter(suspect::mayStem)
        .map(SpanSums.Sum::of)
        .forEach(sum -> spans.merge(sum.span(), sum, SpanSums.Sum::or));
    sums.forEach(sum -> spans.merge(sum.span(), sum, SpanSums.Sum::or));
    reaches(List.copyOf(spans.values()), suspect.usual(), "no further than usual revisions from ");
  }

  /** Spans whose numbers the figure may state, with the vintages that were never printed. */
  private void reaches(List<SpanSums.Sum> sums, double usual, String how) {
    for (SpanSums.Sum sum : sums) {
      Interval reach = sum.reach(usual);
      double middle = (reach.low() + reach.high()) / 2;
      hits += Math.max(hits(middle), chance.hits(middle) * reach.width() / grain);
    }
    double probability = ChanceModel.probability(hits);
    sums.stream()
        .filter(sum -> suspect.interval().intersects(sum.reach(usual)))
        .filter(sum -> !sum.reach(usual).contains(suspect.standing()))
        .min(Comparator.comparingDouble(sum -> sum.reach(usual).width()))
        .ifPresent(
            sum ->
                add(
                    new Candidate(
                        Cause.WRONG_SPAN,
                        Transformation.OVERLAPPING_SPAN,
                        how + text(sum) + " for " + sum.span().format(),
                        sum.evidence(),
                        OptionalDouble.of(probability))));
  }

  private static String text(SpanSums.Sum sum) {
    String low = Numbers.text(sum.reach().low());
    return sum.reach().width() == 0 ? low : low + " to " + Numbers.text(sum.reach().high());
  }

  private boolean isSameLength(HeldValue held) {
    return held.cell().period().length() == suspect.cell().period().length();
  }

  private void tier(
      List<Place> places, SortedMap<BigDecimal, Edit> edits, Set<Transformation> kinds) {
    for (Place place : places) {
      if (place.isBetween()) {
        double middle = (place.reach().low() + place.reach().high()) / 2;
        hits += chance.hits(middle) * place.reach().width() / grain;
      } else if (suspect.mayStem(place.held()) && seen.add(place.held().value())) {
        hits += hits(place.held().value());
      }
    }
    edits.forEach(
        (value, edit) -> {
          if (kinds.contains(edit.kind()) && seen.add(value.doubleValue())) {
            hits += hits(value.doubleValue());
          }
        });
    double probability = ChanceModel.probability(hits);
    places.stream()
        .filter(this::matches)
        .sorted(this::byRank)
        .limit(3)
        .forEach(place -> add(place.candidate(suspect.cell(), probability)));
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

  private boolean matches(Place place) {
    return suspect.interval().intersects(place.reach()) && suspect.mayStem(place.held());
  }

  private SortedMap<BigDecimal, Edit> edits() {
    SortedMap<BigDecimal, Edit> edits = new TreeMap<>();
    // Only a number that is printed digit by digit can have a wrong digit.
    if (!(suspect.figure().amount() instanceof Amount.Exact)) {
      return edits;
    }
    for (Suspect.Plausible plausible : suspect.plausible()) {
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

  private Candidate candidate(Edit edit, double probability) {
    return new Candidate(
        Cause.MISPRINT,
        edit.kind(),
        Numbers.text(edit.value().doubleValue()) + " with " + edit.kind().label(),
        edit.evidence(),
        OptionalDouble.of(probability));
  }

  /** A misprint of a value. */
  private record Edit(BigDecimal value, Transformation kind, List<Figure> evidence) {}
}
