package org.crosstally.balance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.series.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Balances as Tablesaw tables. */
final class BalanceTables {
  private BalanceTables() {}

  static Table adjustments(Balance balance) {
    StringColumn id = StringColumn.create("figure_id");
    StringColumn use = StringColumn.create("use");
    DoubleColumn stated = DoubleColumn.create("stated");
    DoubleColumn balanced = DoubleColumn.create("balanced");
    DoubleColumn inUncertainties = DoubleColumn.create("in_uncertainties");
    DoubleColumn leverage = DoubleColumn.create("leverage");
    DoubleColumn leaveOneOut = DoubleColumn.create("leave_one_out");
    DoubleColumn low = DoubleColumn.create("leave_one_out_low");
    DoubleColumn high = DoubleColumn.create("leave_one_out_high");
    for (Adjustment adjustment : balance.adjustments()) {
      id.append(adjustment.figure().id());
      use.append(adjustment.use().label());
      append(stated, adjustment.stated());
      append(balanced, adjustment.balanced());
      append(inUncertainties, adjustment.inUncertainties());
      append(leverage, adjustment.leverage());
      Optional<Estimate> prediction = adjustment.leaveOneOut().asOptional();
      append(leaveOneOut, number(prediction.map(Estimate::value)));
      append(low, number(prediction.map(Estimate::low)));
      append(high, number(prediction.map(Estimate::high)));
    }
    return Table.create(
        "adjustments",
        List.of(id, use, stated, balanced, inUncertainties, leverage, leaveOneOut, low, high));
  }

  static Table of(StockFlowChecks checks) {
    StringColumn period = StringColumn.create("period");
    DoubleColumn opening = DoubleColumn.create("opening");
    DoubleColumn closing = DoubleColumn.create("closing");
    DoubleColumn change = DoubleColumn.create("change");
    DoubleColumn flow = DoubleColumn.create("flow");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    DoubleColumn difference = DoubleColumn.create("difference");
    for (StockFlowChecks.Check check : checks.list()) {
      period.append(check.period().format());
      opening.append(check.opening());
      closing.append(check.closing());
      change.append(check.change());
      Optional<Estimate> estimate = check.flow().asOptional();
      append(flow, number(estimate.map(Estimate::value)));
      append(low, number(estimate.map(Estimate::low)));
      append(high, number(estimate.map(Estimate::high)));
      append(difference, number(estimate.map(e -> check.change() - e.value())));
    }
    return Table.create(
        "stock against flow", period, opening, closing, change, flow, low, high, difference);
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static void append(DoubleColumn column, OptionalDouble value) {
    if (value.isPresent()) {
      column.append(rounded(value.getAsDouble()));
    } else {
      column.appendMissing();
    }
  }

  /** Without the digits that are nothing but errors of rounding. */
  static double rounded(double value) {
    if (!(Math.abs(value) < 1e15)) {
      return value;
    }
    double unit = Math.abs(value) < 1e5 ? 1e9 : 1e3;
    double rounded = Math.rint(value * unit) / unit;
    return rounded == 0 ? 0 : rounded;
  }
}
