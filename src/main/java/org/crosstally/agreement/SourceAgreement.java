package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.crosstally.agreement.DegreesOfEquivalence.Reference;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;

/**
 * How far the sources agree: each with each other, and each with the reconciled values.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * SourceAgreement agreement = SourceAgreement.of(Reconciler.byLineage().reconcile(figures));
 * System.out.println(agreement.pairs().toTable());
 * System.out.println(agreement.againstReconciled().toTable());
 * }</pre>
 *
 * <p><b>What is compared.</b> For a source with several figures for a cell, the latest published
 * one stands, with undated ones last as in reconciling; of figures of one date, one that quotes
 * nobody, then the larger number. It stands whatever reconciling thinks of it, a slip included.
 * Only figures that state a level in a unit of the measure are compared, and only in the same unit;
 * rates, shares and changes are left out, and so are forecasts and missing numbers. A cell is
 * counted once for each unit that both use.
 *
 * <p><b>Agreement within rounding.</b> Two figures agree within rounding if the sets of possible
 * values intersect, or if one is printed as exact and the other rounds to it, by the grain of its
 * trailing zeros or by cutting its decimals: 1,400 and 1,384 agree, and so do 2,000 and 1,584.
 * Against the reconciled value the finding of the reconciliation counts, which knows more: no cause
 * or the cause ROUNDING.
 *
 * <p><b>Differences</b> are those between the numbers that both name, by default in per cent of
 * their mean, so that cells of any size and unit can be put together; two zeros have no relative
 * difference and enter everything but the bias and the limits. On the absolute scale, and for the
 * concordance, all cells must be in one unit.
 *
 * <p><b>Uncertainties.</b> A figure has the standard uncertainty of its amount, which is 0 for a
 * number printed as exact. The reconciled value has that of its interval: its width divided by the
 * square root of 12 (a rectangular distribution, JCGM 100:2008, 4.3.7), or by 4 where it covers
 * nothing but a stated uncertainty (coverage factor 2). With {@code K} origins behind the
 * reconciled value and {@code u} the uncertainty of the figure, {@code u^2(d)} is
 *
 * <ul>
 *   <li>{@code u^2 + u_ref^2} for a figure of another origin;
 *   <li>{@code u^2 + u_ref^2 - 2 u^2 / K} for one of these origins if K is above 1;
 *   <li>for the only origin, whose error the two have in common, {@code u^2}, the rounding of the
 *       figure; {@code u^2 - u_ref^2}, at least 0, where it states an uncertainty, which holds that
 *       error. A figure that names no origin, of a source that does not count, is taken as one of
 *       these.
 * </ul>
 *
 * <p>With {@link Reference#LEAVE_ONE_OUT} the reference value is the median of the numbers that the
 * other known origins contributed to the reconciled value, with the uncertainty of the one number,
 * or the width of the hull of several divided by the square root of 12; a figure without such a
 * reference has no degree of equivalence. The bias, the limits and the concordance are against the
 * reconciled value all the same.
 *
 * <p>Between two sources {@code u^2(d) = u_i^2 + u_j^2}.
 *
 * <p>Immutable. The order of the figures changes nothing. Time and memory grow with the number of
 * figures, and for {@link #pairs()} with the number of pairs of sources that share a cell, summed
 * over the cells: {@code s (s - 1) / 2} for a cell that s sources are about.
 */
public final class SourceAgreement {
  private static final BlandAltman DEFAULT =
      BlandAltman.withDefaults().with(DifferenceScale.PERCENT_OF_MEAN);

  private final List<ComparedCell> cells;
  private final Catalogue catalogue;
  private final boolean reconciled;
  private final BlandAltman procedure;
  private final Reference reference;

  /** The figures that stand for the sources in one cell and unit, in the order of the sources. */
  private record ComparedCell(
      String unit, List<Standing> standings, Optional<CellOutcome> outcome) {}

  private SourceAgreement(
      List<ComparedCell> cells,
      Catalogue catalogue,
      boolean reconciled,
      BlandAltman procedure,
      Reference reference) {
    this.cells = cells;
    this.catalogue = catalogue;
    this.reconciled = reconciled;
    this.procedure = procedure;
    this.reference = reference;
  }

  /**
   * The figures of a reconciliation and its values.
   *
   * @param reconciliation a reconciliation by any rule
   * @return the agreement of its sources, on the scale {@link DifferenceScale#PERCENT_OF_MEAN},
   *     with {@link Reference#CONTRIBUTING}
   */
  public static SourceAgreement of(Reconciliation reconciliation) {
    Catalogue catalogue = reconciliation.catalogue();
    List<ComparedCell> cells = new ArrayList<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      List<Figure> figures = outcome.accounts().stream().map(Account::figure).toList();
      Standing.byUnit(figures, catalogue)
          .forEach(
              (unit, standings) ->
                  cells.add(
                      new ComparedCell(
                          unit,
                          standings,
                          unit.equals(outcome.unit().format())
                              ? Optional.of(outcome)
                              : Optional.empty())));
    }
    return new SourceAgreement(cells, catalogue, true, DEFAULT, Reference.CONTRIBUTING);
  }

  /**
   * The figures of a table, without reconciled values.
   *
   * @param figures the figures
   * @return the agreement of their sources, on the scale {@link DifferenceScale#PERCENT_OF_MEAN}
   */
  public static SourceAgreement of(FigureTable figures) {
    Catalogue catalogue = figures.catalogue();
    List<ComparedCell> cells = new ArrayList<>();
    for (List<Figure> ofCell : figures.cells().values()) {
      Standing.byUnit(ofCell, catalogue)
          .forEach(
              (unit, standings) -> cells.add(new ComparedCell(unit, standings, Optional.empty())));
    }
    return new SourceAgreement(cells, catalogue, false, DEFAULT, Reference.CONTRIBUTING);
  }

  /**
   * The same figures with other limits of agreement: another scale, coverage, level or interval.
   *
   * @param v the procedure
   * @return a copy
   */
  public SourceAgreement with(BlandAltman v) {
    return new SourceAgreement(cells, catalogue, reconciled, Objects.requireNonNull(v), reference);
  }

  /**
   * The same figures with differences on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public SourceAgreement with(DifferenceScale v) {
    return with(procedure.with(v));
  }

  /**
   * The same figures with degrees of equivalence against another reference.
   *
   * @param v the reference
   * @return a copy
   */
  public SourceAgreement with(Reference v) {
    return new SourceAgreement(cells, catalogue, reconciled, procedure, Objects.requireNonNull(v));
  }

  /**
   * Every source against every other with which it shares a cell; the difference is that of the
   * smaller id less the larger.
   *
   * @return the comparisons, those that share most cells first
   */
  public Comparisons pairs() {
    Map<String, Map<String, Comparison.Builder>> builders = new TreeMap<>();
    for (ComparedCell cell : cells) {
      List<Standing> standings = cell.standings();
      for (int i = 0; i < standings.size(); i++) {
        Standing one = standings.get(i);
        Map<String, Comparison.Builder> others =
            builders.computeIfAbsent(one.source(), source -> new TreeMap<>());
        for (Standing other : standings.subList(i + 1, standings.size())) {
          others
              .computeIfAbsent(other.source(), source -> new Comparison.Builder())
              .add(cell.unit(), one, other);
        }
      }
    }
    IntFunction<BlandAltman.Factors> factors = factors();
    List<Comparison> list = new ArrayList<>();
    builders.forEach(
        (source, others) ->
            others.forEach(
                (other, builder) ->
                    list.add(builder.build(source, Optional.of(other), procedure, factors))));
    return new Comparisons(list, Comparisons.Against.SOURCES, procedure.scale());
  }

  /**
   * Every source against the reconciled values of the cells that it is about.
   *
   * @return the comparisons, those over most cells first
   * @throws IllegalStateException if this is made from figures alone
   */
  public Comparisons againstReconciled() {
    if (!reconciled) {
      throw new IllegalStateException("nothing is reconciled; start from a reconciliation");
    }
    Map<String, Comparison.Builder> builders = new TreeMap<>();
    for (ComparedCell cell : cells) {
      cell.outcome()
          .flatMap(outcome -> ReconciledReference.of(outcome, catalogue))
          .ifPresent(value -> add(builders, cell, value));
    }
    IntFunction<BlandAltman.Factors> factors = factors();
    List<Comparison> list = new ArrayList<>();
    builders.forEach(
        (source, builder) -> list.add(builder.build(source, Optional.empty(), procedure, factors)));
    return new Comparisons(list, Comparisons.Against.RECONCILED, procedure.scale());
  }

  private void add(
      Map<String, Comparison.Builder> builders, ComparedCell cell, ReconciledReference value) {
    for (Standing standing : cell.standings()) {
      add(
          builders.computeIfAbsent(standing.source(), source -> new Comparison.Builder()),
          cell.unit(),
          standing,
          value);
    }
  }

  private void add(
      Comparison.Builder builder, String unit, Standing standing, ReconciledReference value) {
    builder.addCell(unit, value.agreement(standing));
    if (standing.amount().point().isPresent()) {
      builder.addNumbers(standing.amount().point().getAsDouble(), value.value());
      value
          .deviation(standing, reference)
          .ifPresent(d -> builder.addDegree(d.difference(), d.variance(), d.size()));
    }
  }

  /** Quantiles depend on the number of pairs alone, which many comparisons have in common. */
  private IntFunction<BlandAltman.Factors> factors() {
    Map<Integer, BlandAltman.Factors> known = new HashMap<>();
    return pairs -> known.computeIfAbsent(pairs, procedure::factors);
  }
}
