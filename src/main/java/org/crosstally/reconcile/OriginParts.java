package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crosstally.consensus.Report;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Uncertainty;
import org.crosstally.reconcile.OriginCombination.Basis;
import org.crosstally.reconcile.OriginCombination.Part;

/** What each independent origin of a cell brings into a combined number, with its uncertainty. */
final class OriginParts {
  /** The two-sided 95 % quantile of the normal distribution. */
  private static final double NORMAL_QUANTILE = 1.959963984540054;

  private OriginParts() {}

  /** The accepted number of an origin with a stated uncertainty, or with one from elsewhere. */
  static Part of(Cell cell, OriginFinding finding) {
    Vintage accepted = finding.accepted();
    String number = Numbers.text(accepted.value());
    Optional<Figure> stated =
        accepted.printings().stream()
            .filter(f -> f.amount().uncertainty().rule() == Uncertainty.Rule.STATED)
            .filter(f -> f.amount().uncertainty().value().orElse(0) > 0)
            .reduce((earlier, later) -> later);
    if (stated.isPresent()) {
      double error = stated.get().amount().uncertainty().value().getAsDouble();
      return new Part(
          finding.origin(),
          Report.exact(accepted.value()).withVariance(error * error),
          Basis.STATED,
          number + " with the standard uncertainty " + Numbers.text(error) + " that it states",
          stated.stream().toList());
    }
    double grain = grain(accepted);
    double rounding = grain / Math.sqrt(12);
    String rounded = ", from rounding to " + Numbers.text(grain);
    Optional<RevisionHistory.Expected> expected =
        Combination.age(cell, accepted).stream()
            .boxed()
            .findFirst()
            .flatMap(age -> finding.expected(age));
    double revision =
        expected.map(e -> Math.max(-e.low(), e.high())).orElse(0.0)
            * Math.abs(accepted.value())
            / NORMAL_QUANTILE;
    double error = Math.hypot(rounding, revision);
    String why =
        expected
            .map(e -> rounded + " and from what became of " + e.figures() + " figures of its age")
            .orElse(rounded + "; too few past revisions are known to add theirs");
    return new Part(
        finding.origin(),
        Report.exact(accepted.value()).withVariance(error * error),
        expected.isPresent() ? Basis.ROUNDING_AND_REVISIONS : Basis.ROUNDING,
        number + " with the standard uncertainty " + Numbers.rounded(error, error) + why,
        accepted.printings());
  }

  /** The finest grain that a printing of the number suggests. */
  private static double grain(Vintage vintage) {
    return vintage.printings().stream()
        .map(Figure::amount)
        .filter(Amount.Exact.class::isInstance)
        .map(amount -> ((Amount.Exact) amount).asRounded().grain())
        .min(BigDecimal::compareTo)
        .orElseGet(() -> new Amount.Exact(BigDecimal.valueOf(vintage.value())).asRounded().grain())
        .doubleValue();
  }

  /**
   * The last set of possible numbers of each origin that names no number, as it stands. An origin
   * that one chain alone knows does not count beside one that is attested.
   */
  static List<Part> sets(List<Printing> printings, List<OriginFinding> findings) {
    Set<String> exact = new HashSet<>();
    findings.forEach(finding -> exact.add(finding.origin()));
    Map<String, List<Printing>> byOrigin = new TreeMap<>();
    for (Printing printing : OriginCell.attributed(printings)) {
      if (printing.value().isEmpty() && !exact.contains(printing.lineage().origin())) {
        byOrigin
            .computeIfAbsent(printing.lineage().origin(), key -> new ArrayList<>())
            .add(printing);
      }
    }
    boolean attested = findings.stream().anyMatch(OriginFinding::isAttested);
    List<List<Printing>> own =
        byOrigin.values().stream().filter(p -> Printing.attestation(p).attests()).toList();
    Stream<List<Printing>> counted =
        attested || !own.isEmpty() ? own.stream() : byOrigin.values().stream();
    return counted.map(p -> set(p.get(p.size() - 1))).toList();
  }

  private static Part set(Printing printing) {
    Figure figure = printing.figure();
    Interval interval = figure.amount().interval();
    return new Part(
        printing.lineage().origin(),
        new Report(interval.low(), interval.high(), 0),
        Basis.SET,
        "'" + figure.printed() + "', which counts as " + words(interval),
        List.of(figure));
  }

  private static String words(Interval interval) {
    if (Double.isInfinite(interval.low())) {
      return "anything up to " + Numbers.text(interval.high());
    }
    if (Double.isInfinite(interval.high())) {
      return "anything from " + Numbers.text(interval.low()) + " on";
    }
    return "anything from " + Numbers.text(interval.low()) + " to " + Numbers.text(interval.high());
  }

  /** The lowest number that a part names, if it is below a value. */
  static double lowest(List<Part> parts, double value) {
    return parts.stream()
        .mapToDouble(part -> part.report().low())
        .filter(Double::isFinite)
        .reduce(value, Math::min);
  }

  /** The highest number that a part names, if it is above a value. */
  static double highest(List<Part> parts, double value) {
    return parts.stream()
        .mapToDouble(part -> part.report().high())
        .filter(Double::isFinite)
        .reduce(value, Math::max);
  }
}
