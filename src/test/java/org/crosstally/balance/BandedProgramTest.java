package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elimination with a front against the full matrix. */
class BandedProgramTest {

  /** A program with spans that overlap, some of them loose, for interleaved series. */
  private static final class Case {
    private final int n;
    private final int stride;
    private final Differences differences;
    private final SparseRows rows = new SparseRows();
    private final double[] looseness;
    private final RealMatrix full;
    private final double[] right;

    Case(Random random, int periods, int stride, Differences differences, int count) {
      this.stride = stride;
      this.differences = differences;
      n = periods * stride;
      looseness = new double[count];
      full = MatrixUtils.createRealMatrix(n + count, n + count);
      right = new double[n + count];
      double[] d = new double[n * (differences.order() + 1)];
      RealMatrix whole = MatrixUtils.createRealMatrix(n, n);
      for (int t = 0; t < n; t++) {
        differences.fill(d, t * (differences.order() + 1), t / stride);
        for (int k = 0; k <= differences.order() && t - k * stride >= 0; k++) {
          whole.setEntry(t, t - k * stride, d[t * (differences.order() + 1) + k]);
        }
      }
      full.setSubMatrix(whole.transpose().multiply(whole).getData(), 0, 0);
      for (int row = 0; row < count; row++) {
        int from = random.nextInt(n);
        int to = Math.min(n, from + 1 + random.nextInt(3 * stride * 4));
        for (int t = from; t < to; t++) {
          double weight = t > from && random.nextInt(4) == 0 ? 0 : 0.5 + random.nextDouble();
          rows.put(t, weight);
          full.setEntry(n + row, t, weight);
          full.setEntry(t, n + row, weight);
        }
        rows.endRow();
        looseness[row] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        full.setEntry(n + row, n + row, -looseness[row]);
      }
      for (int i = 0; i < right.length; i++) {
        right[i] = random.nextGaussian();
      }
    }

    BandedProgram factor() {
      return BandedProgram.factor(BandedQuadratic.of(n, stride, differences), rows, looseness)
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "1, 2", "1, 3", "3, 1", "4, 2"})
  void solutionsInversesAndDeterminantsAreThoseOfTheFullMatrix(int stride, int order) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Differences differences =
          seed % 2 == 0 && order == 1
              ? Differences.autoregressive(0.8)
              : Differences.ofOrder(order, Differences.Before.ZERO);
      Case c = new Case(random, 1 + random.nextInt(20), stride, differences, 0);
      Case many = new Case(random, 15 + random.nextInt(20), stride, differences, 6);
      for (Case any : new Case[] {c, many}) {
        check(any);
      }
    }
  }

  private static void check(Case c) {
    LUDecomposition lu = new LUDecomposition(c.full);
    if (!lu.getSolver().isNonSingular()) {
      return;
    }
    RealMatrix inverse = lu.getSolver().getInverse();
    // A test of the algebra, not of what is left of hopeless cases.
    if (inverse.getNorm() > 1e4) {
      return;
    }
    double[] expected = inverse.operate(c.right);
    double[] gradient = Arrays.copyOf(c.right, c.n);
    double[] totals = Arrays.copyOfRange(c.right, c.n, c.right.length);
    BandedProgram program = c.factor();
    double[] found = program.solve(gradient, totals);
    double[] variances = program.variances();
    for (int t = 0; t < c.n; t++) {
      assertThat(found[t]).isCloseTo(expected[t], within(1e-9 * (1 + Math.abs(expected[t]))));
      double entry = inverse.getEntry(t, t);
      assertThat(variances[t]).isCloseTo(entry, within(1e-9 * (1 + Math.abs(entry))));
    }
    assertThat(program.logDeterminant())
        .isCloseTo(Math.log(Math.abs(lu.getDeterminant())), within(1e-8));
  }

  @Test
  void redundantRowsAreSetAsideAndJudged() {
    for (int order = 0; order <= 3; order++) {
      SparseRows rows = new SparseRows();
      int[][] spans = {{0, 3}, {3, 6}, {0, 6}, {2, 5}, {2, 5}, {9, 12}, {6, 9}, {0, 12}};
      for (int[] span : spans) {
        for (int t = span[0]; t < span[1]; t++) {
          rows.put(t, 1);
        }
        rows.endRow();
      }
      BandedQuadratic quadratic =
          BandedQuadratic.of(14, 1, Differences.ofOrder(order, Differences.Before.ZERO));
      BandedProgram program = BandedProgram.factor(quadratic, rows, new double[8]).orElseThrow();
      double[] right = {1, 2, 3, 1.5, 1.5, 4, -1, 6};
      double[] e = program.solve(new double[14], right);
      double[] scale = {1, 1, 1, 1, 1, 1, 1, 1};
      assertThat(program.isContradicted(e, right, scale)).isFalse();
      for (int row = 0; row < 8; row++) {
        assertThat(rows.times(row, e)).isCloseTo(right[row], within(1e-12));
      }
      right[7] = 6.001;
      e = program.solve(new double[14], right);
      assertThat(program.isContradicted(e, right, scale)).isTrue();
    }
  }
}
