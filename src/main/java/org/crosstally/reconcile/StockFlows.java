package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/**
 * Which stock is the stock of which flow: where a table has two values of the stock and the flow
 * between, the difference is mostly near the flow. Taken is, for each cell, the plain number that
 * most figures print. A pair counts if the difference is within a twentieth of the flow in at least
 * three cells, and in twice as many as not.
 */
final class StockFlows {
  private static final double NEAR = 0.05;
  private static final int FEW = 3;

  /** A coordinate with more stocks than these is left out, so that pairs stay few. */
  private static final int MOST_STOCKS = 64;

  private final NavigableMap<String, NavigableSet<String>> stocksByFlow = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<String>> flowsByStock = new TreeMap<>();

  private StockFlows() {}

  private void add(Pair pair) {
    stocksByFlow.computeIfAbsent(pair.flow(), flow -> new TreeSet<>()).add(pair.stock());
    flowsByStock.computeIfAbsent(pair.stock(), stock -> new TreeSet<>()).add(pair.flow());
  }

  /** The stocks that a flow adds to, in the order of their ids. */
  NavigableSet<String> stocksOf(String flow) {
    return stocksByFlow.getOrDefault(flow, Collections.emptyNavigableSet());
  }

  /** The flows that add to a stock, in the order of their ids. */
  NavigableSet<String> flowsOf(String stock) {
    return flowsByStock.getOrDefault(stock, Collections.emptyNavigableSet());
  }

  private record Pair(String stock, String flow) {}

  /** Where and when a stock stood: everything but its measure. */
  private record Place(SlotKey key) {
    static Place of(Cell cell, Unit unit, LocalDate day) {
      return new Place(
          new SlotKey(new Cell("", cell.dimensions(), Period.ofDay(day), cell.basis()), unit));
    }
  }

  static StockFlows of(FigureTable table) {
    boolean hasStocks =
        table.catalogue().measures().values().stream()
            .anyMatch(measure -> measure.kind() == Measure.Kind.STOCK);
    if (!hasStocks) {
      return new StockFlows();
    }
    Map<SlotKey, BigDecimal> values = usualValues(table);
    Map<Place, Map<String, BigDecimal>> stocks = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (kind(table, key) == Measure.Kind.STOCK) {
            stocks
                .computeIfAbsent(
                    Place.of(key.cell(), key.unit(), key.cell().period().end()),
                    place -> new HashMap<>())
                .put(key.cell().measure(), value);
          }
        });
    Map<Pair, int[]> tallies = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (kind(table, key) == Measure.Kind.FLOW && value.signum() != 0) {
            compare(key, value, stocks, tallies);
          }
        });
    StockFlows result = new StockFlows();
    tallies.forEach(
        (pair, tally) -> {
          if (tally[0] >= FEW && tally[0] >= 2 * tally[1]) {
            result.add(pair);
          }
        });
    return result;
  }

  private static void compare(
      SlotKey flow,
      BigDecimal value,
      Map<Place, Map<String, BigDecimal>> stocks,
      Map<Pair, int[]> tallies) {
    Period period = flow.cell().period();
    Map<String, BigDecimal> after =
        stocks.getOrDefault(Place.of(flow.cell(), flow.unit(), period.end()), Map.of());
    Map<String, BigDecimal> before =
        period.isOpen() || period.start().equals(LocalDate.of(1, 1, 1))
            ? Map.of()
            : stocks.getOrDefault(
                Place.of(flow.cell(), flow.unit(), period.start().minusDays(1)), Map.of());
    if (after.size() > MOST_STOCKS) {
      return;
    }
    after.forEach(
        (stock, closing) ->
            opening(period, before, stock)
                .ifPresent(
                    opening -> {
                      double change = closing.subtract(opening).doubleValue();
                      double miss = Math.abs(change - value.doubleValue());
                      boolean isNear = miss <= NEAR * Math.abs(value.doubleValue());
                      tallies
                          .computeIfAbsent(
                              new Pair(stock, flow.cell().measure()), pair -> new int[2])[
                          isNear ? 0 : 1]++;
                    }));
  }

  private static Optional<BigDecimal> opening(
      Period period, Map<String, BigDecimal> before, String stock) {
    return period.isOpen() ? Optional.of(BigDecimal.ZERO) : Optional.ofNullable(before.get(stock));
  }

  private static Measure.Kind kind(FigureTable table, SlotKey key) {
    return table.catalogue().measure(key.cell().measure()).kind();
  }

  /** For each cell of a stock or a flow, the plain number that most figures print. */
  private static Map<SlotKey, BigDecimal> usualValues(FigureTable table) {
    Map<SlotKey, List<BigDecimal>> printed = new HashMap<>();
    for (Figure figure : table.figures()) {
      if (figure.status() != Status.FORECAST
          && figure.unit() instanceof Unit.Base
          && figure.amount() instanceof Amount.Exact exact) {
        SlotKey key = SlotKey.of(figure, table.catalogue());
        switch (kind(table, key)) {
          case STOCK, FLOW ->
              printed.computeIfAbsent(key, k -> new ArrayList<>(2)).add(exact.value());
          case LEVEL, RATIO, UNSTATED -> {}
        }
      }
    }
    Map<SlotKey, BigDecimal> values = new HashMap<>();
    printed.forEach((key, list) -> values.put(key, usual(list)));
    return values;
  }

  /** The most frequent number; of several, the smallest. */
  private static BigDecimal usual(List<BigDecimal> printed) {
    List<BigDecimal> ordered = printed.stream().sorted().toList();
    BigDecimal best = ordered.get(0);
    int most = 0;
    int run = 0;
    for (int i = 0; i < ordered.size(); i++) {
      boolean isSame = i > 0 && ordered.get(i).compareTo(ordered.get(i - 1)) == 0;
      run = isSame ? run + 1 : 1;
      if (run > most) {
        most = run;
        best = ordered.get(i);
      }
    }
    return best;
  }
}
