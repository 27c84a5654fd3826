package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Weighted least squares of equations with stated uncertainties, some of which may be zero (Stone,
 * Champernowne and Meade 1942). Equations that do not follow from more certain ones form a basis
 * with the values {@code b} and uncertainties {@code u}; every other is a combination {@code C} of
 * it. With {@code y = b + diag(u)·z} the estimate minimises {@code |z|² + Σ ((c - C·y) / v)²},
 * which stays well conditioned whatever the ratio of the uncertainties is. The covariance of y is
 * {@code diag(u)·(I + U'U)⁻¹·diag(u)}.
 *
 * <p>Immutable once made.
 */
final class GaussMarkov {
  /**
   * What stands for no uncertainty, relative to the largest number: it is never seen in results.
   */
  private static final double EXACT = 1e-12;

  /**
   * {@code form = value}, within a standard uncertainty.
   *
   * @param form the form
   * @param value what it is stated to be
   * @param uncertainty the standard uncertainty; zero where it is exact
   */
  record Equation(Form form, double value, double uncertainty) {}

  private final List<Equation> equations;
  private final RowSpace space;
  private final List<Integer> basis = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private final List<double[]> combinations = new ArrayList<>();
  private final double[] deviation;
  private final Cholesky information;
  private final double[] estimate;
  private final double least;

  GaussMarkov(List<Equation> equations, int unknowns) {
    this.equations = List.copyOf(equations);
    this.space = new RowSpace(unknowns);
    double largest = equations.stream().mapToDouble(e -> Math.abs(e.value())).max().orElse(1);
    this.least = EXACT * Math.max(1, largest);
    IntStream.range(0, equations.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> equations.get(i).uncertainty()))
        .forEach(this::add);
    this.deviation = basis.stream().mapToDouble(this::deviationOf).toArray();
    for (int i : others) {
      combinations.add(space.combination(equations.get(i).form()).orElseThrow());
    }
    int rank = basis.size();
    double[][] matrix = new double[rank][rank];
    double[] right = new double[rank];
    for (int k = 0; k < others.size(); k++) {
      addTo(matrix, right, combinations.get(k), others.get(k));
    }
    for (int i = 0; i < rank; i++) {
      matrix[i][i] += 1;
    }
    this.information = new Cholesky(matrix, 0);
    double[] z = information.solve(right);
    this.estimate = new double[rank];
    for (int i = 0; i < rank; i++) {
      estimate[i] = equations.get(basis.get(i)).value() + deviation[i] * z[i];
    }
  }

  private void add(int index) {
    (space.add(equations.get(index).form()) ? basis : others).add(index);
  }

  private double deviationOf(int index) {
    return deviation(equations.get(index));
  }

  /** The uncertainty with which an equation counts; of an exact one what stands for none. */
  double deviation(Equation equation) {
    return Math.max(least, equation.uncertainty());
  }

  private void addTo(double[][] matrix, double[] right, double[] combination, int index) {
    double v = deviationOf(index);
    int rank = combination.length;
    double[] scaled = new double[rank];
    int[] filled = new int[rank];
    int count = 0;
    double miss = equations.get(index).value();
    for (int i = 0; i < rank; i++) {
      if (combination[i] != 0) {
        scaled[i] = combination[i] * deviation[i] / v;
        miss -= combination[i] * equations.get(basis.get(i)).value();
        filled[count++] = i;
      }
    }
    for (int a = 0; a < count; a++) {
      int i = filled[a];
      double[] row = matrix[i];
      for (int b = 0; b <= a; b++) {
        row[filled[b]] += scaled[i] * scaled[filled[b]];
      }
      right[i] += scaled[i] * miss / v;
    }
  }

  /** Whether an uncertainty is only what stands for none. */
  boolean isExact(double deviation) {
    return deviation <= 2 * least * (1 + equations.size());
  }

  RowSpace space() {
    return space;
  }

  /** The estimates of the basis equations. */
  double estimate(double[] combination) {
    double sum = 0;
    for (int i = 0; i < combination.length; i++) {
      sum += combination[i] * estimate[i];
    }
    return sum;
  }

  /** A form in coordinates in which the estimation error is white noise. */
  double[] whitened(double[] combination) {
    double[] scaled = new double[combination.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = combination[i] * deviation[i];
    }
    return information.forward(scaled);
  }

  /** The positions of the equations on which a combination rests. */
  List<Integer> restsOn(double[] combination) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < combination.length; i++) {
      if (Math.abs(combination[i]) > 1e-9) {
        found.add(basis.get(i));
      }
    }
    return found;
  }

  /** The equations that follow from others. */
  int redundancy() {
    return others.size();
  }

  /**
   * What the others say of one equation.
   *
   * @param value the value that they predict
   * @param uncertainty its standard uncertainty
   * @param leverage how much of the estimate of the equation is its own
   */
  record LeaveOneOut(double value, double uncertainty, double leverage) {}

  /**
   * For each equation what the others alone predict: with {@code S = V + C·diag(u²)·C'} for the
   * discrepancies {@code p = c - C·b}, the residual of equation i is {@code (L'S⁻¹p)ᵢ / (L'S⁻¹L)ᵢᵢ}
   * where {@code L = (-C, I)}.
   *
   * @return one for each equation, in their order; empty where the others do not predict it
   */
  List<Optional<LeaveOneOut>> leaveOneOut() {
    int k = others.size();
    double[][] matrix = new double[k][k];
    double[] miss = new double[k];
    for (int i = 0; i < k; i++) {
      double[] c = combinations.get(i);
      miss[i] = equations.get(others.get(i)).value();
      for (int m = 0; m < c.length; m++) {
        miss[i] -= c[m] * equations.get(basis.get(m)).value();
      }
      for (int j = 0; j <= i; j++) {
        double[] d = combinations.get(j);
        double sum = 0;
        for (int m = 0; m < c.length; m++) {
          sum += c[m] * d[m] * deviation[m] * deviation[m];
        }
        matrix[i][j] = sum;
      }
      double v = deviationOf(others.get(i));
      matrix[i][i] += v * v;
    }
    Cholesky s = new Cholesky(matrix, 0);
    double[] solved = s.forward(miss);
    List<Optional<LeaveOneOut>> out = new ArrayList<>();
    equations.forEach(e -> out.add(Optional.empty()));
    for (int i = 0; i < k; i++) {
      double[] unit = new double[k];
      unit[i] = 1;
      out.set(others.get(i), leaveOneOut(s, solved, unit, others.get(i)));
    }
    for (int m = 0; m < basis.size(); m++) {
      double[] column = new double[k];
      boolean isUsed = false;
      for (int i = 0; i < k; i++) {
        column[i] = -combinations.get(i)[m];
        isUsed |= column[i] != 0;
      }
      if (isUsed) {
        out.set(basis.get(m), leaveOneOut(s, solved, column, basis.get(m)));
      }
    }
    return out;
  }

  private Optional<LeaveOneOut> leaveOneOut(
      Cholesky s, double[] solved, double[] column, int index) {
    double[] forward = s.forward(column);
    double weight = 0;
    double product = 0;
    for (int i = 0; i < forward.length; i++) {
      weight += forward[i] * forward[i];
      product += forward[i] * solved[i];
    }
    double v = deviationOf(index);
    if (!(weight > 0)) {
      return Optional.empty();
    }
    double variance = Math.max(0, 1 / weight - v * v);
    double value = equations.get(index).value() - product / weight;
    double leverage = Math.max(0, Math.min(1, 1 - v * v * weight));
    double deviation = Math.sqrt(variance);
    return Optional.of(new LeaveOneOut(value, isExact(deviation) ? 0 : deviation, leverage));
  }

  /** The weighted sum of squared residuals, chi-square with {@link #redundancy()} degrees. */
  double chiSquare() {
    double sum = 0;
    for (int i = 0; i < basis.size(); i++) {
      double r = (estimate[i] - equations.get(basis.get(i)).value()) / deviation[i];
      sum += r * r;
    }
    for (int k = 0; k < others.size(); k++) {
      Equation equation = equations.get(others.get(k));
      double r = (estimate(combinations.get(k)) - equation.value()) / deviationOf(others.get(k));
      sum += r * r;
    }
    return sum;
  }
}
