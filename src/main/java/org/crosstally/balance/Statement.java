package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one or more reports say alike, as inequalities. A quotient {@code low ≤ N/D ≤ high} of flows
 * that are never negative is two of them, {@code N - low·D ≥ 0} and {@code N - high·D ≤ 0}: nothing
 * is linearised. Who states a share or a change says, too, that there is something to take it of:
 * {@code D > 0}.
 *
 * @param reports the reports that say it, in the order of their ids
 * @param rows the inequalities
 */
record Statement(List<Report> reports, List<Row> rows) {
  private static final AllowedSet AT_LEAST_ZERO =
      new AllowedSet(Optional.of(BigDecimal.ZERO), false, Optional.empty(), true);
  private static final AllowedSet AT_MOST_ZERO =
      new AllowedSet(Optional.empty(), true, Optional.of(BigDecimal.ZERO), false);

  Statement {
    reports = List.copyOf(reports);
    rows = List.copyOf(rows);
  }

  /** The inequality {@code form - factor · base ∈ set}. */
  record Row(Form form, Optional<Form> base, BigDecimal factor, AllowedSet set) {
    Form combined() {
      return base.map(b -> form.plus(-factor.doubleValue(), b)).orElse(form);
    }

    void addTo(ExactSystem system) {
      system.add(form, base, factor, set);
    }
  }

  /** What makes two reports the same statement. */
  record Content(Form form, Optional<Form> base, AllowedSet allowed) {
    static Content of(Report report) {
      return new Content(report.form(), report.base(), report.allowed());
    }
  }

  static Statement of(List<Report> alike, boolean isWhole) {
    Report report = alike.get(0);
    if (report.base().isEmpty()) {
      return new Statement(
          alike,
          List.of(new Row(report.form(), Optional.empty(), BigDecimal.ZERO, report.allowed())));
    }
    List<Row> rows = new ArrayList<>();
    AllowedSet positive = strict(AT_LEAST_ZERO, true);
    rows.add(
        new Row(
            report.base().get(),
            Optional.empty(),
            BigDecimal.ZERO,
            isWhole ? positive.wholeNumbers() : positive));
    AllowedSet allowed = report.allowed();
    allowed
        .low()
        .ifPresent(
            end -> rows.add(row(report, end, strict(AT_LEAST_ZERO, allowed.lowOpen()), isWhole)));
    allowed
        .high()
        .ifPresent(
            end -> rows.add(row(report, end, strict(AT_MOST_ZERO, allowed.highOpen()), isWhole)));
    return new Statement(alike, rows);
  }

  private static AllowedSet strict(AllowedSet set, boolean isOpen) {
    return isOpen ? new AllowedSet(set.low(), true, set.high(), true) : set;
  }

  /** That one count is more than another means, in whole numbers, one more at least. */
  private static Row row(Report report, BigDecimal factor, AllowedSet set, boolean isWhole) {
    boolean isCount = isWhole && factor.compareTo(BigDecimal.ONE) == 0;
    return new Row(report.form(), report.base(), factor, isCount ? set.wholeNumbers() : set);
  }

  Report first() {
    return reports.get(0);
  }

  /** Whether it states an amount and not a quotient. */
  boolean isAmount() {
    return !first().isQuotient();
  }

  boolean isForecast() {
    return reports.stream().allMatch(r -> r.use() == Use.FORECAST);
  }

  boolean isUsed() {
    return reports.stream().anyMatch(r -> r.use() == Use.USED);
  }
}
