package org.crosstally.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Places on an axis that carry a label, evenly spaced by 1, 2 or 5 times a power of ten. */
record Ticks(List<Double> at, List<String> labels) {

  /** How the labels of an axis are written. */
  enum Style {
    PLAIN,
    SIGNED
  }

  /** What the numbers of an axis are divided by, and the word for it in the title. */
  enum Scale {
    ONES(1, ""),
    MILLIONS(1e6, "million "),
    BILLIONS(1e9, "billion ");

    final double factor;
    final String word;

    Scale(double factor, String word) {
      this.factor = factor;
      this.word = word;
    }

    static Scale of(Range range) {
      double most = Math.max(Math.abs(range.low()), Math.abs(range.high()));
      if (most >= 2e9) {
        return BILLIONS;
      }
      return most >= 2e6 ? MILLIONS : ONES;
    }
  }

  static Ticks of(Range range, int most, Style style, Scale scale) {
    BigDecimal step = step(range.span() / scale.factor, Math.max(1, most));
    int decimals = Math.max(0, step.scale());
    BigDecimal first =
        BigDecimal.valueOf(range.low() / scale.factor)
            .divide(step, 0, RoundingMode.CEILING)
            .multiply(step);
    List<Double> at = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    double end = range.high() + 1e-9 * range.span();
    for (BigDecimal v = first; v.doubleValue() * scale.factor <= end; v = v.add(step)) {
      at.add(v.doubleValue() * scale.factor);
      labels.add(
          style == Style.SIGNED && v.signum() != 0
              ? Numbers.signed(v.doubleValue(), decimals)
              : v.signum() == 0 ? "0" : Numbers.plain(v.doubleValue(), decimals));
    }
    return new Ticks(List.copyOf(at), List.copyOf(labels));
  }

  /** Numbers along an axis of their decimal logarithms: 1, 2 and 5 times the powers of ten. */
  static Ticks factors(Range logarithms, int most) {
    for (int[] digits : new int[][] {{1, 2, 5}, {1, 3}, {1}}) {
      Ticks ticks = factors(logarithms, digits, 1);
      if (ticks.at.size() <= most) {
        return ticks;
      }
    }
    int every = 2;
    Ticks ticks = factors(logarithms, new int[] {1}, every);
    while (ticks.at.size() > Math.max(2, most)) {
      every++;
      ticks = factors(logarithms, new int[] {1}, every);
    }
    return ticks;
  }

  /** Whether no label comes near the next one along a horizontal axis. */
  boolean hasRoom(Plane plane, double size) {
    for (int i = 1; i < at.size(); i++) {
      double half = (Type.width(labels.get(i - 1), size) + Type.width(labels.get(i), size)) / 2;
      if (plane.x(at.get(i)) - plane.x(at.get(i - 1)) < half + size / 2) {
        return false;
      }
    }
    return true;
  }

  private static Ticks factors(Range logarithms, int[] digits, int every) {
    List<Double> at = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int first = Math.floorDiv((int) Math.floor(logarithms.low()), every) * every;
    for (int power = first; power <= logarithms.high(); power += every) {
      for (int digit : digits) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        double place = Math.log10(value.doubleValue());
        if (logarithms.holds(place)) {
          at.add(place);
          labels.add(Numbers.plain(value.scale() < 0 ? value.setScale(0) : value));
        }
      }
    }
    return new Ticks(List.copyOf(at), List.copyOf(labels));
  }

  private static BigDecimal step(double span, int most) {
    double raw = span / most;
    int power = (int) Math.floor(Math.log10(raw));
    for (int p = power; ; p++) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(p);
        if (step.doubleValue() >= raw * (1 - 1e-9)) {
          return step.scale() < 0 ? step.setScale(0) : step;
        }
      }
    }
  }

  /** Whole years, as many as have room. */
  static Ticks years(int first, int last, double pitch, ToDoubleFunction<String> width) {
    double room = 1.35 * width.applyAsDouble("2000");
    int step = 1;
    for (int i = 0; step * pitch < room; i++) {
      step = new int[] {1, 2, 5}[i % 3] * (int) Math.pow(10, Math.floorDiv(i, 3));
    }
    int by = step;
    List<Integer> years =
        IntStream.rangeClosed(first, last).filter(y -> Math.floorMod(y, by) == 0).boxed().toList();
    if (years.isEmpty()) {
      years = List.of(first);
    }
    return new Ticks(
        years.stream().map(Integer::doubleValue).toList(),
        years.stream().map(y -> Integer.toString(y).replace("-", Numbers.MINUS)).toList());
  }
}
