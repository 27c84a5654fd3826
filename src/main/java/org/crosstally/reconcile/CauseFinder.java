package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/**
 * Finds the part that each figure of a cell plays, and why it differs from the number that stands.
 */
final class CauseFinder {
  private final Cell cell;
  private final List<OriginFinding> deciding;
  private final double standing;
  private final SlipFinder slips;
  private final DocumentChecks checks;

  /**
   * Prepares for one cell.
   *
   * @param cell the cell
   * @param deciding the origins that the number rests on, at least one
   * @param standing the number that stands
   * @param background what the other cells tell
   */
  CauseFinder(Cell cell, List<OriginFinding> deciding, double standing, Background background) {
    this.cell = cell;
    this.deciding = deciding;
    this.standing = standing;
    this.slips = background.slips().finder();
    this.checks = background.checks();
  }

  Account account(Printing printing) {
    OriginFinding finding = compared(printing);
    return agreeing(printing, finding)
        .or(() -> contradicted(printing, finding))
        .or(() -> rounded(printing, finding))
        .or(() -> interrupting(printing, finding))
        .or(() -> vintage(printing, finding))
        .orElseGet(() -> weighed(printing, finding));
  }

  /**
   * A figure that breaks an identity in its own document, which holds with what others print for
   * its cell, is wrong whatever its distance; the most likely slip that gives it is the cause.
   */
  private Optional<Account> contradicted(Printing printing, OriginFinding finding) {
    boolean attested = printing.value().filter(v -> finding.attestation(v).attests()).isPresent();
    Optional<DocumentCheck> check = attested ? Optional.empty() : checks.suspect(printing.figure());
    if (check.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> candidates = slips.find(suspect(printing, finding, 0));
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Candidate best = candidates.get(0);
    Set<Figure> evidence = new LinkedHashSet<>(best.evidence());
    evidence.addAll(check.get().evidence());
    Candidate proven =
        new Candidate(
            best.cause(),
            best.transformation(),
            best.reason() + "; " + check.get().reason(),
            List.copyOf(evidence),
            best.probabilityByChance());
    return Optional.of(
        Account.of(printing.figure(), Role.SET_ASIDE, proven, without(candidates, best)));
  }

  /**
   * One chain alone prints a number while the accepted one was out before and is printed again
   * after: it is no vintage, however near it is, so that the usual size of revisions does not
   * excuse it.
   */
  private Optional<Account> interrupting(Printing printing, OriginFinding finding) {
    boolean alone = printing.value().filter(v -> !finding.attestation(v).attests()).isPresent();
    return alone && isBetweenPrintings(finding.accepted(), printing)
        ? slip(printing, candidates(printing, suspect(printing, finding, 0)))
        : Optional.empty();
  }

  /** No identity, rounding or vintage gives the figure: a slip, a usual distance, or a conflict. */
  private Account weighed(Printing printing, OriginFinding finding) {
    Suspect suspect = suspect(printing, finding, finding.usualOrFar(printing.figure()));
    List<Candidate> candidates = candidates(printing, suspect);
    return slip(printing, candidates)
        .or(() -> near(printing, finding))
        // Nothing else explains it, so that it need not be further than usual revisions.
        .or(() -> slip(printing, candidates(printing, suspect(printing, finding, 0))))
        .orElseGet(
            () ->
                Account.of(
                    printing.figure(), Role.SET_ASIDE, unexplained(printing, finding), candidates));
  }

  /** The slips that give a figure, most likely first; no misprint of a number that adds up. */
  private List<Candidate> candidates(Printing printing, Suspect suspect) {
    boolean confirmed = checks.isConfirmed(printing.figure());
    return Stream.concat(slips.find(suspect).stream(), slips.findWithinUsual(suspect).stream())
        .distinct()
        .filter(c -> !(confirmed && c.cause() == Cause.MISPRINT))
        .toList();
  }

  private static Optional<Account> slip(Printing printing, List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.probabilityByChance().orElse(1) <= SlipFinder.CHANCE)
        .findFirst()
        .map(
            best -> Account.of(printing.figure(), Role.SET_ASIDE, best, without(candidates, best)));
  }

  private static List<Candidate> without(List<Candidate> candidates, Candidate best) {
    return candidates.stream().filter(c -> !c.equals(best)).toList();
  }

  private Suspect suspect(Printing printing, OriginFinding finding, double usual) {
    // It is settled that the figure does not stand, so that any accepted value may explain it.
    return new Suspect(
        cell, printing.figure(), finding.accepted().value(), finding.plausible(), usual);
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
    boolean own = accepted.attestation() == Vintage.Attestation.OWN_DOCUMENT;
    boolean relayed = printing.lineage().origin().equals(finding.origin());
    boolean counted =
        own ? printing.isOwn() : relayed && accepted.printings().contains(printing.figure());
    Role role = counted ? Role.COUNTED : Role.SUPPORTING;
    List<Figure> evidence = counted ? List.of() : first(accepted);
    if (accepted.value() != standing) {
      return Optional.of(
          Account.of(
              printing.figure(),
              role,
              Candidate.of(
                  Cause.UNEXPLAINED, Transformation.DEVIATION, "the origins disagree", evidence)));
    }
    String reason =
        counted
            ? "states the number that stands"
            : printing.lineage().directness() == Lineage.Directness.UNATTRIBUTED
                ? "the same number, without saying who counted"
                : relayed ? "relays the number that stands" : "another origin with the same number";
    return Optional.of(Account.agreeing(printing.figure(), role, reason, evidence));
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
      String reason =
          "'" + printing.figure().printed() + "' allows " + Numbers.text(accepted.value());
      return Optional.of(
          differs
              ? supporting(
                  printing, RoundedForms.candidate(Transformation.ROUNDED, reason, first(accepted)))
              : Account.agreeing(printing.figure(), Role.SUPPORTING, reason, first(accepted)));
    }
    boolean exactOnPurpose =
        finding.attestation(exact.value().stripTrailingZeros()).attests()
            || checks.isConfirmed(printing.figure());
    if (exactOnPurpose) {
      return Optional.empty();
    }
    return RoundedForms.of(exact, accepted.value(), first(accepted))
        .map(candidate -> supporting(printing, candidate));
  }

  private static Account supporting(Printing printing, Candidate candidate) {
    return Account.of(printing.figure(), Role.SUPPORTING, candidate);
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
      return finding.isUsual(vintage.value(), printing.figure())
          ? Optional.of(unattested(printing, finding))
          : Optional.empty();
    }
    Optional<Vintage> next = finding.line().after(index.get());
    String what = Numbers.text(vintage.value()) + " was superseded by ";
    if (next.isEmpty()) {
      return Optional.empty();
    }
    boolean stale = isOutBefore(next.get(), printing);
    String when = what + Numbers.text(next.get().value()) + ", out by " + out(next.get());
    Candidate candidate =
        Candidate.of(
            stale ? Cause.STALE : Cause.REVISION,
            Transformation.EARLIER_VINTAGE,
            stale ? when + ", before this was printed" : when,
            first(next.get()));
    return Optional.of(
        Account.of(printing.figure(), stale ? Role.SET_ASIDE : Role.SUPERSEDED, candidate));
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

  /** A figure near the accepted number, or known to several, that no vintage explains. */
  private Optional<Account> near(Printing printing, OriginFinding finding) {
    boolean corroborated =
        printing.value().filter(v -> finding.authority(v) > 1).isPresent()
            && printing.isDated()
            && !isOutBefore(finding.accepted(), printing);
    if (corroborated) {
      return Optional.of(earlier(printing, finding, "several chains printed it before "));
    }
    double number = nearest(printing.figure().amount(), finding.accepted().value());
    if (!finding.isUsual(number, printing.figure())) {
      return Optional.empty();
    }
    boolean before = !isOutBefore(finding.accepted(), printing);
    boolean approximate = printing.value().isEmpty();
    if (before && approximate && printing.lineage().origin().equals(finding.origin())) {
      return Optional.of(earlier(printing, finding, "an approximate figure, printed before "));
    }
    return Optional.of(unattested(printing, finding));
  }

  /** The account of a figure that was printed before the accepted number was out. */
  private static Account earlier(Printing printing, OriginFinding finding, String what) {
    Vintage accepted = finding.accepted();
    String reason = what + Numbers.text(accepted.value()) + " was out by " + out(accepted);
    return Account.of(
        printing.figure(),
        Role.SUPERSEDED,
        Candidate.of(Cause.REVISION, Transformation.EARLIER_VINTAGE, reason, first(accepted)));
  }

  private static Account unattested(Printing printing, OriginFinding finding) {
    String reason =
        "one chain alone prints it, and it is no further from "
            + Numbers.text(finding.accepted().value())
            + " than usual revisions";
    return Account.of(
        printing.figure(),
        Role.SET_ASIDE,
        Candidate.of(
            Cause.UNATTESTED, Transformation.DEVIATION, reason, first(finding.accepted())));
  }

  private static Candidate unexplained(Printing printing, OriginFinding finding) {
    String reason =
        "no rounding and no vintage gives it"
            + (finding.knowsUsualSize(printing.figure())
                ? ", and it is further from "
                    + Numbers.text(finding.accepted().value())
                    + " than usual revisions"
                : "; too few past revisions are known to judge its distance");
    return Candidate.of(
        Cause.UNEXPLAINED, Transformation.DEVIATION, reason, first(finding.accepted()));
  }

  /** Whether a vintage was out, for certain, before a figure was printed. */
  private static boolean isOutBefore(Vintage vintage, Printing printing) {
    return printing.isDated()
        && vintage.printings().stream()
            .flatMap(figure -> figure.published().stream())
            .anyMatch(date -> printing.date().isAfter(date));
  }

  /** Whether a vintage was printed both before and after a figure, for certain. */
  private static boolean isBetweenPrintings(Vintage vintage, Printing printing) {
    return isOutBefore(vintage, printing)
        && vintage.printings().stream()
            .flatMap(figure -> figure.published().stream())
            .anyMatch(date -> date.isAfter(printing.date()));
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
}
