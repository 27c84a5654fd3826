package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/**
 * Finds the part that each figure of a cell plays, and why it differs from the number that stands.
 */
final class CauseFinder {
  private final List<OriginFinding> deciding;
  private final double standing;

  /**
   * Prepares for one cell.
   *
   * @param deciding the origins that the number rests on, at least one
   * @param standing the number that stands
   */
  CauseFinder(List<OriginFinding> deciding, double standing) {
    this.deciding = deciding;
    this.standing = standing;
  }

  Account account(Printing printing) {
    OriginFinding finding = compared(printing);
    return agreeing(printing, finding)
        .or(() -> rounded(printing, finding))
        .or(() -> vintage(printing, finding))
        .or(() -> near(printing, finding))
        .orElseGet(() -> unexplained(printing, finding));
  }

  /**
   * The origin to compare with: the figure's own if it decides, else one that has its value, else
   * the first.
   */
  private OriginFinding compared(Printing printing) {
    Optional<OriginFinding> own =
        deciding.stream()
            .filter(f -> printing.lineage().directness() != Lineage.Directness.UNATTRIBUTED)
            .filter(f -> f.origin().equals(printing.lineage().origin()))
            .findFirst();
    return own.or(() -> deciding.stream().filter(f -> holds(f, printing)).findFirst())
        .orElse(deciding.get(0));
  }

  private static boolean holds(OriginFinding finding, Printing printing) {
    return printing.value().isPresent() && indexOf(finding, printing.value().get()).isPresent();
  }

  private Optional<Account> agreeing(Printing printing, OriginFinding finding) {
    Vintage accepted = finding.accepted();
    boolean same =
        printing.value().isPresent() && printing.value().get().doubleValue() == accepted.value();
    if (!same) {
      return Optional.empty();
    }
    Optional<Cause> cause =
        accepted.value() == standing ? Optional.empty() : Optional.of(Cause.UNEXPLAINED);
    boolean own = accepted.attestation() == Vintage.Attestation.OWN_DOCUMENT;
    boolean relayed = printing.lineage().origin().equals(finding.origin());
    boolean counted =
        own ? printing.isOwn() : relayed && accepted.printings().contains(printing.figure());
    if (counted) {
      String reason = cause.isEmpty() ? "states the number that stands" : "the origins disagree";
      return Optional.of(account(printing, Role.COUNTED, cause, reason, List.of()));
    }
    String reason =
        printing.lineage().directness() == Lineage.Directness.UNATTRIBUTED
            ? "the same number, without saying who counted"
            : relayed ? "relays the number that stands" : "another origin with the same number";
    return Optional.of(account(printing, Role.SUPPORTING, cause, reason, first(accepted)));
  }

  private Optional<Account> rounded(Printing printing, OriginFinding finding) {
    Vintage accepted = finding.accepted();
    Amount amount = printing.figure().amount();
    if (!(amount instanceof Amount.Exact exact)) {
      if (!amount.interval().contains(accepted.value())) {
        return Optional.empty();
      }
      OptionalDouble point = amount.point();
      boolean differs = point.isPresent() && point.getAsDouble() != standing;
      return Optional.of(
          account(
              printing,
              Role.SUPPORTING,
              differs ? Optional.of(Cause.ROUNDING) : Optional.empty(),
              "'" + printing.figure().printed() + "' allows " + Numbers.text(accepted.value()),
              first(accepted)));
    }
    if (finding.attestation(exact.value().stripTrailingZeros()).attests()) {
      return Optional.empty();
    }
    return roundedForm(exact, accepted.value())
        .map(
            reason ->
                account(
                    printing,
                    Role.SUPPORTING,
                    Optional.of(Cause.ROUNDING),
                    reason,
                    first(accepted)));
  }

  /** How an exact-looking number may be a rounded or cut form of another; empty where it is not. */
  private static Optional<String> roundedForm(Amount.Exact exact, double accepted) {
    Amount.Rounded rounded = exact.asRounded();
    String grain = Numbers.text(rounded.grain().doubleValue());
    if (rounded.interval().contains(accepted)) {
      return Optional.of(
          Numbers.text(accepted) + " rounded to the grain " + grain + " of the printed digits");
    }
    int decimals = exact.value().scale();
    boolean cut =
        decimals > 0
            && BigDecimal.valueOf(accepted)
                    .setScale(decimals, RoundingMode.DOWN)
                    .compareTo(exact.value())
                == 0;
    return cut
        ? Optional.of(Numbers.text(accepted) + " cut after " + decimals + " decimals")
        : Optional.empty();
  }

  /** A figure that states an earlier vintage, or a later one that is not attested. */
  private Optional<Account> vintage(Printing printing, OriginFinding finding) {
    List<Vintage> vintages = finding.line().vintages();
    Optional<Integer> index =
        printing.value().isPresent()
            ? indexOf(finding, printing.value().get(), printing.figure())
            : compatible(vintages, finding, printing.figure().amount().interval());
    if (index.isEmpty()) {
      return Optional.empty();
    }
    Vintage vintage = vintages.get(index.get());
    boolean unattested = !vintage.attestation().attests() && finding.isAttested();
    if (unattested && index.get() > 0) {
      return Optional.of(unattested(printing, finding));
    }
    Optional<Vintage> next = finding.line().after(index.get());
    String what = Numbers.text(vintage.value()) + " was superseded by ";
    if (next.isEmpty()) {
      return Optional.empty();
    }
    boolean stale = isOutBefore(next.get(), printing);
    String when = what + Numbers.text(next.get().value()) + ", out by " + out(next.get());
    return Optional.of(
        stale
            ? account(
                printing,
                Role.SET_ASIDE,
                Optional.of(Cause.STALE),
                when + ", before this was printed",
                first(next.get()))
            : account(
                printing, Role.SUPERSEDED, Optional.of(Cause.REVISION), when, first(next.get())));
  }

  /** The latest earlier vintage that the words allow. */
  private static Optional<Integer> compatible(
      List<Vintage> vintages, OriginFinding finding, Interval interval) {
    for (int i = vintages.size() - 1; i >= 0; i--) {
      Vintage vintage = vintages.get(i);
      if (vintage.value() != finding.accepted().value() && interval.contains(vintage.value())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> indexOf(OriginFinding finding, BigDecimal value) {
    List<Vintage> vintages = finding.line().vintages();
    for (int i = vintages.size() - 1; i >= 0; i--) {
      if (vintages.get(i).value() == value.doubleValue()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The vintage that holds this very figure, else the last one of the same value. */
  private static Optional<Integer> indexOf(OriginFinding finding, BigDecimal value, Figure figure) {
    List<Vintage> vintages = finding.line().vintages();
    for (int i = 0; i < vintages.size(); i++) {
      if (vintages.get(i).printings().contains(figure)) {
        return Optional.of(i);
      }
    }
    return indexOf(finding, value);
  }

  /** A figure near the accepted number that no vintage explains. */
  private Optional<Account> near(Printing printing, OriginFinding finding) {
    double number = nearest(printing.figure().amount(), finding.accepted().value());
    if (!finding.isUsual(number, printing.figure())) {
      return Optional.empty();
    }
    boolean before = !isOutBefore(finding.accepted(), printing);
    boolean approximate = printing.value().isEmpty();
    if (before && approximate && printing.lineage().origin().equals(finding.origin())) {
      return Optional.of(
          account(
              printing,
              Role.SUPERSEDED,
              Optional.of(Cause.REVISION),
              "an approximate figure, printed before "
                  + Numbers.text(finding.accepted().value())
                  + " was out by "
                  + out(finding.accepted()),
              first(finding.accepted())));
    }
    return Optional.of(unattested(printing, finding));
  }

  private static Account unattested(Printing printing, OriginFinding finding) {
    return account(
        printing,
        Role.SET_ASIDE,
        Optional.of(Cause.UNATTESTED),
        "one chain alone prints it, and it is no further from "
            + Numbers.text(finding.accepted().value())
            + " than usual revisions",
        first(finding.accepted()));
  }

  private Account unexplained(Printing printing, OriginFinding finding) {
    String reason =
        "no rounding and no vintage gives it"
            + (finding.knowsUsualSize(printing.figure())
                ? ", and it is further from "
                    + Numbers.text(finding.accepted().value())
                    + " than usual revisions"
                : "; too few past revisions are known to judge its distance");
    return account(
        printing,
        Role.SET_ASIDE,
        Optional.of(Cause.UNEXPLAINED),
        reason,
        first(finding.accepted()));
  }

  /** A bound or a range where no number stands. */
  static Account boundAlone(Printing printing) {
    String reason = "a bound or a range alone, which names no number";
    return account(printing, Role.OUT_OF_SCOPE, Optional.empty(), reason, List.of());
  }

  /** What a figure says where only a rounded one stands. */
  static Account againstRounded(Printing printing, Printing standing, double value) {
    if (printing.equals(standing)) {
      return account(
          printing, Role.COUNTED, Optional.empty(), "states the number that stands", List.of());
    }
    Amount amount = printing.figure().amount();
    List<Figure> evidence = List.of(standing.figure());
    if (amount.interval().intersects(standing.figure().amount().interval())) {
      OptionalDouble point = amount.point();
      boolean differs = point.isPresent() && point.getAsDouble() != value;
      return account(
          printing,
          Role.SUPPORTING,
          differs ? Optional.of(Cause.ROUNDING) : Optional.empty(),
          "the sets of possible values intersect",
          evidence);
    }
    boolean sameOrigin = printing.lineage().origin().equals(standing.lineage().origin());
    if (sameOrigin && standing.isAfter(printing)) {
      return account(
          printing,
          Role.SUPERSEDED,
          Optional.of(Cause.REVISION),
          "an earlier figure of the same origin",
          evidence);
    }
    return account(
        printing,
        Role.SET_ASIDE,
        Optional.of(Cause.UNEXPLAINED),
        "the sets of possible values do not meet",
        evidence);
  }

  /** Whether a vintage was out, for certain, before a figure was printed. */
  private static boolean isOutBefore(Vintage vintage, Printing printing) {
    return printing.isDated()
        && vintage.printings().stream()
            .flatMap(figure -> figure.published().stream())
            .anyMatch(date -> printing.date().isAfter(date));
  }

  private static String out(Vintage vintage) {
    return vintage.printings().stream()
        .flatMap(figure -> figure.published().stream())
        .min(Comparator.comparing(date -> date.end()))
        .map(Object::toString)
        .orElse("an unknown date");
  }

  private static List<Figure> first(Vintage vintage) {
    return List.of(vintage.printings().get(0));
  }

  /**
   * The number that an amount names; the end of its interval that lies nearest to another number
   * where it names none.
   */
  static double nearest(Amount amount, double other) {
    if (amount.point().isPresent()) {
      return amount.point().getAsDouble();
    }
    Interval interval = amount.interval();
    return Math.max(interval.low(), Math.min(interval.high(), other));
  }

  private static Account account(
      Printing printing, Role role, Optional<Cause> cause, String reason, List<Figure> evidence) {
    return new Account(printing.figure(), role, cause, reason, evidence);
  }
}
