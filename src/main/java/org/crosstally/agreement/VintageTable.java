package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Vintage;
import tech.tablesaw.api.Table;

/**
 * Which value each origin held for each cell from when on: the vintages, without the figures that
 * were set aside as slips.
 *
 * <p>Immutable.
 *
 * @param releases the releases, by cell and origin, each in the order in which they were printed
 */
public record VintageTable(List<Release> releases) {

  /**
   * One vintage of one cell.
   *
   * @param cell the cell
   * @param origin the id of the origin
   * @param number 1 for the first vintage, and so on
   * @param published when it was first printed, as far as that is known: the earliest date of its
   *     figures; empty where none is dated
   * @param lastPublished when it was last printed
   * @param value the value
   * @param attestation who prints it
   * @param figures the figures that print it
   */
  public record Release(
      Cell cell,
      String origin,
      int number,
      Optional<Period> published,
      Optional<Period> lastPublished,
      double value,
      Vintage.Attestation attestation,
      List<Figure> figures) {
    /**
     * Copies the figures.
     *
     * @param cell the cell
     * @param origin the id of the origin
     * @param number 1 for the first vintage, and so on
     * @param published when it was first printed
     * @param lastPublished when it was last printed
     * @param value the value
     * @param attestation who prints it
     * @param figures the figures that print it
     */
    public Release {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Copies the releases.
   *
   * @param releases the releases
   */
  public VintageTable {
    releases = List.copyOf(releases);
  }

  /**
   * The vintages that a reconciliation found.
   *
   * @param reconciliation a reconciliation by lineage; other rules know no vintages
   * @return the vintages of all origins
   */
  public static VintageTable of(Reconciliation reconciliation) {
    List<Release> releases = new ArrayList<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      String origin = "";
      int number = 0;
      for (Vintage vintage : outcome.vintages()) {
        number = vintage.origin().equals(origin) ? number + 1 : 1;
        origin = vintage.origin();
        releases.add(release(outcome.cell(), vintage, number));
      }
    }
    return new VintageTable(releases);
  }

  private static Release release(Cell cell, Vintage vintage, int number) {
    List<Period> dates =
        vintage.printings().stream().flatMap(figure -> figure.published().stream()).toList();
    return new Release(
        cell,
        vintage.origin(),
        number,
        dates.stream().min(Comparator.comparing(Period::end).thenComparing(Period::start)),
        dates.stream().max(Comparator.comparing(Period::start).thenComparing(Period::end)),
        vintage.value(),
        vintage.attestation(),
        vintage.printings());
  }

  /**
   * The vintages of one origin.
   *
   * @param id the id of the origin
   * @return a table of those vintages
   */
  public VintageTable origin(String id) {
    return new VintageTable(releases.stream().filter(r -> r.origin().equals(id)).toList());
  }

  /**
   * One line for each vintage.
   *
   * @return a table with the columns measure, dimensions, basis, period, origin, vintage,
   *     published, last_published, value, attestation, figures (ids)
   */
  public Table toTable() {
    return AgreementTables.vintages(this);
  }

  /**
   * The triangle of reference periods and dates of publication, where the vintages are of one
   * series and one origin.
   *
   * @return the triangle
   * @throws IllegalStateException if the vintages are of several series or origins
   */
  public Triangle triangle() {
    long series =
        releases.stream()
            .map(r -> List.of(r.origin(), r.cell().at(Period.ofYear(1))))
            .distinct()
            .count();
    if (series > 1) {
      throw new IllegalStateException(
          "a triangle is of one series and one origin, not of " + series + "; choose one");
    }
    return new Triangle(this);
  }

  /**
   * Reference periods down, dates of publication across.
   *
   * @param vintages the vintages of one series and one origin
   */
  public record Triangle(VintageTable vintages) {
    /**
     * Each cell holds what was first printed at that date.
     *
     * @return a table with the column period and one column for each date of publication
     */
    public Table toTable() {
      return AgreementTables.triangle(vintages);
    }
  }
}
