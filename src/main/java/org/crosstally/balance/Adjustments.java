package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;

/** What a balance makes of each figure, and what the others alone say of it. */
final class Adjustments {
  private final Reports reports;
  private final Solver solver;
  private final Estimation estimation;
  private final Gaps gaps;
  private final AccountingRules rules;

  Adjustments(
      Reports reports, AccountingRules rules, Solver solver, Estimation estimation, Gaps gaps) {
    this.reports = reports;
    this.rules = rules;
    this.solver = solver;
    this.estimation = estimation;
    this.gaps = gaps;
  }

  /** One for each report, in their order. */
  List<Adjustment> list() {
    List<Optional<GaussMarkov.LeaveOneOut>> predictions =
        new Predictions(solver, estimation).list();
    List<Integer> fitted = solver.fitted();
    List<Adjustment> adjustments = new ArrayList<>();
    for (Report report : reports.list()) {
      adjustments.add(
          solver
              .equationOf(report)
              .map(e -> adjusted(report, e, predictions.get(fitted.indexOf(e))))
              .orElseGet(() -> compared(report)));
    }
    return adjustments;
  }

  private Adjustment adjusted(
      Report report, int equation, Optional<GaussMarkov.LeaveOneOut> prediction) {
    double inForm = report.isQuotient() ? solver.denominator(equation) : 1;
    double shift = report.isQuotient() ? solver.ratio(equation) : 0;
    Outcome<Estimate> leaveOneOut =
        prediction
            .map(
                p ->
                    Outcome.of(
                        estimate(
                            report,
                            report.scale().toFigure(shift + p.value() / inForm),
                            report.scale().width(p.uncertainty() / inForm) * normal())))
            .orElseGet(() -> Outcome.undetermined(BalanceReason.NOT_PREDICTED));
    return new Adjustment(
        report.figure(),
        report.use(),
        stated(report),
        balanced(report),
        OptionalDouble.of(report.scale().width(solver.uncertainty(equation))),
        prediction.map(p -> OptionalDouble.of(p.leverage())).orElseGet(() -> OptionalDouble.of(1)),
        leaveOneOut);
  }

  private Adjustment compared(Report report) {
    OptionalDouble balanced = balanced(report);
    double own = report.uncertainty() > 0 ? report.uncertainty() : report.grain() / Math.sqrt(12);
    Outcome<Estimate> prediction =
        balanced.isPresent()
            ? Outcome.of(estimate(report, balanced.getAsDouble(), deviation(report) * normal()))
            : Outcome.undetermined(
                solver.isUnsettled(report)
                    ? BalanceReason.NOT_CONVERGED
                    : BalanceReason.NOT_PREDICTED);
    return new Adjustment(
        report.figure(),
        solver.isUnsettled(report) ? Use.UNSETTLED : report.use(),
        stated(report),
        balanced,
        report.isEquation() ? OptionalDouble.of(report.scale().width(own)) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        prediction);
  }

  private static OptionalDouble stated(Report report) {
    return report
        .centre()
        .map(c -> OptionalDouble.of(report.scale().toFigure(c.doubleValue())))
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble balanced(Report report) {
    if (report.base().isEmpty()) {
      return estimation.isDetermined(report.form(), gaps)
          ? OptionalDouble.of(report.scale().toFigure(estimation.value(report.form())))
          : OptionalDouble.empty();
    }
    Form base = report.base().get();
    double denominator = estimation.value(base);
    if (!estimation.isDetermined(base, gaps)
        || !estimation.isDetermined(report.form(), gaps)
        || !(denominator > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        report.scale().toFigure(estimation.value(report.form()) / denominator));
  }

  /** The standard uncertainty of what the balance says of a report, in its unit. */
  private double deviation(Report report) {
    if (report.base().isEmpty()) {
      return report.scale().width(estimation.uncertainty(report.form()));
    }
    double denominator = estimation.value(report.base().get());
    double ratio = estimation.value(report.form()) / denominator;
    Form tangent = report.form().plus(-ratio, report.base().get());
    return report.scale().width(estimation.uncertainty(tangent) / denominator);
  }

  /** The interval, which does not reach below nothing where that cannot be. */
  private Estimate estimate(Report report, double value, double halfWidth) {
    boolean isNonNegative =
        reports.reader().flowOf(report.figure().measure()).filter(rules::isNonNegative).isPresent();
    double nothing = report.scale().toFigure(0);
    double low = value - halfWidth;
    return new Estimate(
        value,
        isNonNegative ? Math.max(low, Math.min(value, nothing)) : low,
        value + halfWidth,
        Set.of());
  }

  /** The half width of a 95 per cent interval in standard uncertainties. */
  static double normal() {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(Balance.COVERAGE);
  }
}
