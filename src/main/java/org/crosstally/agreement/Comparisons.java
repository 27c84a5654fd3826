package org.crosstally.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/**
 * Sources against each other, or against the reconciled values: those that share most cells first,
 * then by their ids.
 *
 * <p>Immutable.
 *
 * @param list the comparisons
 * @param against what the sources stand against
 * @param scale how the differences are expressed
 */
public record Comparisons(List<Comparison> list, Against against, DifferenceScale scale) {
  private static final Comparator<Comparison> ORDER =
      Comparator.comparing(Comparison::cells, Comparator.reverseOrder())
          .thenComparing(Comparison::source)
          .thenComparing(c -> c.other().orElse(""));

  /** What the sources stand against. */
  public enum Against {
    /** Another source. */
    SOURCES,
    /** The reconciled values. */
    RECONCILED
  }

  /**
   * Sorts the list.
   *
   * @param list the comparisons
   * @param against what the sources stand against
   * @param scale how the differences are expressed
   */
  public Comparisons {
    list = list.stream().sorted(ORDER).toList();
  }

  /**
   * The comparisons for which a condition holds.
   *
   * @param condition the condition
   * @return those comparisons
   */
  public Comparisons filter(Predicate<? super Comparison> condition) {
    return new Comparisons(list.stream().filter(condition).toList(), against, scale);
  }

  /**
   * The comparisons in which a source takes part.
   *
   * @param source the id of a source
   * @return those comparisons
   */
  public Comparisons of(String source) {
    return filter(c -> c.source().equals(source) || c.other().filter(source::equals).isPresent());
  }

  /**
   * The comparison of two sources in the order in which it is kept, the smaller id first.
   *
   * @param one the id of a source
   * @param other the id of another source
   * @return the comparison; empty where they share no cell
   */
  public Optional<Comparison> between(String one, String other) {
    return of(one).list().stream()
        .filter(c -> c.source().equals(other) || c.other().filter(other::equals).isPresent())
        .findFirst();
  }

  /**
   * The comparisons as a table.
   *
   * @return a table with the columns source, other (for pairs of sources), cells, equal,
   *     within_rounding, same_origin, pairs (of numbers), bias, bias_low, bias_high, sd,
   *     lower_limit, lower_limit_low, lower_limit_high, upper_limit, upper_limit_low,
   *     upper_limit_high, concordance, concordance_low, concordance_high, location_shift,
   *     scale_shift, bias_correction, equivalence_pct, equivalence_u_pct (the expanded
   *     uncertainty), equivalence (the verdict on the average), doe_equal, doe_within, doe_outside,
   *     doe_unjudged, remarks (why a number is missing); bias to upper_limit_high end in {@code
   *     _pct} or {@code _log} on a relative scale
   */
  public Table toTable() {
    return ComparisonTables.of(this);
  }
}
