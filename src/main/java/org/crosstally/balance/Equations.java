package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reports that are equations of a system, each content once, with the uncertainty with which it
 * takes part, and the bounds that hold beside them. Immutable.
 */
final class Equations {
  private final Contradictions contradictions;
  private final AccountingRules rules;
  private final List<Report> list = new ArrayList<>();
  private final Map<String, Integer> byFigure = new HashMap<>();
  private final double[] uncertainties;
  private final double scale;

  Equations(
      Contradictions contradictions,
      AccountingRules rules,
      Robustness robustness,
      SortedMap<String, Double> origins) {
    this.contradictions = contradictions;
    this.rules = rules;
    Map<Copy, Integer> copies = new HashMap<>();
    for (Report report : contradictions.reports().list()) {
      if (report.use() == Use.USED && report.isEquation()) {
        int position = copies.computeIfAbsent(Copy.of(report), c -> list.size());
        if (position == list.size()) {
          list.add(report);
        }
        byFigure.put(report.figure().id(), position);
      }
    }
    double largest = 1;
    for (Report report : list) {
      largest = Math.max(largest, report.isQuotient() ? 0 : Math.abs(aimOf(report)));
    }
    scale = largest;
    uncertainties = uncertainties(robustness, origins);
  }

  /** Ten relays of one count are one equation. */
  private record Copy(Statement.Content content, BigDecimal aim, String origin) {
    static Copy of(Report report) {
      return new Copy(
          Statement.Content.of(report),
          report.centre().orElseThrow().stripTrailingZeros(),
          Vintages.originOf(report.figure()));
    }
  }

  private static double aimOf(Report report) {
    return report.centre().map(BigDecimal::doubleValue).orElseThrow();
  }

  private double[] uncertainties(Robustness robustness, SortedMap<String, Double> origins) {
    Map<String, Double> extra = ofContradictions(robustness);
    double[] all = new double[list.size()];
    for (int i = 0; i < all.length; i++) {
      Report report = list.get(i);
      double own = report.uncertainty();
      double ofOrigin =
          origins.getOrDefault(Vintages.originOf(report.figure()), 0.0) * Math.abs(aimOf(report));
      double variance = extra.getOrDefault(report.figure().id(), 0.0);
      all[i] = Math.sqrt(own * own + ofOrigin * ofOrigin + variance);
    }
    return all;
  }

  /**
   * The variances that contradictions add: a set of k equations that miss each other by a step of
   * size s for one of them is likely with an uncertainty of {@code s/√k} of each. Where the fit is
   * robust, the last printed digit is enough, for far equations lose their weight.
   */
  private Map<String, Double> ofContradictions(Robustness robustness) {
    Map<String, Double> variances = new TreeMap<>();
    for (MinimalSet set : contradictions.amongUsed()) {
      for (int i = 0; i < set.statements().size(); i++) {
        double step = set.healing(i);
        for (Report report : set.statements().get(i).reports()) {
          double size = report.isQuotient() ? report.grain() : step;
          double variance =
              robustness == Robustness.LEAST_SQUARES
                  ? size * size / set.statements().size()
                  : report.grain() * report.grain() / 12;
          variances.merge(
              report.figure().id(),
              variance,
              robustness == Robustness.LEAST_SQUARES ? Double::sum : Math::max);
        }
      }
    }
    return variances;
  }

  int size() {
    return list.size();
  }

  Report get(int equation) {
    return list.get(equation);
  }

  /** The equation that a figure is one of. */
  Optional<Integer> of(Report report) {
    return Optional.ofNullable(byFigure.get(report.figure().id()));
  }

  /** The number that an equation aims at. */
  double aim(int equation) {
    return aimOf(list.get(equation));
  }

  /** The uncertainty with which an equation takes part, in the unit of its form or quotient. */
  double uncertainty(int equation) {
    return uncertainties[equation];
  }

  /** The largest amount, which is the unit of what counts as small. */
  double scale() {
    return scale;
  }

  LatentFlows flows() {
    return contradictions.reports().flows();
  }

  /** Whether what a report says contradicts others of the system. */
  boolean isContested(Report report) {
    Integer position = contradictions.positions().get(Statement.Content.of(report));
    return position == null || contradictions.contested().contains(position);
  }

  /** What is never negative, and the bounds and directions that contradict nothing. */
  List<Estimation.Inequality> inequalities() {
    List<Estimation.Inequality> bounds = new ArrayList<>();
    flows()
        .nonNegative()
        .forEach(f -> bounds.add(new Estimation.Inequality(f, 0, Optional.empty())));
    for (Report report : contradictions.reports().list()) {
      if (report.use() == Use.USED && !report.isEquation() && !isContested(report)) {
        bounds.addAll(asBounds(report));
      }
    }
    return bounds;
  }

  /** What a report says, as inequalities. */
  List<Estimation.Inequality> asBounds(Report report) {
    boolean isWhole =
        contradictions
            .reports()
            .reader()
            .flowOf(report.figure().measure())
            .filter(rules::isWhole)
            .isPresent();
    List<Estimation.Inequality> bounds = new ArrayList<>();
    for (Statement.Row row : Statement.of(List.of(report), isWhole).rows()) {
      Form form = row.combined();
      Form negative = Form.ZERO.plus(-1, form);
      Optional<Report> said = Optional.of(report);
      row.set()
          .low()
          .ifPresent(v -> bounds.add(new Estimation.Inequality(form, v.doubleValue(), said)));
      row.set()
          .high()
          .ifPresent(v -> bounds.add(new Estimation.Inequality(negative, -v.doubleValue(), said)));
    }
    return bounds;
  }
}
