package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/** What one origin says about one cell: who stands for each value, and the line of its vintages. */
final class OriginFinding {
  /** Where no history is long enough to tell what a usual revision is, this passes for far. */
  private static final double FAR = 0.02;

  /** Where it is unknown, relays contradict the origin's own documents from a tenth on only. */
  private static final double CONTRADICTION = 0.1;

  /** One zero at the end of a number is chance in one of ten; several suggest a grain. */
  private static final BigDecimal SEVERAL_ZEROS = BigDecimal.valueOf(100);

  private final OriginCell originCell;
  private final Background background;
  private final Map<BigDecimal, Vintage.Attestation> attestations = new TreeMap<>();
  private final VintageLine attestedLine;
  private final VintageLine line;

  OriginFinding(OriginCell originCell, Background background) {
    this.originCell = originCell;
    this.background = background;
    Map<BigDecimal, List<Printing>> byValue = originCell.byValue();
    byValue.forEach((value, printings) -> attestations.put(value, Printing.attestation(printings)));
    boolean attested = attestations.values().stream().anyMatch(Vintage.Attestation::attests);
    for (BigDecimal value : byValue.keySet()) {
      // A value of one chain does not stand beside an attested one, slip or not.
      boolean mayStand = !attested || attestation(value).attests();
      if (mayStand && background.slips().isSlip(originCell, value, this::usualOrFar)) {
        attestations.put(value, Vintage.Attestation.SLIP);
      }
    }
    byValue.forEach(
        (value, printings) -> {
          if (attestation(value) == Vintage.Attestation.DISJOINT_RELAYS
              && contradictsOwnDocuments(value, printings.get(0).figure())) {
            attestations.put(value, Vintage.Attestation.CONTRADICTED);
          }
        });
    this.attestedLine = lineOf(attestedValues());
    this.line = lineOf(this::belongsToLine);
  }

  /**
   * Whether the origin's own documents print values for the cell that are no slips, all of them far
   * from this one.
   */
  private boolean contradictsOwnDocuments(BigDecimal value, Figure figure) {
    List<BigDecimal> own =
        originCell.printings().stream()
            .filter(Printing::isOwn)
            .flatMap(printing -> printing.value().stream())
            .filter(printed -> attestation(printed) != Vintage.Attestation.SLIP)
            .toList();
    double usual = usualSize(figure).orElse(CONTRADICTION);
    double number = value.doubleValue();
    return own.stream().mapToDouble(BigDecimal::doubleValue).anyMatch(o -> isRoundedForm(value, o))
        || (!own.isEmpty()
            && own.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .allMatch(o -> Math.abs(number - o) > usual * Math.abs(o)));
  }

  /** Whether a number that ends in several zeros is another one, rounded. */
  private static boolean isRoundedForm(BigDecimal value, double other) {
    Amount.Rounded rounded = new Amount.Exact(value).asRounded();
    boolean severalZeros = rounded.grain().compareTo(SEVERAL_ZEROS) >= 0;
    return severalZeros && value.doubleValue() != other && rounded.interval().contains(other);
  }

  /** The usual relative size of revisions; where it is unknown, what passes for far. */
  double usualOrFar(Figure figure) {
    return usualSize(figure).orElse(FAR);
  }

  /** How many chains print a value in the cell. */
  int authority(BigDecimal value) {
    return originCell.authority(value);
  }

  /**
   * The values that somebody may have misprinted: those of the vintages, the accepted one first,
   * and those that several relays print against the origin's own documents.
   */
  List<Suspect.Plausible> plausible() {
    List<Suspect.Plausible> plausible = new ArrayList<>();
    plausible.add(plausible(accepted()));
    line.vintages().stream()
        .filter(vintage -> vintage.value() != accepted().value())
        .forEach(vintage -> plausible.add(plausible(vintage)));
    originCell
        .byValue()
        .forEach(
            (value, printings) -> {
              if (attestation(value) == Vintage.Attestation.CONTRADICTED) {
                plausible.add(new Suspect.Plausible(value, printings.get(0).figure()));
              }
            });
    return plausible;
  }

  private static Suspect.Plausible plausible(Vintage vintage) {
    BigDecimal value = BigDecimal.valueOf(vintage.value()).stripTrailingZeros();
    return new Suspect.Plausible(value, vintage.printings().get(0));
  }

  private Predicate<BigDecimal> attestedValues() {
    if (attestations.values().stream().anyMatch(Vintage.Attestation::attests)) {
      return value -> attestation(value).attests();
    }
    boolean onlySlips = attestations.values().stream().allMatch(Vintage.Attestation.SLIP::equals);
    return value -> onlySlips || attestation(value) != Vintage.Attestation.SLIP;
  }

  /**
   * A value of one chain is one of the vintages if it is no larger a step than the origin's usual
   * revisions; where these are unknown, if it is not far.
   */
  private boolean belongsToLine(BigDecimal value) {
    Vintage accepted = attestedLine.accepted();
    if (attestation(value).attests() || value.doubleValue() == accepted.value()) {
      return true;
    }
    boolean roundedForm = new Amount.Exact(value).asRounded().interval().contains(accepted.value());
    return attestation(value) == Vintage.Attestation.ONE_CHAIN
        && !roundedForm
        && originCell.printings().stream()
            .filter(p -> p.value().orElseThrow().compareTo(value) == 0)
            .anyMatch(
                p ->
                    Math.abs(value.doubleValue() - accepted.value())
                        <= usualOrFar(p.figure()) * Math.abs(accepted.value()));
  }

  private VintageLine lineOf(Predicate<BigDecimal> values) {
    List<Printing> printings =
        originCell.printings().stream().filter(p -> values.test(p.value().orElseThrow())).toList();
    return VintageLine.of(originCell.origin(), printings, attestations);
  }

  private OptionalDouble usualSize(Figure figure) {
    long age = figure.published().map(date -> Background.age(originCell.cell(), date)).orElse(0L);
    return background.usualSize(originCell.origin(), originCell.cell(), age);
  }

  /**
   * Whether a number differs from the accepted one by no more than a usual revision of figures of
   * that age.
   */
  boolean isUsual(double value, Figure figure) {
    double accepted = accepted().value();
    OptionalDouble usual = usualSize(figure);
    return usual.isPresent()
        && Math.abs(value - accepted) <= usual.getAsDouble() * Math.abs(accepted);
  }

  /** Whether the history is long enough to tell what a usual revision is. */
  boolean knowsUsualSize(Figure figure) {
    return usualSize(figure).isPresent();
  }

  Vintage.Attestation attestation(BigDecimal value) {
    return attestations.getOrDefault(value, Vintage.Attestation.ONE_CHAIN);
  }

  String origin() {
    return originCell.origin();
  }

  /** The revisions to expect of a figure of some age. */
  Optional<RevisionHistory.Expected> expected(long age) {
    return background.expected(originCell.origin(), originCell.cell(), age);
  }

  /** The vintages that are attested; those of one chain where none is. */
  VintageLine attestedLine() {
    return attestedLine;
  }

  /** The attested vintages, and between them those of one chain that pass for usual revisions. */
  VintageLine line() {
    return line;
  }

  Vintage accepted() {
    return attestedLine.accepted();
  }

  /** Whether the origin prints nothing for the cell that is no slip. */
  boolean isSlip() {
    return accepted().attestation() == Vintage.Attestation.SLIP;
  }

  boolean isAttested() {
    return accepted().attestation().attests();
  }
}
