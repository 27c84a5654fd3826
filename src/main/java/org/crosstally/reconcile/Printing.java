package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;

/**
 * A figure seen as an event: it was printed at a date that is known to a day, a month, a year or
 * not at all.
 *
 * @param figure the figure
 * @param lineage where it comes from
 * @param date the days on which it may have been published
 */
record Printing(Figure figure, Lineage lineage, Period date) {
  private static final Period SOME_DAY = Period.upTo(LocalDate.of(9999, 12, 31));

  /**
   * The order of publication as far as it is known: by the day on which the figure was out for
   * certain. Of figures of one date, a document of the origin has the last word.
   */
  static final Comparator<Printing> ORDER =
      Comparator.comparing((Printing p) -> p.date().end())
          .thenComparing(p -> p.date().start())
          .thenComparing(Printing::isOwn)
          .thenComparing(p -> p.figure().amount().point().orElse(0))
          .thenComparing(p -> p.figure().amount().format())
          .thenComparing(p -> p.figure().id());

  static Printing of(Figure figure, Lineage lineage) {
    return new Printing(figure, lineage, figure.published().orElse(SOME_DAY));
  }

  /** The number that is printed as exact or measured; empty for every other form. */
  Optional<BigDecimal> value() {
    if (figure.amount() instanceof Amount.Exact exact) {
      return Optional.of(exact.value().stripTrailingZeros());
    }
    if (figure.amount() instanceof Amount.Measured measured) {
      return Optional.of(measured.value().stripTrailingZeros());
    }
    return Optional.empty();
  }

  boolean isOwn() {
    return lineage.directness() == Lineage.Directness.OWN;
  }

  boolean isDated() {
    return figure.published().isPresent();
  }

  /** Later for certain, whatever the days within the two dates were. */
  boolean isAfter(Printing other) {
    return date.isAfter(other.date);
  }

  /** Later more likely than not, if every day within the two dates is as likely. */
  boolean isProbablyAfter(Printing other) {
    return isDated() && other.isDated() && middle() > other.middle();
  }

  private double middle() {
    return (date.start().toEpochDay() + date.end().toEpochDay()) / 2.0;
  }

  /** Who stands for a value that all these printings have in common. */
  static Vintage.Attestation attestation(List<Printing> printings) {
    if (printings.stream().anyMatch(Printing::isOwn)) {
      return Vintage.Attestation.OWN_DOCUMENT;
    }
    List<Lineage> chains = printings.stream().map(Printing::lineage).distinct().toList();
    for (int i = 0; i < chains.size(); i++) {
      for (int j = i + 1; j < chains.size(); j++) {
        if (chains.get(i).isDisjointFrom(chains.get(j))) {
          return Vintage.Attestation.DISJOINT_RELAYS;
        }
      }
    }
    return Vintage.Attestation.ONE_CHAIN;
  }
}
