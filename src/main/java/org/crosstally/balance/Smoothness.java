package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills what the reports leave open as smoothly as they allow: the free unknowns f minimise {@code
 * |D·x|²}, the first differences of the daily rate (Denton 1971), or of its ratio to an indicator,
 * each divided by the root of the days between the middles of the two atoms and of the level of the
 * part. What the reports determine is not touched. Read as a random walk of the rate, whose
 * variance a day is {@code min |D·x|²} divided by the number of differences less that of the free
 * unknowns, the filling has a standard uncertainty.
 */
final class Smoothness {
  private static final double ZERO = 1e-10;

  private final RowSpace space;
  private final Cholesky penalty;
  private final double[][] mixed;
  private final List<double[]> open = new ArrayList<>();
  private final List<Form> differences;
  private final int rank;

  Smoothness(RowSpace space, LatentFlows flows, PartLevels levels) {
    this.space = space;
    int free = space.free().length;
    this.differences = differences(flows, levels);
    this.mixed = new double[free][space.rank()];
    double[][] matrix = new double[free][free];
    for (Form form : differences) {
      add(matrix, space.freePart(form), space.pivotPart(form));
    }
    double[][] copy = new double[free][];
    for (int i = 0; i < free; i++) {
      copy[i] = matrix[i].clone();
    }
    this.penalty = new Cholesky(matrix, ZERO);
    int determined = 0;
    for (int j = 0; j < free; j++) {
      if (penalty.isLeftOut(j)) {
        open.add(openDirection(copy, j));
      } else {
        determined++;
      }
    }
    this.rank = determined;
  }

  /** The first differences of the daily rates. */
  private static List<Form> differences(LatentFlows flows, PartLevels levels) {
    List<Form> forms = new ArrayList<>();
    for (LatentFlow flow : flows.flows()) {
      for (int part = 0; part < flow.parts().size(); part++) {
        double level = levels.of(flow, part);
        for (int cut = 0; cut + 2 < flow.cuts().size(); cut++) {
          double first = flow.shape(cut);
          double second = flow.shape(cut + 1);
          double root = Math.sqrt(level * (flow.days(cut) + flow.days(cut + 1)) / 2.0);
          forms.add(
              Form.ZERO
                  .plus(1 / (second * root), flow.atom(part, cut + 1))
                  .plus(-1 / (first * root), flow.atom(part, cut)));
        }
      }
    }
    return forms;
  }

  private void add(double[][] matrix, double[] free, double[] pivots) {
    for (int i = 0; i < free.length; i++) {
      if (free[i] != 0) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += free[i] * free[j];
        }
        for (int j = 0; j < pivots.length; j++) {
          mixed[i][j] += free[i] * pivots[j];
        }
      }
    }
  }

  /** A direction of the free unknowns that changes no difference. */
  private double[] openDirection(double[][] matrix, int index) {
    double[] column = new double[matrix.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = i >= index ? matrix[i][index] : matrix[index][i];
    }
    double[] direction = penalty.solve(column);
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -direction[i];
    }
    direction[index] = 1;
    return direction;
  }

  /** Whether smoothness determines a form that the reports leave open. */
  boolean determines(Form form) {
    double[] free = space.freePart(form);
    for (double[] direction : open) {
      double product = 0;
      double size = 0;
      for (int i = 0; i < free.length; i++) {
        product += free[i] * direction[i];
        size += Math.abs(free[i] * direction[i]);
      }
      if (Math.abs(product) > 1e-7 * Math.max(1e-3, size)) {
        return false;
      }
    }
    return true;
  }

  /** The form in terms of the basis, with the free unknowns as smooth as can be. */
  double[] combination(Form form) {
    double[] sum = space.pivotPart(form);
    double[] free = space.freePart(form);
    if (isZero(free)) {
      return sum;
    }
    double[] solved = penalty.solve(free);
    for (int i = 0; i < solved.length; i++) {
      if (solved[i] != 0) {
        double[] row = mixed[i];
        for (int j = 0; j < sum.length; j++) {
          sum[j] -= solved[i] * row[j];
        }
      }
    }
    return sum;
  }

  private static boolean isZero(double[] vector) {
    for (double v : vector) {
      if (v != 0) {
        return false;
      }
    }
    return true;
  }

  /** The free part of a form in coordinates in which the filling is white noise of one step. */
  double[] whitened(Form form) {
    double[] free = space.freePart(form);
    return isZero(free) ? free : penalty.forward(free);
  }

  /** The part of a form in the directions that not even smoothness determines. */
  double[] openPart(Form form) {
    double[] free = space.freePart(form);
    double[] part = new double[open.size()];
    for (int k = 0; k < part.length; k++) {
      part[k] = ActiveSet.product(free, open.get(k));
    }
    return part;
  }

  /** The degrees of freedom of the variance of the random walk. */
  int degrees() {
    return differences.size() - rank;
  }

  /** The variance of the random walk a day, for an estimate of the basis. */
  double variance(GaussMarkov fit) {
    if (degrees() <= 0) {
      return 0;
    }
    double sum = 0;
    for (Form form : differences) {
      double difference = fit.estimate(combination(form));
      sum += difference * difference;
    }
    return sum / degrees();
  }
}
