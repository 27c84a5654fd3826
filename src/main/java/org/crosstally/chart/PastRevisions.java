package org.crosstally.chart;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;

/**
 * What became of past figures of an age, as bands that hold a share of them.
 *
 * <p>Of each period the number that stood at the age is compared with the latest one, if it was
 * printed later for certain: only then could a revision have been seen. The ends of a band are
 * quantiles that interpolate between the order statistics around {@code (n + 1) p} (type 6 of
 * Hyndman and Fan, The American Statistician 50, 1996), and there is a band only where both lie
 * between the smallest and the largest.
 */
record PastRevisions(List<Line> lines) {

  /** Bands of the figure, the widest first, which is the lightest. */
  enum Band {
    NINETY(0.90, new Color(0xDCDCDC)),
    EIGHTY(0.80, new Color(0xBEBEBE)),
    FIFTY(0.50, new Color(0x969696));

    final double share;
    final Color color;

    Band(double share, Color color) {
      this.share = share;
      this.color = color;
    }

    int least() {
      return (int) Math.ceil(2 / (1 - share) - 1 - 1e-9);
    }

    String label() {
      return Math.round(100 * share) + " %";
    }
  }

  PastRevisions {
    lines = List.copyOf(lines);
  }

  /** A number that stood at an age, and the latest one. */
  record Pair(double then, double latest) {
    /** The difference from the latest number, in per cent of it. */
    double distance() {
      return 100 * (then - latest) / Math.abs(latest);
    }

    /** What the number was multiplied by, less one. */
    double revision() {
      return latest / then - 1;
    }
  }

  List<Pair> pairs(long age) {
    List<Pair> pairs = new ArrayList<>();
    for (Line line : lines) {
      LocalDate day = line.cell().period().end().plusDays(age);
      Optional<Release> then = line.knownOn(day);
      boolean isSeenAgain =
          line.latest().lastPublished().filter(p -> p.start().isAfter(day)).isPresent();
      if (then.isPresent() && isSeenAgain) {
        double latest = line.latest().value();
        if (then.get().value() != 0 && latest != 0) {
          pairs.add(new Pair(then.get().value(), latest));
        }
      }
    }
    return pairs;
  }

  /** The ends of a band. */
  static Optional<Range> band(List<Double> values, Band band) {
    if (values.size() < band.least()) {
      return Optional.empty();
    }
    double[] sample = values.stream().mapToDouble(Double::doubleValue).toArray();
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_6);
    double low = percentile.evaluate(sample, 50 * (1 - band.share));
    double high = percentile.evaluate(sample, 50 * (1 + band.share));
    return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
  }
}
