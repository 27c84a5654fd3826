package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Controlled rounding: whole running totals of a flow near the balanced ones. Flows are their
 * differences and totals over parts their sums, so that whatever is made of them adds up. At each
 * cut the sum of the parts is rounded first, which keeps differences that are whole; then the parts
 * are rounded down or up by the largest remainders, so that they make up that sum, those first that
 * would otherwise fall.
 */
final class WholeNumbers {
  /** Running totals whose fractions differ by less have the same fraction. */
  private static final double SAME = 1e-5;

  private final Map<Integer, Long> totals = new HashMap<>();

  WholeNumbers(LatentFlow flow, ToDoubleFunction<Form> solution) {
    int parts = flow.parts().size();
    double[][] real = new double[parts][flow.cuts().size()];
    double[] sums = new double[flow.cuts().size()];
    for (int cut = 0; cut < sums.length; cut++) {
      for (int part = 0; part < parts; part++) {
        real[part][cut] = solution.applyAsDouble(flow.total(part, cut));
        sums[cut] += real[part][cut];
      }
    }
    double offset = 0;
    if (flow.hasOpening()) {
      offset = -takeFraction(sums);
      for (double[] line : real) {
        offset += takeFraction(line);
      }
    }
    long[] before = new long[parts];
    for (int cut = 0; cut < sums.length; cut++) {
      long target = Math.round(sums[cut]) - Math.round(offset);
      before = rounded(column(real, cut), target, cut == 0 ? new long[0] : before);
      for (int part = 0; part < parts; part++) {
        Form total = flow.total(part, cut);
        if (total.size() > 0) {
          totals.put(total.index(0), before[part]);
        }
      }
    }
  }

  private static double[] column(double[][] lines, int index) {
    double[] column = new double[lines.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = lines[i][index];
    }
    return column;
  }

  /**
   * Takes off the most frequent fraction: where the opening is open, all running totals of a line
   * may be off by one, and flows are whole where the totals have it in common.
   */
  private static double takeFraction(double[] line) {
    Map<Long, Integer> counts = new HashMap<>();
    for (double value : line) {
      counts.merge(fraction(value), 1, Integer::sum);
    }
    long usual =
        counts.entrySet().stream()
            .max(
                Map.Entry.<Long, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(0L);
    double fraction = usual * SAME;
    for (int i = 0; i < line.length; i++) {
      line[i] -= fraction;
    }
    return fraction;
  }

  private static long fraction(double value) {
    long units = Math.round((value - Math.floor(value)) / SAME);
    return units == Math.round(1 / SAME) ? 0 : units;
  }

  private static long[] rounded(double[] real, long target, long[] before) {
    long[] whole = new long[real.length];
    long missing = target;
    List<Integer> order = new ArrayList<>();
    for (int part = 0; part < real.length; part++) {
      double near = Math.rint(real[part]);
      boolean isWhole = Math.abs(real[part] - near) < 10 * SAME;
      whole[part] = (long) (isWhole ? near : Math.floor(real[part]));
      missing -= whole[part];
      order.add(part);
    }
    order.sort(
        Comparator.comparing((Integer p) -> before.length == 0 || whole[p] >= before[p])
            .thenComparing(p -> whole[p] - real[p])
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; missing > 0; i = (i + 1) % order.size(), missing--) {
      whole[order.get(i)]++;
    }
    for (int i = order.size() - 1; missing < 0; i = i == 0 ? order.size() - 1 : i - 1, missing++) {
      whole[order.get(i)]--;
    }
    return whole;
  }

  /** The whole value of a form of running totals. */
  long value(Form form) {
    double sum = 0;
    for (int i = 0; i < form.size(); i++) {
      sum += form.coefficient(i) * totals.getOrDefault(form.index(i), 0L);
    }
    return Math.round(sum);
  }
}
