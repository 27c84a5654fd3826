package org.crosstally.series;

import java.util.EnumSet;
import java.util.Set;

/** Interval arithmetic of changes. */
final class Changes {
  private Changes() {}

  /** An estimate whose interval covers what the intervals of both parts cover. */
  static Estimate estimate(double value, double low, double high, Estimate then, Estimate now) {
    Set<Estimate.Component> covers = EnumSet.noneOf(Estimate.Component.class);
    covers.addAll(then.covers());
    covers.addAll(now.covers());
    return new Estimate(value, Math.min(low, value), Math.max(high, value), covers);
  }

  /** 100 (now/then - 1) for a base whose interval lies above zero. */
  static Estimate percent(Estimate then, Estimate now) {
    double low = now.low() >= 0 ? percent(then.high(), now.low()) : percent(then.low(), now.low());
    double high =
        now.high() >= 0 ? percent(then.low(), now.high()) : percent(then.high(), now.high());
    return estimate(percent(then.value(), now.value()), low, high, then, now);
  }

  private static double percent(double then, double now) {
    return 100 * (now - then) / then;
  }
}
