package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/** The last adjustments and the constraints that reach them, solved with pivoting. */
final class DenseTail {
  private final int[] unknowns;
  private final int first;
  private final double[][] matrix;
  private final DenseLu lu;

  private DenseTail(int first, int[] unknowns, double[][] matrix) {
    this.first = first;
    this.unknowns = unknowns;
    this.matrix = matrix;
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    this.lu = DenseLu.of(copy);
  }

  static DenseTail empty() {
    return new DenseTail(0, new int[0], new double[0][0]);
  }

  /** Takes what is left in the front and adds what has not been in it; marks redundant rows. */
  static DenseTail of(Front front, boolean[] redundant) {
    FrontPlan plan = front.plan();
    int n = front.quadratic().size();
    List<Integer> list = new ArrayList<>();
    for (int t = plan.cut; t < n; t++) {
      list.add(t);
    }
    for (int row = 0; row < front.rows().count(); row++) {
      if (!redundant[row] && front.rows().last(row) >= plan.cut) {
        list.add(~row);
      }
    }
    int[] unknowns = list.stream().mapToInt(Integer::intValue).toArray();
    double[][] matrix = matrix(front, unknowns);
    double[] size = sizes(front, unknowns, matrix);
    boolean[] keep = independent(matrix, size, n - plan.cut);
    for (int i = 0; i < unknowns.length; i++) {
      if (!keep[i]) {
        redundant[~unknowns[i]] = true;
      }
    }
    int[] kept = IntStream.range(0, keep.length).filter(i -> keep[i]).toArray();
    double[][] reduced = new double[kept.length][kept.length];
    int[] names = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      names[i] = unknowns[kept[i]];
      for (int j = 0; j < kept.length; j++) {
        reduced[i][j] = matrix[kept[i]][kept[j]];
      }
    }
    return new DenseTail(plan.cut, names, reduced);
  }

  private static double[][] matrix(Front front, int[] unknowns) {
    FrontPlan plan = front.plan();
    SparseRows rows = front.rows();
    int k = unknowns.length;
    double[][] matrix = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (isInFront(front, unknowns[i]) && isInFront(front, unknowns[j])) {
          matrix[i][j] = front.entry(place(plan, unknowns[i]), place(plan, unknowns[j]));
        }
      }
    }
    BandedQuadratic p = front.quadratic();
    double[] band = new double[p.lags() + 1];
    for (int t = plan.cut; t < p.size(); t++) {
      Arrays.fill(band, 0);
      p.addRow(t, band);
      for (int j = 0; j < band.length && t + j * p.stride() < p.size(); j++) {
        int other = t + j * p.stride() - plan.cut;
        matrix[t - plan.cut][other] += band[j];
        matrix[other][t - plan.cut] = matrix[t - plan.cut][other];
      }
    }
    for (int i = p.size() - plan.cut; i < k; i++) {
      int row = ~unknowns[i];
      if (!isInFront(front, unknowns[i])) {
        matrix[i][i] = -front.looseness(row);
      }
      for (int at = rows.start(row); at < rows.end(row); at++) {
        int column = rows.column(at) - plan.cut;
        if (column >= 0) {
          matrix[i][column] += rows.value(at);
          matrix[column][i] = matrix[i][column];
        }
      }
    }
    return matrix;
  }

  private static boolean isInFront(Front front, int unknown) {
    FrontPlan plan = front.plan();
    return plan.cut > 0 && (unknown >= 0 || front.rows().first(~unknown) < plan.cut);
  }

  private static int place(FrontPlan plan, int unknown) {
    return unknown >= 0 ? plan.position(unknown) : plan.slot(~unknown);
  }

  private static double[] sizes(Front front, int[] unknowns, double[][] matrix) {
    double[] size = new double[unknowns.length];
    for (int i = 0; i < size.length; i++) {
      size[i] = isInFront(front, unknowns[i]) ? front.size(place(front.plan(), unknowns[i])) : 0;
      for (double v : matrix[i]) {
        size[i] = Math.max(size[i], Math.abs(v));
      }
    }
    return size;
  }

  /** Which rows from {@code from} on are independent of each other; those before it all are. */
  private static boolean[] independent(double[][] matrix, double[] size, int from) {
    int k = matrix.length;
    boolean[] keep = new boolean[k];
    Arrays.fill(keep, 0, from, true);
    double[][] rest = new double[k][];
    for (int i = from; i < k; i++) {
      rest[i] = matrix[i].clone();
    }
    for (int round = from; round < k; round++) {
      int row = -1;
      int column = -1;
      double best = BandedProgram.ROUNDING;
      for (int i = from; i < k; i++) {
        for (int j = 0; !keep[i] && j < k; j++) {
          if (Math.abs(rest[i][j]) > best * size[i]) {
            best = Math.abs(rest[i][j]) / size[i];
            row = i;
            column = j;
          }
        }
      }
      if (row < 0) {
        break;
      }
      keep[row] = true;
      for (int i = from; i < k; i++) {
        if (!keep[i]) {
          double factor = rest[i][column] / rest[row][column];
          for (int j = 0; j < k; j++) {
            rest[i][j] -= factor * rest[row][j];
          }
        }
      }
    }
    return keep;
  }

  boolean isRegular() {
    return lu.isRegular();
  }

  /** The number of negative eigenvalues. */
  int negativeDirections() {
    if (matrix.length == 0) {
      return 0;
    }
    double[] eigenvalues =
        new EigenDecomposition(MatrixUtils.createRealMatrix(matrix)).getRealEigenvalues();
    return (int) Arrays.stream(eigenvalues).filter(v -> v < 0).count();
  }

  int constraints() {
    return (int) Arrays.stream(unknowns).filter(u -> u < 0).count();
  }

  double logDeterminant() {
    return lu.logDeterminant();
  }

  void solve(double[] e, double[] m) {
    double[] x = new double[unknowns.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = unknowns[i] >= 0 ? e[unknowns[i]] : m[~unknowns[i]];
    }
    lu.solve(x);
    for (int i = 0; i < x.length; i++) {
      if (unknowns[i] >= 0) {
        e[unknowns[i]] = x[i];
      } else {
        m[~unknowns[i]] = x[i];
      }
    }
  }

  /** Writes the inverse into the places that the unknowns have in the front. */
  void fillInverse(FrontPlan plan, double[][] z, double[] diagonal) {
    for (int i = 0; i < unknowns.length; i++) {
      double[] x = new double[unknowns.length];
      x[i] = 1;
      lu.solve(x);
      if (unknowns[i] >= 0) {
        diagonal[unknowns[i]] = x[i];
      }
      if (isOpen(plan, unknowns[i])) {
        for (int j = 0; j < x.length; j++) {
          if (isOpen(plan, unknowns[j])) {
            z[place(plan, unknowns[i])][place(plan, unknowns[j])] = x[j];
          }
        }
      }
    }
  }

  private boolean isOpen(FrontPlan plan, int unknown) {
    return first > 0 && (unknown >= 0 || plan.isOpenAt(~unknown, first - 1));
  }
}
