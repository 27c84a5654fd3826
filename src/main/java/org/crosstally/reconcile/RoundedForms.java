package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/** How a figure may be a rounded or cut form of another number. */
final class RoundedForms {
  private RoundedForms() {}

  /**
   * How an exact-looking number may be a rounded or cut form of another.
   *
   * @param exact the number
   * @param accepted the other
   * @param evidence the figures that print the other
   * @return the finding; empty where it is no form of it
   */
  static Optional<Candidate> of(Amount.Exact exact, double accepted, List<Figure> evidence) {
    Amount.Rounded rounded = exact.asRounded();
    if (rounded.interval().contains(accepted)) {
      String reason =
          Numbers.text(accepted)
              + " rounded to the grain "
              + Numbers.text(rounded.grain().doubleValue())
              + " of the printed digits";
      return Optional.of(candidate(Transformation.ROUNDED, reason, evidence));
    }
    int decimals = exact.value().scale();
    boolean cut =
        decimals > 0
            && BigDecimal.valueOf(accepted)
                    .setScale(decimals, RoundingMode.DOWN)
                    .compareTo(exact.value())
                == 0;
    return cut
        ? Optional.of(
            candidate(
                Transformation.CUT,
                Numbers.text(accepted) + " cut after " + decimals + " decimals",
                evidence))
        : Optional.empty();
  }

  /** The finding that a figure states another number in a rounded form. */
  static Candidate candidate(Transformation transformation, String reason, List<Figure> evidence) {
    return Candidate.of(Cause.ROUNDING, transformation, reason, evidence);
  }
}
