package org.crosstally.agreement;

import java.util.OptionalDouble;

/** Truths and weights that improve each other step by step. Not safe to share between threads. */
abstract class TruthIteration {
  /** The claims. */
  final Claims claims;

  private double[] truths;

  TruthIteration(Claims claims, double[] start) {
    this.claims = claims;
    this.truths = start;
  }

  final double[] truths() {
    return truths;
  }

  /** The weights of the sources; none where the method has none. */
  abstract double[] weights();

  /** Computes the weights from the truths. */
  abstract void weigh();

  /** The truth of one object by the weights; its present one where all weights are zero. */
  double truth(int object) {
    double[] values = claims.valuesOf(object);
    int[] sources = claims.sourcesOf(object);
    double[] weights = weights();
    double sum = 0;
    double total = 0;
    for (int k = 0; k < values.length; k++) {
      sum += weights[sources[k]] * (values[k] - truths[object]);
      total += weights[sources[k]];
    }
    return total > 0 ? truths[object] + sum / total : truths[object];
  }

  OptionalDouble standardError(int object) {
    return OptionalDouble.empty();
  }

  /** Improves weights and truths, and returns how far a truth moved at most. */
  final double step() {
    weigh();
    double[] next = new double[truths.length];
    double moved = 0;
    for (int j = 0; j < next.length; j++) {
      next[j] = truth(j);
      moved = Math.max(moved, Math.abs(next[j] - truths[j]));
    }
    truths = next;
    return moved;
  }

  /** The sum over the claims of each source of the squared distance from the truth, divided. */
  final double[] squares(double[] divisors) {
    double[] squares = new double[claims.sources().size()];
    for (int j = 0; j < truths.length; j++) {
      double[] values = claims.valuesOf(j);
      int[] sources = claims.sourcesOf(j);
      for (int k = 0; k < values.length; k++) {
        double distance = values[k] - truths[j];
        squares[sources[k]] += distance * distance / divisors[j];
      }
    }
    return squares;
  }
}
