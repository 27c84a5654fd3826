package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/** The accounts of figures where no exact number stands. */
final class RoundedStanding {
  private RoundedStanding() {}

  /** A set of possible numbers where none stands. */
  static Account boundAlone(Printing printing) {
    String reason =
        printing.figure().amount().point().isPresent()
            ? "a rounded number, of which nothing says that it is nearer than what contradicts it"
            : "a bound or a range alone, which names no number";
    return Account.agreeing(printing.figure(), Role.OUT_OF_SCOPE, reason, List.of());
  }

  /** A set of possible numbers that went into the number that stands. */
  static Account counted(Figure figure, double value) {
    return figure.amount().interval().contains(value)
        ? Account.agreeing(
            figure, Role.COUNTED, "counts as the set of numbers that it allows", List.of())
        : Account.of(
            figure,
            Role.COUNTED,
            Candidate.of(
                Cause.UNEXPLAINED,
                Transformation.DEVIATION,
                "counts as the set of numbers that it allows; the origins disagree",
                List.of()));
  }

  /** What a figure says where a number was made of the sets that others allow. */
  static Account beside(Printing printing, List<Printing> counted, double value) {
    Figure figure = printing.figure();
    if (counted.contains(printing)) {
      return counted(figure, value);
    }
    List<Figure> evidence = List.of(counted.get(0).figure());
    if (figure.amount().interval().contains(value)) {
      return Account.agreeing(figure, Role.SUPPORTING, "allows the number", evidence);
    }
    Optional<Printing> later =
        counted.stream()
            .filter(c -> c.lineage().origin().equals(printing.lineage().origin()))
            .filter(c -> c.isAfter(printing))
            .findFirst();
    return later
        .map(
            c ->
                Account.of(
                    figure,
                    Role.SUPERSEDED,
                    Candidate.of(
                        Cause.REVISION,
                        Transformation.EARLIER_VINTAGE,
                        "an earlier figure of the same origin",
                        List.of(c.figure()))))
        .orElseGet(
            () ->
                Account.of(
                    figure,
                    Role.SET_ASIDE,
                    Candidate.of(
                        Cause.UNEXPLAINED,
                        Transformation.DEVIATION,
                        "does not allow the number",
                        evidence)));
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
