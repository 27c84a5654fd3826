package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** The active set against all possible active sets. */
class NearestPointTest {
  private static final List<Relation> RELATIONS =
      List.of(Relation.EQUAL, Relation.AT_MOST, Relation.AT_LEAST);

  /** A small random program: one equation in three constraints. */
  private static final class Program {
    private final int n;
    private final double[] y;
    private final double[] v;
    private final double[][] a;
    private final Relation[] relations;
    private final double[] bounds;

    Program(Random random) {
      n = 2 + random.nextInt(3);
      int rows = 1 + random.nextInt(6);
      y = random.doubles(n, -5, 5).toArray();
      v = random.doubles(n, 0.2, 3).toArray();
      a = new double[rows][n];
      relations = new Relation[rows];
      bounds = new double[rows];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] = random.nextInt(3) - 1;
        }
        relations[i] = RELATIONS.get(random.nextInt(3));
        bounds[i] = random.nextInt(7) - 3;
      }
    }

    private Outcome<NearestPoint.Solution> solve() {
      NearestPoint nearest = new NearestPoint(y, v);
      for (int i = 0; i < a.length; i++) {
        nearest.add(a[i], relations[i], bounds[i]);
      }
      return nearest.solve();
    }

    private boolean holds(double[] x) {
      for (int i = 0; i < a.length; i++) {
        double sum = -bounds[i];
        for (int j = 0; j < n; j++) {
          sum += a[i][j] * x[j];
        }
        boolean holds =
            switch (relations[i]) {
              case EQUAL -> Math.abs(sum) < 1e-9;
              case AT_MOST -> sum < 1e-9;
              case AT_LEAST -> sum > -1e-9;
            };
        if (!holds) {
          return false;
        }
      }
      return true;
    }

    private double distance(double[] x) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += (x[j] - y[j]) * (x[j] - y[j]) / v[j];
      }
      return sum;
    }

    /** The best of the points that are nearest under one subset of the rows as equations. */
    private double leastDistance() {
      double least = Double.POSITIVE_INFINITY;
      for (int subset = 0; subset < 1 << a.length; subset++) {
        double[] x = nearest(subset);
        if (holds(x)) {
          least = Math.min(least, distance(x));
        }
      }
      return least;
    }

    private double[] nearest(int subset) {
      int[] rows = IntStream.range(0, a.length).filter(i -> (subset >> i & 1) == 1).toArray();
      if (rows.length == 0) {
        return y.clone();
      }
      RealMatrix scaled = MatrixUtils.createRealMatrix(rows.length, n);
      double[] rest = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        rest[i] = bounds[rows[i]];
        for (int j = 0; j < n; j++) {
          scaled.setEntry(i, j, a[rows[i]][j] * Math.sqrt(v[j]));
          rest[i] -= a[rows[i]][j] * y[j];
        }
      }
      double[] z = new SingularValueDecomposition(scaled).getSolver().getInverse().operate(rest);
      double[] x = y.clone();
      for (int j = 0; j < n; j++) {
        x[j] += Math.sqrt(v[j]) * z[j];
      }
      return x;
    }
  }

  @Test
  void theActiveSetIsTheBestOfAll() {
    int infeasible = 0;
    for (int seed = 0; seed < 3000; seed++) {
      Program program = new Program(new Random(seed));
      Outcome<NearestPoint.Solution> found = program.solve();
      double least = program.leastDistance();
      if (least == Double.POSITIVE_INFINITY) {
        infeasible++;
        assertThat(found.whyNot()).contains(BenchmarkingReason.INFEASIBLE);
        continue;
      }
      double[] x = found.orElseThrow().point();
      assertThat(program.holds(x)).as("seed %d: %s", seed, Arrays.toString(x)).isTrue();
      assertThat(program.distance(x)).isCloseTo(least, within(1e-9 * (1 + least)));
    }
    assertThat(infeasible).isBetween(300, 2000);
  }

  @Test
  void manyBoundsAtOnceAreSolvedExactly() {
    Random random = new Random(11);
    int size = 400;
    double[] values = random.doubles(size, -10, 10).toArray();
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    NearestPoint nearest = new NearestPoint(values, ones);
    nearest.add(ones, Relation.EQUAL, 100);
    for (int i = 0; i < size; i++) {
      double[] unit = new double[size];
      unit[i] = 1;
      nearest.add(unit, Relation.AT_LEAST, 0);
    }
    double[] x = nearest.solve().orElseThrow().point();
    // The projection on a simplex: all that stay above 0 move by the same amount.
    assertThat(Arrays.stream(x).sum()).isCloseTo(100, within(1e-10));
    double shift = Double.NaN;
    for (int i = 0; i < size; i++) {
      if (x[i] > 1e-9) {
        shift = Double.isNaN(shift) ? x[i] - values[i] : shift;
        assertThat(x[i] - values[i]).isCloseTo(shift, within(1e-11));
      }
    }
    for (int i = 0; i < size; i++) {
      assertThat(x[i]).isGreaterThanOrEqualTo(-1e-12);
      assertThat(x[i]).isCloseTo(Math.max(0, values[i] + shift), within(1e-10));
    }
  }
}
