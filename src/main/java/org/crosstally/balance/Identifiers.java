package org.crosstally.balance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;

/**
 * Which single further figure would determine a form that the reports leave open: one whose part in
 * the free unknowns is a multiple of the form's own.
 */
final class Identifiers {
  private static final int MOST = 6;

  private final RowSpace space;

  Identifiers(RowSpace space) {
    this.space = space;
  }

  List<Cell> of(Cell cell, LatentFlow flow, Form form) {
    double[] open = space.freePart(form);
    Set<Cell> found = new LinkedHashSet<>();
    for (Cell candidate : candidates(cell, flow)) {
      if (found.size() < MOST && !candidate.equals(cell)) {
        Dimensions parts = partsOf(candidate, flow);
        flow.over(parts, candidate.period())
            .map(LatentFlow.Section::form)
            .filter(f -> isMultiple(space.freePart(f), open))
            .ifPresent(f -> found.add(candidate));
      }
    }
    return List.copyOf(found);
  }

  private static Dimensions partsOf(Cell cell, LatentFlow flow) {
    Dimensions parts = Dimensions.none();
    for (String name : flow.partNames()) {
      parts = parts.with(name, cell.dimensions().get(name).orElse(""));
    }
    return parts;
  }

  /** The atoms, of the same parts first, the nearest first, and then those of other parts. */
  private static List<Cell> candidates(Cell cell, LatentFlow flow) {
    List<Dimensions> dimensions = new ArrayList<>();
    dimensions.add(cell.dimensions());
    for (Dimensions part : flow.parts()) {
      Dimensions all = flow.key().dimensions();
      for (var entry : part.values().entrySet()) {
        all = all.with(entry.getKey(), entry.getValue());
      }
      dimensions.add(all);
    }
    List<Cell> cells = new ArrayList<>();
    for (Dimensions chosen : dimensions) {
      for (int cut = 0; cut + 1 < flow.cuts().size(); cut++) {
        Period atom = flow.period(cut);
        cells.add(new Cell(flow.key().measure(), chosen, atom, cell.basis()));
      }
      for (int cut = 0; flow.hasOpening() && cut < flow.cuts().size(); cut++) {
        Period before = Period.upTo(flow.cuts().get(cut).minusDays(1));
        cells.add(new Cell(flow.key().measure(), chosen, before, cell.basis()));
      }
    }
    return cells;
  }

  private static boolean isMultiple(double[] a, double[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa > 0 && bb > 0 && dot * dot >= (1 - 1e-12) * aa * bb;
  }
}
