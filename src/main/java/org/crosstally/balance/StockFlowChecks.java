package org.crosstally.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.Role;
import org.crosstally.series.Estimate;
import tech.tablesaw.api.Table;

/**
 * Stated stocks against what flowed between them: the change from one stated stock to the next
 * beside the flow over that time, which is balanced from the figures about flows alone.
 *
 * @param list the checks in time order
 */
public record StockFlowChecks(List<Check> list) {

  /**
   * Copies the list.
   *
   * @param list the checks in time order
   */
  public StockFlowChecks {
    list = List.copyOf(list);
  }

  /**
   * One stretch between two stated stocks.
   *
   * @param period from the day after the first stock to the day of the second
   * @param opening the first stock
   * @param closing the second stock
   * @param flow what the flows alone say of the stretch
   */
  public record Check(Period period, double opening, double closing, Outcome<Estimate> flow) {

    /**
     * The change of the stock.
     *
     * @return the closing stock less the opening stock
     */
    public double change() {
      return closing - opening;
    }
  }

  /**
   * Compares the stocks of one cell with its flows. Of each day the latest vintage of a plain stock
   * counts.
   *
   * @param table the figures
   * @param rules what belongs together
   * @param stock the id of a stock that the rules declare
   * @param dimensions the dimension values
   * @return the checks; none where fewer than two stocks are stated
   * @throws IllegalArgumentException if the rules declare no such stock
   */
  public static StockFlowChecks of(
      FigureTable table, AccountingRules rules, String stock, Dimensions dimensions) {
    String flow =
        rules
            .flowOf(stock)
            .orElseThrow(() -> new IllegalArgumentException("no rule declares a stock " + stock));
    Map<LocalDate, Double> stocks = stocks(table, rules, stock, dimensions);
    Outcome<Balance> flows =
        Balancer.under(rules).balance(table.filter(f -> !f.measure().equals(stock)));
    List<Check> checks = new ArrayList<>();
    Optional<Map.Entry<LocalDate, Double>> before = Optional.empty();
    for (Map.Entry<LocalDate, Double> entry : stocks.entrySet()) {
      if (before.isPresent()) {
        Period period = new Period(before.get().getKey().plusDays(1), entry.getKey());
        Outcome<Estimate> between =
            flows.whyNot().isPresent()
                ? Outcome.undetermined(flows.whyNot().get())
                : flows.orElseThrow().value(new Cell(flow, dimensions, period, "")).estimate();
        checks.add(new Check(period, before.get().getValue(), entry.getValue(), between));
      }
      before = Optional.of(entry);
    }
    return new StockFlowChecks(checks);
  }

  private static Map<LocalDate, Double> stocks(
      FigureTable table, AccountingRules rules, String stock, Dimensions dimensions) {
    Standings standings = Standings.of(table, rules);
    Map<LocalDate, Double> stocks = new TreeMap<>();
    for (Figure figure : table.figures()) {
      boolean isStock =
          figure.measure().equals(stock)
              && figure.dimensions().equals(dimensions)
              && rules.basis(figure.basis().orElse("")).isEmpty()
              && figure.unit() instanceof Unit.Base;
      if (isStock
          && figure.amount() instanceof Amount.Exact exact
          && standings.use(figure) == Use.USED
          && standings.account(figure).role() == Role.COUNTED) {
        stocks.put(figure.period().end(), exact.value().doubleValue());
      }
    }
    return stocks;
  }

  /**
   * The checks as a table that a chart can be drawn from.
   *
   * @return a table with the columns period, opening, closing, change, flow, low, high, difference
   *     (change less flow); the flow is missing where the flows leave it open
   */
  public Table toTable() {
    return BalanceTables.of(this);
  }
}
