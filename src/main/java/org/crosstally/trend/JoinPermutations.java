package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Permutation tests of fewer against more joins: the residuals of the line with fewer are put in
 * other orders, and the ratio of squares that both numbers of joins reach is compared with the one
 * seen.
 */
final class JoinPermutations {

  static final double ALPHA = 0.05;

  /** Finds the best places of a number of joins. */
  interface Search {
    /** The places and their squares. */
    JoinSearch.Places best(SplineData data, int joins);
  }

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final Search search;
  private final int count;
  private final SplittableRandom random;

  JoinPermutations(double[] x, double[] y, double[] weights, Search search, int count, long seed) {
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.search = search;
    this.count = count;
    this.random = new SplittableRandom(seed);
  }

  /** Fewer joins are tested against more until they meet. */
  JoinPoints.Result choose(List<JoinModel> models) {
    JoinPoints.Criterion criterion = JoinPoints.Criterion.PERMUTATION;
    int few = 0;
    int many = models.size() - 1;
    if (models.get(many).criteria().whyNot().isPresent()) {
      return new JoinPoints.Result(models, many, criterion, List.of());
    }
    double each = many == 0 ? ALPHA : ALPHA / many;
    List<JoinPoints.Test> tests = new ArrayList<>();
    while (few < many) {
      JoinPoints.Test test = test(models.get(few), many, each);
      tests.add(test);
      if (test.p() <= each) {
        few++;
      } else {
        many--;
      }
    }
    return new JoinPoints.Result(models, few, criterion, tests);
  }

  JoinPoints.Test test(JoinModel none, int many, double level) {
    int few = none.joins().size();
    double[] rest = new double[y.length];
    Arrays.setAll(rest, i -> Math.sqrt(weights[i]) * (y[i] - none.at(x[i])));
    double seen = ratio(y, few, many);
    int asLarge = 1;
    for (int round = 0; round < count; round++) {
      Samples.shuffle(rest, random);
      double[] drawn = new double[y.length];
      Arrays.setAll(drawn, i -> none.at(x[i]) + rest[i] / Math.sqrt(weights[i]));
      // An order with the ratio seen counts, whatever its rounding.
      asLarge += ratio(drawn, few, many) >= seen * (1 - 1e-12) ? 1 : 0;
    }
    return new JoinPoints.Test(few, many, asLarge / (count + 1.0), level);
  }

  private double ratio(double[] values, int few, int many) {
    SplineData data = SplineData.of(x, values, weights);
    return search.best(data, few).squares() / search.best(data, many).squares();
  }
}
