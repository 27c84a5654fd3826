package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.RevisionHistory.Standing;

/**
 * What the other cells of a table tell about one cell: how each origin revised its figures in the
 * past, and which values it prints elsewhere. With it, reconciling a cell is a pure function of the
 * cell.
 */
final class Background {
  private final Lineages lineages;
  private final Map<Series, RevisionHistory> histories;
  private final Map<PrintedValue, List<Witnessed>> elsewhere;

  private Background(
      Lineages lineages,
      Map<Series, RevisionHistory> histories,
      Map<PrintedValue, List<Witnessed>> elsewhere) {
    this.lineages = lineages;
    this.histories = histories;
    this.elsewhere = elsewhere;
  }

  /** All figures of one origin about one measure. */
  private record Series(String origin, String measure) {}

  /** One value in all cells of an origin about one measure. */
  private record PrintedValue(String origin, String measure, BigDecimal value) {}

  /**
   * A value that an origin has for a cell.
   *
   * @param cell the cell
   * @param chains how many different chains print it there; the origin's own document outweighs any
   *     number of them
   */
  record Witnessed(Cell cell, int chains) {}

  /** Reads what all figures of a table tell about each other. */
  static Background of(FigureTable table) {
    Lineages lineages = new Lineages(table.catalogue());
    Map<PrintedValue, List<Witnessed>> elsewhere = new HashMap<>();
    List<OriginCell> originCells = new ArrayList<>();
    table
        .cells()
        .forEach((cell, figures) -> originCells.addAll(OriginCell.of(cell, figures, lineages)));
    for (OriginCell originCell : originCells) {
      originCell
          .byValue()
          .forEach(
              (value, printings) ->
                  elsewhere
                      .computeIfAbsent(
                          new PrintedValue(originCell.origin(), originCell.cell().measure(), value),
                          key -> new ArrayList<>(1))
                      .add(new Witnessed(originCell.cell(), chains(printings))));
    }
    Background withoutHistory = new Background(lineages, Map.of(), elsewhere);
    return new Background(lineages, histories(originCells, withoutHistory), elsewhere);
  }

  /** A background that knows nothing but the names in a catalogue. */
  static Background of(Catalogue catalogue) {
    return new Background(new Lineages(catalogue), Map.of(), Map.of());
  }

  private static Map<Series, RevisionHistory> histories(
      List<OriginCell> cells, Background background) {
    Map<Series, RevisionHistory.Builder> builders = new LinkedHashMap<>();
    for (OriginCell cell : cells) {
      VintageLine line = new OriginFinding(cell, background).attestedLine();
      if (line.accepted().attestation().attests()) {
        addTo(
            builders.computeIfAbsent(
                new Series(cell.origin(), cell.cell().measure()),
                key -> new RevisionHistory.Builder()),
            cell.cell(),
            line);
      }
    }
    Map<Series, RevisionHistory> histories = new HashMap<>();
    builders.forEach((series, builder) -> histories.put(series, builder.build()));
    return histories;
  }

  private static void addTo(RevisionHistory.Builder builder, Cell cell, VintageLine line) {
    List<Standing> standings = new ArrayList<>();
    long lastAge = -1;
    for (Vintage vintage : line.vintages()) {
      for (Figure figure : vintage.printings()) {
        if (figure.published().isPresent()) {
          Period published = figure.published().get();
          long out = age(cell, published);
          if (standings.isEmpty()
              || standings.get(standings.size() - 1).value() != vintage.value()) {
            standings.add(new Standing(out, vintage.value()));
          }
          lastAge =
              Math.max(lastAge, ChronoUnit.DAYS.between(cell.period().end(), published.start()));
        }
      }
    }
    if (!standings.isEmpty()) {
      builder.add(standings, lastAge);
    }
  }

  /** Days from the end of the period to the day on which a figure was out for certain. */
  static long age(Cell cell, Period published) {
    return ChronoUnit.DAYS.between(cell.period().end(), published.end());
  }

  private static int chains(List<Printing> printings) {
    if (printings.stream().anyMatch(Printing::isOwn)) {
      return Integer.MAX_VALUE;
    }
    return (int) printings.stream().map(Printing::lineage).distinct().count();
  }

  Lineages lineages() {
    return lineages;
  }

  RevisionHistory history(String origin, String measure) {
    return histories.getOrDefault(new Series(origin, measure), RevisionHistory.empty());
  }

  /**
   * Whether the origin prints this value for another cell on better authority than for this one.
   */
  boolean belongsElsewhere(String origin, Cell cell, BigDecimal value, List<Printing> here) {
    int chainsHere = chains(here);
    return elsewhere
        .getOrDefault(new PrintedValue(origin, cell.measure(), value), List.of())
        .stream()
        .anyMatch(other -> !other.cell().equals(cell) && other.chains() > chainsHere);
  }
}
