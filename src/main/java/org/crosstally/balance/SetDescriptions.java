package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/** Says minimal sets in words, with the numbers of their figures. */
final class SetDescriptions {
  private final ToDoubleFunction<Form> solution;

  /**
   * Prepares to describe sets.
   *
   * @param solution the balanced value of a form, by which shares and changes are converted
   */
  SetDescriptions(ToDoubleFunction<Form> solution) {
    this.solution = solution;
  }

  ImpossibleSet describe(MinimalSet set) {
    List<Report> reports = representatives(set);
    int easiest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double variance = 0;
    for (int i = 0; i < reports.size(); i++) {
      double change = change(set, i, reports.get(i));
      double multiplier = set.multipliers().get(i);
      double deviation = softDeviation(reports.get(i));
      variance += multiplier * multiplier * deviation * deviation;
      boolean isEasier = Math.abs(change) < Math.abs(smallest) - 1e-9;
      boolean isAlike = Math.abs(change) < Math.abs(smallest) + 1e-9;
      // Of changes of one size, that of a forecast or a bound is the easier one.
      if (isEasier || (isAlike && isSofter(reports.get(i), reports.get(easiest)))) {
        smallest = change;
        easiest = i;
      }
    }
    return new ImpossibleSet(
        reports.stream().map(Report::figure).toList(),
        sentence(set, reports),
        reports.get(easiest).figure(),
        smallest,
        set.gap() * set.gap() / variance);
  }

  private static boolean isSofter(Report one, Report other) {
    return softness(one) > softness(other);
  }

  private static int softness(Report report) {
    return (report.use() == Use.USED ? 0 : 2) + (report.allowed().isPoint() ? 0 : 1);
  }

  /** The step of one figure that heals the set, in the unit of the figure. */
  private double change(MinimalSet set, int position, Report report) {
    double inForm = set.healing(position) / denominator(report);
    return Math.copySign(report.scale().width(inForm), inForm);
  }

  private double denominator(Report report) {
    return report.base().map(b -> Math.max(1, solution.applyAsDouble(b))).orElse(1.0);
  }

  private double softDeviation(Report report) {
    double deviation =
        report.uncertainty() > 0 ? report.uncertainty() : report.grain() / Math.sqrt(12);
    return deviation * denominator(report);
  }

  /**
   * Of figures that say the same, those that stand in one document with others of the set, and then
   * those that say it most exactly.
   */
  static List<Report> representatives(MinimalSet set) {
    Map<String, Integer> documents = new HashMap<>();
    for (Statement statement : set.statements()) {
      statement.reports().stream()
          .map(SetDescriptions::document)
          .distinct()
          .forEach(document -> documents.merge(document, 1, Integer::sum));
    }
    Comparator<Report> order =
        Comparator.comparing((Report r) -> -documents.getOrDefault(document(r), 0))
            .thenComparing(Report::uncertainty)
            .thenComparing(SetDescriptions::document)
            .thenComparing(r -> r.figure().id());
    return set.statements().stream()
        .map(statement -> statement.reports().stream().min(order).orElseThrow())
        .toList();
  }

  private static String document(Report report) {
    return report.figure().document().orElse(report.figure().source());
  }

  private String sentence(MinimalSet set, List<Report> reports) {
    int target = target(reports);
    Report against = reports.get(target);
    List<Report> others = new ArrayList<>(reports);
    others.remove(target);
    String subject = subject(against.figure());
    String rest = others.stream().map(r -> said(r, against)).collect(Collectors.joining(", "));
    String stated = stated(against);
    if (others.size() == 1
        && others.get(0).form().equals(against.form())
        && others.get(0).base().equals(against.base())) {
      return subject + ": " + stated(others.get(0)) + " against " + stated;
    }
    if (against.isQuotient()) {
      return subject + ": " + stated + " cannot be, given " + rest;
    }
    Optional<String> implied = implied(set, target, against);
    String how = isSum(against, others) ? " as the sum of " : " by ";
    return subject
        + ": "
        + implied.map(number -> number + how + rest).orElse(rest)
        + ", against "
        + stated;
  }

  /** The amount about the longest form; it is what the others are compared with. */
  private static int target(List<Report> reports) {
    int best = 0;
    for (int i = 1; i < reports.size(); i++) {
      if (rank(reports.get(i)) > rank(reports.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static double rank(Report report) {
    double amount = report.isQuotient() ? 0 : 1e9;
    Figure figure = report.figure();
    double days =
        figure.period().isOpen() || report.form().size() == 1
            ? 1e6
            : figure.period().days().orElse(0);
    return amount + days + 1e7 / (1 + figure.dimensions().values().size());
  }

  private static boolean isSum(Report total, List<Report> parts) {
    Form sum = Form.ZERO;
    for (Report part : parts) {
      if (part.isQuotient()) {
        return false;
      }
      sum = sum.plus(1, part.form());
    }
    return sum.equals(total.form());
  }

  /** What the other figures say of the one. */
  private Optional<String> implied(MinimalSet set, int target, Report report) {
    double healing = set.healing(target);
    double end = healing > 0 ? report.allowed().highest() : report.allowed().lowest();
    double value = report.scale().toFigure(end + healing);
    boolean isExact =
        set.statements().stream().allMatch(s -> s.isAmount() && s.first().allowed().isPoint());
    String bound = isExact ? "" : healing > 0 ? "at least " : "at most ";
    return Optional.of(bound + number(value));
  }

  static String number(double value) {
    return new java.math.BigDecimal(value)
        .setScale(Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : 1, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String subject(Figure figure) {
    return figure.cell().toString();
  }

  private static String said(Report report, Report beside) {
    Cell cell = report.figure().cell();
    Cell other = beside.figure().cell();
    StringBuilder out = new StringBuilder();
    if (!cell.measure().equals(other.measure())) {
      out.append(cell.measure()).append(' ');
    }
    if (!cell.dimensions().equals(other.dimensions())) {
      out.append(cell.dimensions()).append(' ');
    }
    if (!cell.period().equals(other.period())) {
      out.append(cell.period()).append(' ');
    }
    return out.append(stated(report)).toString();
  }

  private static String stated(Report report) {
    Figure figure = report.figure();
    Amount amount = figure.amount();
    String unit = figure.unit() instanceof Unit.Base ? "" : " " + figure.unit().format();
    String forecast = figure.status() == Status.FORECAST ? ", a forecast" : "";
    return amount.format() + unit + " (" + figure.id() + forecast + ")";
  }
}
