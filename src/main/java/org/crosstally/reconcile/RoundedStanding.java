package org.crosstally.reconcile;

import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/** The accounts of figures where no exact number stands. */
final class RoundedStanding {
  private RoundedStanding() {}

  /** A bound or a range where no number stands. */
  static Account boundAlone(Printing printing) {
    String reason = "a bound or a range alone, which names no number";
    return Account.agreeing(printing.figure(), Role.OUT_OF_SCOPE, reason, List.of());
  }

  /** What a figure says where only a rounded one stands. */
  static Account against(Printing printing, Printing standing, double value) {
    Figure figure = printing.figure();
    if (printing.equals(standing)) {
      return Account.agreeing(figure, Role.COUNTED, "states the number that stands", List.of());
    }
    Amount amount = figure.amount();
    List<Figure> evidence = List.of(standing.figure());
    if (amount.interval().intersects(standing.figure().amount().interval())) {
      OptionalDouble point = amount.point();
      boolean differs = point.isPresent() && point.getAsDouble() != value;
      String reason = "the sets of possible values intersect";
      return differs
          ? Account.of(
              figure,
              Role.SUPPORTING,
              RoundedForms.candidate(Transformation.ROUNDED, reason, evidence))
          : Account.agreeing(figure, Role.SUPPORTING, reason, evidence);
    }
    boolean sameOrigin = printing.lineage().origin().equals(standing.lineage().origin());
    if (sameOrigin && standing.isAfter(printing)) {
      return Account.of(
          figure,
          Role.SUPERSEDED,
          Candidate.of(
              Cause.REVISION,
              Transformation.EARLIER_VINTAGE,
              "an earlier figure of the same origin",
              evidence));
    }
    return Account.of(
        figure,
        Role.SET_ASIDE,
        Candidate.of(
            Cause.UNEXPLAINED,
            Transformation.DEVIATION,
            "the sets of possible values do not meet",
            evidence));
  }
}
