package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How an origin revised its figures in the past, by their age.
 *
 * <p>A revision is relative: {@code r = last / then - 1}. The age of a figure is the number of days
 * between the end of its period and its publication; ages are taken together in bands.
 */
final class RevisionHistory {
  /** With fewer past figures than this, the history says nothing. */
  static final int FEWEST = 5;

  /** Where the bands of age begin, in days. */
  private static final long[] BANDS = {0, 30, 90, 182, 365, 730, 1826, 3652};

  private static final double COVERAGE = 0.95;
  private static final double USUAL_MULTIPLE = 3;
  private static final double WILD = 6;

  /** No revision of less than a per cent is wild. */
  private static final double SMALL = 0.01;

  private static final RevisionHistory EMPTY = new Builder().build();

  /** The revisions to expect of the figures of each band. */
  private final List<Optional<Expected>> expected;

  /** Sorted sizes of the revisions of vintages that were first out in a band. */
  private final List<double[]> sizes;

  private final double[] allSizes;

  private RevisionHistory(List<double[]> toLast, List<double[]> sizes) {
    this.expected = toLast.stream().map(RevisionHistory::expected).toList();
    this.sizes = sizes;
    this.allSizes = sizes.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  /** A history that says nothing. */
  static RevisionHistory empty() {
    return EMPTY;
  }

  /**
   * The largest relative difference that passes for one of the origin's usual revisions of figures
   * of this age: three times the root mean square of the past ones, those of the same band if there
   * are enough of them.
   *
   * @param age the age in days
   * @return the size; empty where the history has too few revisions
   */
  OptionalDouble usualSize(long age) {
    double[] similar = sizes.get(band(age));
    double[] past = similar.length >= FEWEST ? similar : allSizes;
    if (past.length < FEWEST) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(USUAL_MULTIPLE * rootMeanSquareOfUsual(past));
  }

  /**
   * The root mean square of sorted sizes without wild ones, which may be slips that nobody could
   * recognise: those of more than six times the median.
   */
  private static double rootMeanSquareOfUsual(double[] sorted) {
    return Math.sqrt(Arrays.stream(usualOf(sorted, 0.5)).map(r -> r * r).average().orElse(0));
  }

  /** The values whose size is no more than a multiple of a quantile of the sizes. */
  private static double[] usualOf(double[] sorted, double quantile) {
    double[] sizes = Arrays.stream(sorted).map(Math::abs).sorted().toArray();
    double wild = WILD * sizes[(int) (quantile * (sizes.length - 1))];
    return Arrays.stream(sorted).filter(r -> Math.abs(r) <= Math.max(wild, SMALL)).toArray();
  }

  /**
   * The revisions to expect of a figure of this age: the range that holds for a further figure of
   * the same kind with 95 %. It holds the distribution-free prediction interval from order
   * statistics, which reaches 95 % from 39 past figures on only; and on each side on which anything
   * was revised, the prediction interval of a normal distribution around zero, {@code t(n) sqrt(sum
   * r^2 / n) sqrt(1 + 1 / n)}.
   *
   * @param age the age in days
   * @return the range and the number of past figures; empty where there are too few
   */
  Optional<Expected> expected(long age) {
    return expected.get(band(age));
  }

  private static Optional<Expected> expected(double[] sorted) {
    int n = sorted.length;
    if (n < FEWEST) {
      return Optional.empty();
    }
    double[] usual = usualOf(sorted, 0.75);
    int rank = Math.max(1, (int) Math.floor((usual.length + 1) * (1 - COVERAGE) / 2));
    double meanSquare = Arrays.stream(usual).map(r -> r * r).average().orElse(0);
    double quantile = new TDistribution(null, n).inverseCumulativeProbability((1 + COVERAGE) / 2);
    double normal = quantile * Math.sqrt(meanSquare * (1 + 1.0 / n));
    double lowest = usual[rank - 1];
    double highest = usual[usual.length - rank];
    double low = usual[0] < 0 ? Math.min(lowest, -normal) : 0;
    double high = usual[usual.length - 1] > 0 ? Math.max(highest, normal) : 0;
    return Optional.of(new Expected(low, high, n));
  }

  /**
   * Revisions to expect.
   *
   * @param low the lowest relative revision, not above 0
   * @param high the highest relative revision, not below 0
   * @param figures the number of past figures that the range rests on
   */
  record Expected(double low, double high, int figures) {}

  private static int band(long age) {
    int position = Arrays.binarySearch(BANDS, Math.max(0, age));
    return position >= 0 ? position : -position - 2;
  }

  /**
   * A value that stood from a certain age on.
   *
   * @param age the age in days at which it was first out
   * @param value the value
   */
  record Standing(long age, double value) {}

  /** Collects the histories of single cells. Not safe to share between threads. */
  static final class Builder {
    private final List<List<Double>> toLast = bands();
    private final List<List<Double>> sizes = bands();

    private static List<List<Double>> bands() {
      return Stream.<List<Double>>generate(ArrayList::new).limit(BANDS.length).toList();
    }

    /**
     * Adds a cell.
     *
     * @param standings the values that stood, in their order, at least one
     * @param lastAge the age at which the last of them was last printed
     */
    void add(List<Standing> standings, long lastAge) {
      double last = standings.get(standings.size() - 1).value();
      if (last == 0) {
        return;
      }
      for (Standing standing : standings) {
        if (standing.value() != last) {
          sizes.get(band(standing.age())).add(Math.abs(standing.value() / last - 1));
        }
      }
      for (int band = 0; band + 1 < BANDS.length; band++) {
        // A figure that was last seen at about this age cannot tell what became of it.
        if (lastAge >= BANDS[band + 1]) {
          addStandingIn(band, standings, last);
        }
      }
    }

    /**
     * The first figure of this age: one that was first out in the band, or else the one that stood
     * when it began.
     */
    private void addStandingIn(int band, List<Standing> standings, double last) {
      double then = 0;
      for (Standing standing : standings) {
        boolean inBand = standing.age() > BANDS[band];
        if (standing.age() >= BANDS[band + 1] || (inBand && then != 0)) {
          break;
        }
        then = standing.value();
      }
      if (then != 0) {
        toLast.get(band).add(last / then - 1);
      }
    }

    RevisionHistory build() {
      return new RevisionHistory(sorted(toLast), sorted(sizes));
    }

    private static List<double[]> sorted(List<List<Double>> bands) {
      return bands.stream()
          .map(list -> list.stream().mapToDouble(Double::doubleValue).sorted().toArray())
          .toList();
    }
  }
}
