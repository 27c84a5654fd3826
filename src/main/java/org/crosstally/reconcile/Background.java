package org.crosstally.reconcile;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.RevisionHistory.Standing;

/**
 * What the other cells of a table tell about one cell: how each origin revised its figures in the
 * past, and which values it prints elsewhere. With it, reconciling a cell is a pure function of the
 * cell.
 */
final class Background {
  private final Lineages lineages;
  private final Map<Group, RevisionHistory> histories;
  private final DocumentChecks checks;
  private final SlipJudge slips;
  private final DerivedFinder derived;

  private Background(
      Lineages lineages,
      Map<Group, RevisionHistory> histories,
      DocumentChecks checks,
      ValueIndex values) {
    this.lineages = lineages;
    this.histories = histories;
    this.checks = checks;
    this.slips = new SlipJudge(values, checks);
    this.derived = new DerivedFinder(this, values);
  }

  /** What revisions have in common: the narrower, the more telling. */
  private record Group(
      String origin,
      String measure,
      Optional<Period.Length> length,
      Optional<Dimensions> dimensions) {
    private static final String ANY = "";

    /** The groups of a cell, the narrowest first. */
    static List<Group> of(String origin, Cell cell) {
      String measure = cell.measure();
      Optional<Period.Length> length = Optional.of(cell.period().length());
      return List.of(
          new Group(origin, measure, length, Optional.of(cell.dimensions())),
          new Group(origin, measure, length, Optional.empty()),
          new Group(origin, measure, Optional.empty(), Optional.empty()),
          new Group(origin, ANY, Optional.empty(), Optional.empty()),
          new Group(ANY, ANY, Optional.empty(), Optional.empty()));
    }
  }

  /** Reads what all figures of a table tell about each other, given relays that nobody declares. */
  static Background of(FigureTable table, ProbableRelays relays) {
    Lineages lineages = new Lineages(table.catalogue(), relays);
    List<OriginCell> cells = new ArrayList<>();
    table.cells().forEach((cell, figures) -> cells.addAll(OriginCell.of(cell, figures, lineages)));
    // What is a slip shows against values that are accepted, and those again without the slips;
    // what
    // a usual revision is shows in them, and with it which values of one chain may be vintages.
    DocumentChecks checks = DocumentChecks.of(table);
    Siblings siblings = Siblings.of(table);
    Predicate<String> isFlow =
        measure -> table.catalogue().measure(measure).kind() == Measure.Kind.FLOW;
    Background naive = new Background(lineages, Map.of(), checks, ValueIndex.empty());
    ValueIndex first = ValueIndex.of(heldValues(cells, naive), isFlow, siblings);
    Background withSlips = new Background(lineages, Map.of(), checks, first);
    Map<Group, RevisionHistory> histories = histories(cells, withSlips);
    Background withHistories = new Background(lineages, histories, checks, first);
    ValueIndex values = ValueIndex.of(heldValues(cells, withHistories), isFlow, siblings);
    return new Background(lineages, histories, checks, values);
  }

  private static List<HeldValue> heldValues(List<OriginCell> cells, Background background) {
    List<HeldValue> values = new ArrayList<>();
    for (OriginCell cell : cells) {
      OriginFinding finding = new OriginFinding(cell, background);
      Set<Double> seen = new TreeSet<>();
      for (Suspect.Plausible held : finding.plausible()) {
        if (seen.add(held.value().doubleValue())) {
          values.add(
              new HeldValue(
                  cell.cell(),
                  cell.origin(),
                  held.value().doubleValue(),
                  finding.authority(held.value()),
                  held.figure(),
                  held.value().doubleValue() == finding.accepted().value()));
        }
      }
    }
    return values;
  }

  private static Map<Group, RevisionHistory> histories(
      List<OriginCell> cells, Background background) {
    Map<Group, RevisionHistory.Builder> builders = new LinkedHashMap<>();
    for (OriginCell cell : cells) {
      VintageLine line = new OriginFinding(cell, background).attestedLine();
      if (line.accepted().attestation().attests()) {
        for (Group group : Group.of(cell.origin(), cell.cell())) {
          addTo(
              builders.computeIfAbsent(group, key -> new RevisionHistory.Builder()),
              cell.cell(),
              line);
        }
      }
    }
    Map<Group, RevisionHistory> histories = new HashMap<>();
    builders.forEach((group, builder) -> histories.put(group, builder.build()));
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

  Lineages lineages() {
    return lineages;
  }

  /** What the identities between the numbers of single documents say. */
  DocumentChecks checks() {
    return checks;
  }

  SlipJudge slips() {
    return slips;
  }

  /** Checks shares, changes and rates against the counts. */
  DerivedFinder derived() {
    return derived;
  }

  /**
   * The revisions to expect of a figure of some age, from the narrowest group of past figures of
   * that age that is large enough.
   */
  Optional<RevisionHistory.Expected> expected(String origin, Cell cell, long age) {
    return Group.of(origin, cell).stream()
        .flatMap(
            group -> histories.getOrDefault(group, RevisionHistory.empty()).expected(age).stream())
        .findFirst();
  }

  /**
   * The largest relative difference that passes for a usual revision: from the origin's figures of
   * the series for periods of that length, or, where these are too few, from its figures about the
   * measure for periods of that length, all its figures about the measure, all its figures, or all
   * figures of all origins.
   */
  OptionalDouble usualSize(String origin, Cell cell, long age) {
    return Group.of(origin, cell).stream()
        .map(group -> histories.getOrDefault(group, RevisionHistory.empty()).usualSize(age))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
