package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.DerivedValues.Derived;
import org.crosstally.reconcile.DerivedValues.Place;

/**
 * Checks shares, changes and mean rates against the counts of the whole table. They say nothing of
 * a level alone; but the accepted counts say what they should be.
 */
final class DerivedFinder {
  /** The relative size of a revision of a count that passes for usual where none is known. */
  private static final double UNKNOWN_REVISION = 0.01;

  private final Background background;
  private final ValueIndex index;

  DerivedFinder(Background background, ValueIndex index) {
    this.background = background;
    this.index = index;
  }

  /**
   * The account of a figure in a derived unit.
   *
   * @param figure the figure
   * @param reason what is said of it where the counts say nothing
   */
  Account account(Figure figure, String reason) {
    Optional<Check> check = check(figure);
    return check
        .map(Check::account)
        .orElseGet(() -> Account.agreeing(figure, Role.OUT_OF_SCOPE, reason, List.of()));
  }

  private Optional<Check> check(Figure figure) {
    if (!DerivedValues.isDerived(figure.unit()) || figure.status() == Status.FORECAST) {
      return Optional.empty();
    }
    DerivedValues values = new DerivedValues(index, figure.unit());
    List<Derived> own =
        values.of(figure.cell()).stream()
            .filter(d -> d.figures().stream().noneMatch(figure::equals))
            .sorted(Comparator.comparing((Derived d) -> !d.latest()))
            .toList();
    // A figure agrees with the counts that stand, or with those that were out when it was printed.
    List<Derived> likely = own.stream().filter(d -> d.latest() || isOutBefore(d, figure)).toList();
    return likely.isEmpty() ? Optional.empty() : Optional.of(new Check(figure, values, likely));
  }

  /** Whether all counts may have been out when a figure was printed. */
  private static boolean isOutBefore(Derived derived, Figure figure) {
    return figure.published().isEmpty()
        || derived.figures().stream()
            .flatMap(count -> count.published().stream())
            .noneMatch(date -> date.isAfter(figure.published().get()));
  }

  /** One figure against what the counts give. */
  private final class Check {
    private final Figure figure;
    private final DerivedValues values;
    private final List<Derived> own;
    private final Interval rounded;
    private final Interval cut;
    private final double grain;

    Check(Figure figure, DerivedValues values, List<Derived> own) {
      this.figure = figure;
      this.values = values;
      this.own = own;
      Amount amount = figure.amount();
      if (amount instanceof Amount.Exact exact) {
        BigDecimal digit = BigDecimal.ONE.movePointLeft(exact.value().scale());
        double half = digit.doubleValue() / 2;
        double number = exact.value().doubleValue();
        this.grain = digit.doubleValue();
        this.rounded = Interval.closed(number - half, number + half);
        this.cut =
            number >= 0
                ? Interval.closed(number, number + grain)
                : Interval.closed(number - grain, number);
      } else {
        this.rounded = amount.interval();
        this.cut = rounded;
        this.grain = rounded.width();
      }
    }

    Account account() {
      return agreeing().orElseGet(this::differing);
    }

    private Optional<Account> agreeing() {
      return own.stream()
          .filter(derived -> rounded.contains(derived.value()))
          .findFirst()
          .or(() -> own.stream().filter(derived -> cut.contains(derived.value())).findFirst())
          .map(this::agreeing);
    }

    private Account agreeing(Derived derived) {
      String number = derived.counts() + " give " + Numbers.text(shown(derived.value()));
      if (!derived.latest()) {
        return account(
            own.get(0),
            Candidate.of(
                Cause.REVISION,
                Transformation.EARLIER_VINTAGE,
                number + ", before the counts were revised",
                derived.figures()),
            List.of());
      }
      boolean isCut = !rounded.contains(derived.value());
      return account(
          derived,
          Candidate.of(
              Cause.ROUNDING,
              isCut ? Transformation.CUT : Transformation.ROUNDED,
              number + (isCut ? ", cut" : ""),
              derived.figures()),
          List.of());
    }

    private Account differing() {
      Derived nearest = own.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
      List<Candidate> candidates = candidates(nearest);
      boolean broken =
          background.checks().checksOf(figure).stream().anyMatch(DocumentCheck::isBroken);
      Optional<Candidate> likely =
          candidates.stream()
              .filter(c -> c.probabilityByChance().orElse(1) <= SlipFinder.CHANCE)
              .findFirst();
      if (likely.isPresent()) {
        return account(
            own.get(0),
            likely.get(),
            candidates.stream().filter(c -> !c.equals(likely.get())).toList());
      }
      String reason = nearest.counts() + " give " + Numbers.text(shown(nearest.value()));
      boolean near = distance(nearest) <= usual(nearest);
      Cause cause = near && !broken ? Cause.UNATTESTED : Cause.UNEXPLAINED;
      String judgement =
          near && !broken
              ? reason + "; counts that differ as usual revisions do would give it"
              : reason + ", and no vintage and no other cell gives it";
      return account(
          own.get(0),
          Candidate.of(cause, Transformation.DEVIATION, judgement, nearest.figures()),
          candidates);
    }

    private double distance(Derived derived) {
      return Math.abs(CauseFinder.nearest(figure.amount(), derived.value()) - derived.value());
    }

    /** How far counts that are revised as usual move a quotient. */
    private double usual(Derived derived) {
      double quotient =
          derived.figures().size() > 1 && !isShare()
              ? 100 + derived.value()
              : Math.abs(derived.value());
      boolean sameDocument = derived.figures().stream().allMatch(f -> isInDocumentOf(figure, f));
      return sameDocument ? grain / 2 : quotient * usualRevision(derived) + grain / 2;
    }

    private double usualRevision(Derived derived) {
      double sum = 0;
      for (Figure count : derived.figures()) {
        long age = count.published().map(d -> Background.age(count.cell(), d)).orElse(0L);
        String origin = count.origin().orElse(count.source());
        sum += background.usualSize(origin, count.cell(), age).orElse(UNKNOWN_REVISION);
      }
      return sum;
    }

    private boolean isShare() {
      return figure.unit() instanceof org.crosstally.figure.Unit.ShareOfTotal;
    }

    private List<Candidate> candidates(Derived nearest) {
      Optional<ChanceModel> model =
          ChanceModel.of(
              nearest.value(),
              usual(nearest),
              CauseFinder.nearest(figure.amount(), nearest.value()),
              grain);
      if (model.isEmpty() || !Double.isFinite(grain)) {
        return List.of();
      }
      Set<Place> places = new LinkedHashSet<>();
      values
          .elsewhere(figure.cell())
          .filter(place -> place.derived().figures().stream().allMatch(this::wasKnown))
          .forEach(places::add);
      double hits = places.stream().mapToDouble(p -> model.get().hits(p.derived().value())).sum();
      List<Candidate> candidates = new ArrayList<>();
      for (Place place : places) {
        if (place.derived().isAllowedBy(rounded, cut)) {
          candidates.add(candidate(place, ChanceModel.probability(hits)));
        }
      }
      return candidates;
    }

    private boolean wasKnown(Figure other) {
      return other.period().isOpen()
          || figure.published().isEmpty()
          || !other.period().start().isAfter(figure.published().get().end());
    }

    private Candidate candidate(Place place, double probability) {
      Derived derived = place.derived();
      return new Candidate(
          cause(place.transformation()),
          place.transformation(),
          derived.counts()
              + " give "
              + Numbers.text(shown(derived.value()))
              + ": "
              + place.transformation().label(),
          derived.figures(),
          OptionalDouble.of(probability));
    }

    private Account account(Derived expected, Candidate candidate, List<Candidate> runnersUp) {
      return Account.outOfScope(figure, candidate, runnersUp, shown(expected.value()));
    }
  }

  private static boolean isInDocumentOf(Figure figure, Figure other) {
    return figure.document().isPresent()
        && figure.document().equals(other.document())
        && figure.source().equals(other.source());
  }

  private static Cause cause(Transformation transformation) {
    return switch (transformation) {
      case OVERLAPPING_SPAN -> Cause.WRONG_SPAN;
      case OTHER_MEASURE -> Cause.WRONG_PART;
      default -> Cause.PERIOD_SLIP;
    };
  }

  /** A quotient with the digits that a reader wants. */
  private static double shown(double value) {
    return BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_EVEN).doubleValue();
  }
}
