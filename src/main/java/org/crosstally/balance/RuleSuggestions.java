package org.crosstally.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/** Suggests rules from the numbers that one document prints together, or that stand in a table. */
final class RuleSuggestions {
  private static final int FEW = 3;
  private static final double NEAR = 0.05;

  private final FigureTable table;
  private final Map<String, Map<Cell, Double>> byDocument = new TreeMap<>();
  private final Map<Cell, Double> all = new HashMap<>();

  RuleSuggestions(FigureTable table) {
    this.table = table;
    for (Figure figure : table.figures()) {
      if (figure.status() != Status.FORECAST
          && figure.unit() instanceof Unit.Base
          && figure.amount() instanceof Amount.Exact exact) {
        String document = figure.source() + " " + figure.document().orElse("");
        double value = exact.value().doubleValue();
        byDocument.computeIfAbsent(document, d -> new HashMap<>()).put(figure.cell(), value);
        all.put(figure.cell(), value);
      }
    }
  }

  AccountingRules rules() {
    AccountingRules rules = AccountingRules.none();
    for (String dimension : table.dimensionNames()) {
      Optional<List<String>> parts = parts(dimension);
      if (parts.isPresent()) {
        rules = rules.parts(dimension, parts.get().toArray(new String[0]));
      }
    }
    for (Measure stock : measures(Measure.Kind.STOCK)) {
      for (Measure flow : measures(Measure.Kind.FLOW)) {
        if (isStockOf(stock.id(), flow.id())) {
          rules = rules.stockOf(stock.id(), flow.id());
        }
      }
    }
    for (Measure flow : measures(Measure.Kind.FLOW)) {
      List<Double> values =
          all.entrySet().stream()
              .filter(e -> e.getKey().measure().equals(flow.id()))
              .map(Map.Entry::getValue)
              .toList();
      if (values.size() >= FEW && values.stream().allMatch(v -> v >= 0)) {
        rules = rules.nonNegative(flow.id());
      }
      if (values.size() >= FEW && values.stream().allMatch(v -> v == Math.rint(v))) {
        rules = rules.wholeNumbers(flow.id());
      }
    }
    return rules;
  }

  private List<Measure> measures(Measure.Kind kind) {
    return table.catalogue().measures().values().stream().filter(m -> m.kind() == kind).toList();
  }

  /** The set of values that most often sums up to the total printed beside them. */
  private Optional<List<String>> parts(String dimension) {
    Map<List<String>, int[]> tallies = new HashMap<>();
    for (Map<Cell, Double> cells : byDocument.values()) {
      Map<Cell, TreeMap<String, Double>> groups = new HashMap<>();
      cells.forEach(
          (cell, value) ->
              cell.dimensions()
                  .get(dimension)
                  .ifPresent(
                      part ->
                          groups
                              .computeIfAbsent(total(cell, dimension), c -> new TreeMap<>())
                              .put(part, value)));
      groups.forEach(
          (total, values) -> {
            Double stated = cells.get(total);
            if (stated != null && values.size() > 1) {
              double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
              tallies
                  .computeIfAbsent(List.copyOf(values.keySet()), key -> new int[2])[
                  sum == stated ? 0 : 1]++;
            }
          });
    }
    return tallies.entrySet().stream()
        .filter(e -> e.getValue()[0] >= FEW && e.getValue()[0] >= 2 * e.getValue()[1])
        .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a[0], b[0])))
        .map(Map.Entry::getKey);
  }

  private static Cell total(Cell cell, String dimension) {
    Dimensions without = cell.dimensions().with(dimension, "");
    return new Cell(cell.measure(), without, cell.period(), cell.basis());
  }

  private boolean isStockOf(String stock, String flow) {
    int near = 0;
    int far = 0;
    for (Map.Entry<Cell, Double> entry : all.entrySet()) {
      Cell cell = entry.getKey();
      if (cell.measure().equals(flow) && !cell.period().isOpen() && entry.getValue() != 0) {
        Double after = stockAt(stock, cell, Period.ofDay(cell.period().end()));
        Double before = stockAt(stock, cell, Period.ofDay(cell.period().start().minusDays(1)));
        if (after != null && before != null) {
          double miss = Math.abs(after - before - entry.getValue());
          if (miss <= NEAR * Math.abs(entry.getValue())) {
            near++;
          } else {
            far++;
          }
        }
      }
    }
    return near >= FEW && near >= 2 * far;
  }

  private @org.jspecify.annotations.Nullable Double stockAt(String stock, Cell flow, Period day) {
    return all.get(new Cell(stock, flow.dimensions(), day, flow.basis()));
  }
}
