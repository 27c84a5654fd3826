package org.crosstally.balance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How large the parts of a flow are beside each other: the mean rate of each part over all its
 * time, relative to the mean of the parts. By these, ups and downs of the total are shared among
 * the parts in proportion to their size, as Denton's (1971) proportional method does.
 */
final class PartLevels {
  /** All parts alike. */
  static final PartLevels EVEN = new PartLevels(Map.of());

  /** No part counts as smaller than this share of the largest. */
  private static final double LEAST = 0.01;

  private final Map<FlowKey, double[]> levels;

  private PartLevels(Map<FlowKey, double[]> levels) {
    this.levels = levels;
  }

  /** The levels that a solution has; parts of a flow that it leaves open count alike. */
  static PartLevels of(LatentFlows flows, Estimation solution) {
    Map<FlowKey, double[]> levels = new HashMap<>();
    for (LatentFlow flow : flows.flows()) {
      double[] rates = new double[flow.parts().size()];
      boolean isKnown = rates.length > 1;
      for (int part = 0; part < rates.length; part++) {
        Form all = flow.total(part, flow.cuts().size() - 1).plus(-1, flow.total(part, 0));
        isKnown &= solution.isReported(all) || solution.isFilled(all);
        rates[part] = solution.value(all);
      }
      double largest = Arrays.stream(rates).max().orElse(0);
      if (isKnown && largest > 0) {
        double[] bounded = Arrays.stream(rates).map(r -> Math.max(r, LEAST * largest)).toArray();
        double mean = Arrays.stream(bounded).average().orElseThrow();
        levels.put(flow.key(), Arrays.stream(bounded).map(r -> r / mean).toArray());
      }
    }
    return new PartLevels(levels);
  }

  double of(LatentFlow flow, int part) {
    double[] known = levels.getOrDefault(flow.key(), new double[0]);
    return known.length == 0 ? 1 : known[part];
  }
}
