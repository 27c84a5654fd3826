package org.crosstally.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.reconcile.Vintage;
import tech.tablesaw.api.Table;

/**
 * Which value each origin held for each cell, and when it was printed: reference periods by dates
 * of publication.
 *
 * <p>A release is a value that the origin came to hold; printing the same value again is no new
 * release, and a return to an earlier value is one. Figures that reconciling set aside (slips of
 * the pen, values that one chain alone prints, stale ones, forecasts) are left out, so that the
 * last release is the value that stands for the origin. Rounded figures and bounds name no value
 * and open no release. The date of a release is the first at which anybody is known to have printed
 * it; where only relays print it, the origin may have held it before.
 *
 * <p>Immutable; the lines are in the order of their cells and the ids of their origins.
 *
 * @param lines one line for each cell and origin
 */
public record VintageTable(List<Line> lines) {

  /** How a table of vintages is laid out. */
  public enum Layout {
    /** One row for each release. */
    RELEASES,
    /**
     * One row for each cell and origin, and one column for each date of publication, in the order
     * in which they ended: what was printed at that date, blank where nothing was. Where two
     * releases were printed at one date (a year, say), the later one stands. Figures without a date
     * are in no column.
     */
    DATES,
    /** One row for each cell and origin, with the first, the second, … and the latest release. */
    NUMBERS
  }

  /**
   * What one origin held for one cell.
   *
   * @param cell the cell
   * @param origin the id of the origin
   * @param releases the releases in the order in which they were printed, at least one
   */
  public record Line(Cell cell, String origin, List<Release> releases) {
    /**
     * Copies the releases.
     *
     * @param cell the cell
     * @param origin the id of the origin
     * @param releases the releases in the order in which they were printed
     * @throws IllegalArgumentException if there is none
     */
    public Line {
      releases = List.copyOf(releases);
      if (releases.isEmpty()) {
        throw new IllegalArgumentException("a line has a release: " + cell + ", " + origin);
      }
    }

    /**
     * The first release.
     *
     * @return the release with number 1
     */
    public Release first() {
      return releases.get(0);
    }

    /**
     * The latest release.
     *
     * @return the release with the largest number
     */
    public Release latest() {
      return releases.get(releases.size() - 1);
    }

    /**
     * A release by its number.
     *
     * @param number 1 for the first, and so on
     * @return the release; empty where there are fewer
     */
    public Optional<Release> release(int number) {
      return number >= 1 && number <= releases.size()
          ? Optional.of(releases.get(number - 1))
          : Optional.empty();
    }

    /**
     * What the origin held on a day: the last release that was out by then for certain.
     *
     * @param day the day
     * @return the release; empty where none was out, or none is dated
     */
    public Optional<Release> knownOn(LocalDate day) {
      return releases.stream()
          .filter(r -> r.published().filter(date -> !date.end().isAfter(day)).isPresent())
          .reduce((earlier, later) -> later);
    }

    /**
     * The line of some of the figures. A release may be empty without the others, and two that it
     * stood between may be one.
     */
    Optional<Line> keeping(Predicate<Figure> condition) {
      List<Release> kept = new ArrayList<>();
      for (Release release : releases) {
        List<Figure> figures = release.figures().stream().filter(condition).toList();
        int last = kept.size() - 1;
        if (last >= 0 && kept.get(last).value() == release.value()) {
          kept.set(last, kept.get(last).with(figures, release.attestation()));
        } else if (!figures.isEmpty()) {
          kept.add(new Release(kept.size() + 1, release.value(), release.attestation(), figures));
        }
      }
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Line(cell, origin, kept));
    }
  }

  /**
   * A value that an origin came to hold.
   *
   * @param number 1 for the first release of the cell, and so on
   * @param value the value
   * @param attestation who prints it
   * @param figures the figures that print it, in the order of their publication
   */
  public record Release(
      int number, double value, Vintage.Attestation attestation, List<Figure> figures) {
    /**
     * Copies the figures.
     *
     * @param number 1 for the first release of the cell, and so on
     * @param value the value
     * @param attestation who prints it
     * @param figures the figures that print it, in the order of their publication
     */
    public Release {
      figures = List.copyOf(figures);
    }

    /** This release printed by further figures; the better attestation, named first, stands. */
    private Release with(List<Figure> more, Vintage.Attestation other) {
      List<Figure> all = new ArrayList<>(figures);
      all.addAll(more);
      boolean isBetter = !more.isEmpty() && other.compareTo(attestation) < 0;
      return new Release(number, value, isBetter ? other : attestation, all);
    }

    /**
     * When it was first printed: the date that was over first.
     *
     * @return the date, known to a day, a month or a year; empty where no figure is dated
     */
    public Optional<Period> published() {
      return figures.stream().flatMap(figure -> figure.published().stream()).min(ORDER);
    }

    /**
     * When it was last printed: the date that began last.
     *
     * @return the date, known to a day, a month or a year; empty where no figure is dated
     */
    public Optional<Period> lastPublished() {
      return figures.stream()
          .flatMap(figure -> figure.published().stream())
          .max(Comparator.comparing(Period::start).thenComparing(Period::end));
    }
  }

  private static final Comparator<Period> ORDER = Comparator.naturalOrder();

  /**
   * Copies the lines.
   *
   * @param lines one line for each cell and origin
   */
  public VintageTable {
    lines = List.copyOf(lines);
  }

  /**
   * The vintages of all origins.
   *
   * @param reconciliation a reconciliation by lineage; other rules know no vintages
   * @return the vintages; none where the rule knows none
   */
  public static VintageTable of(Reconciliation reconciliation) {
    List<Line> lines = new ArrayList<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      Set<Figure> left = setAside(outcome);
      Map<String, List<Vintage>> byOrigin = new LinkedHashMap<>();
      for (Vintage vintage : outcome.vintages()) {
        byOrigin.computeIfAbsent(vintage.origin(), origin -> new ArrayList<>()).add(vintage);
      }
      byOrigin.forEach(
          (origin, vintages) ->
              line(outcome, origin, vintages)
                  .keeping(figure -> !left.contains(figure))
                  .ifPresent(lines::add));
    }
    return new VintageTable(lines);
  }

  private static Set<Figure> setAside(CellOutcome outcome) {
    Set<Figure> figures = new HashSet<>();
    for (Account account : outcome.accounts()) {
      if (account.role() == Role.SET_ASIDE || account.cause().filter(Cause::isSlip).isPresent()) {
        figures.add(account.figure());
      }
    }
    return figures;
  }

  private static Line line(CellOutcome outcome, String origin, List<Vintage> vintages) {
    List<Release> releases = new ArrayList<>();
    for (Vintage vintage : vintages) {
      releases.add(
          new Release(
              releases.size() + 1, vintage.value(), vintage.attestation(), vintage.printings()));
    }
    return new Line(outcome.cell(), origin, releases);
  }

  /**
   * The vintages of one origin.
   *
   * @param id the id of the origin
   * @return a table of those lines
   */
  public VintageTable origin(String id) {
    return new VintageTable(lines.stream().filter(line -> line.origin().equals(id)).toList());
  }

  /**
   * One row for each release.
   *
   * @return a table with the columns measure, dimensions, basis, period, origin, vintage (the
   *     number of the release), published, last_published, value, attestation, figures (ids)
   */
  public Table toTable() {
    return toTable(Layout.RELEASES);
  }

  /**
   * The vintages in a layout. The wide ones have the columns period and one for each date or
   * number; before them stand measure, dimensions and basis where the vintages are of several
   * series, and origin behind period where they are of several origins.
   *
   * @param layout the layout
   * @return a table
   */
  public Table toTable(Layout layout) {
    return switch (layout) {
      case RELEASES -> VintageTables.releases(this);
      case DATES -> VintageTables.dates(this);
      case NUMBERS -> VintageTables.numbers(this);
    };
  }
}
