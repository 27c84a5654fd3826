package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Unit;

/**
 * Some whole number of the cases gives the printed share.
 *
 * @param share the share, printed as a plain number
 * @param total the number of cases, printed as a plain whole number
 */
record GranularityClaim(Figure share, Figure total) implements Claim {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The claims about the shares of a document whose number of cases is printed. */
  static void find(PrintedDocument document, TableKnowledge knowledge, Consumer<Claim> found) {
    for (Slot share : document.slots()) {
      if (share.unit() instanceof Unit.ShareOfTotal) {
        for (Cell cell : knowledge.shareBases().totals(share.cell())) {
          for (Slot total : document.counts(cell)) {
            of(share.figures().get(0), total.figures().get(0)).ifPresent(found);
          }
        }
      }
    }
  }

  /** The claim; empty where it cannot fail or the numbers are not plain. */
  static Optional<GranularityClaim> of(Figure share, Figure total) {
    return test(share, total)
        .filter(test -> test.probabilityOfInconsistency() > 0)
        .map(test -> new GranularityClaim(share, total));
  }

  private static Optional<Granularity> test(Figure share, Figure total) {
    if (share.amount() instanceof Amount.Exact printed
        && printed.value().signum() >= 0
        && printed.value().compareTo(HUNDRED) <= 0
        && cases(total) > 0) {
      return Optional.of(
          Granularity.test(printed.value(), cases(total), Granularity.Scale.PERCENT));
    }
    return Optional.empty();
  }

  /** The number of cases; zero where no plain whole number is printed. */
  private static long cases(Figure total) {
    if (total.amount() instanceof Amount.Exact exact) {
      BigDecimal value = exact.value().stripTrailingZeros();
      if (value.scale() <= 0 && value.signum() > 0 && value.precision() - value.scale() <= 18) {
        return value.longValueExact();
      }
    }
    return 0;
  }

  @Override
  public Identity identity() {
    return Identity.GRANULARITY;
  }

  @Override
  public List<Figure> figures() {
    return List.of(share, total);
  }

  @Override
  public Finding evaluate(List<Reading> readings) {
    Granularity test = test(share, total).orElseThrow();
    DocumentCheck.Verdict verdict =
        switch (test.consistency()) {
          case CONSISTENT -> DocumentCheck.Verdict.HOLDS;
          case CONSISTENT_IF_CUT -> DocumentCheck.Verdict.HOLDS_IF_CUT;
          case INCONSISTENT -> DocumentCheck.Verdict.BROKEN;
        };
    if (verdict == DocumentCheck.Verdict.BROKEN
        && readings.contains(Reading.ROUNDED)
        && rounds(total)) {
      verdict = DocumentCheck.Verdict.HOLDS_IF_ROUNDED;
    }
    double printed = share.amount().point().orElseThrow();
    double below = 100 * test.countBelow().doubleValue() / cases(total);
    double above = 100 * test.countAbove().doubleValue() / cases(total);
    double nearest = printed - below <= above - printed ? below : above;
    return new Finding(verdict, Reading.AS_PRINTED.of(share), Interval.point(nearest));
  }

  /** Whether the number of cases may be a rounded one; then it says nothing of the grain. */
  private static boolean rounds(Figure total) {
    return Reading.ROUNDED.of(total).width() > 0;
  }

  @Override
  public boolean holdsWith(Figure replaced, Figure replacement) {
    Optional<Granularity> test =
        replaced.equals(share) ? test(replacement, total) : test(share, replacement);
    return test.filter(t -> t.consistency() != Granularity.Consistency.INCONSISTENT).isPresent();
  }
}
