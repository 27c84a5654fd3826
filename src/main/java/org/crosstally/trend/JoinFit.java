package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;

/** Fits a broken line at known joins to all digits, with its errors and criteria. */
final class JoinFit {

  private static final int POLISHING = 3;

  private final SplineData data;
  private final JoinPoints options;
  private final double[] joins;
  private final boolean[] free;

  private JoinFit(SplineData data, JoinPoints options, double[] joins, boolean[] free) {
    this.data = data;
    this.options = options;
    this.joins = joins;
    this.free = free;
  }

  /** The model at the places that a search found; empty if the fit is not identified. */
  static Optional<JoinModel> at(SplineData data, JoinSearch.Places places, JoinPoints options) {
    int k = places.place().length;
    double[] joins = new double[k];
    for (int j = 0; j < k; j++) {
      int p = places.place()[j];
      joins[j] = places.gap()[j] ? (data.x(p) + data.x(p + 1)) / 2 : data.x(p);
    }
    JoinFit fit = new JoinFit(data, options, joins, places.gap());
    fit.polish(places);
    return fit.regression(false).map(fit::model);
  }

  /**
   * Moves joins in gaps to where the pieces meet: with a jump at the join in the regression, its
   * size over the change of slope is the way to go (Muggeo 2003), exact but for rounding.
   */
  private void polish(JoinSearch.Places places) {
    for (int round = 0; round < POLISHING; round++) {
      Optional<Regression> fit = regression(true);
      if (fit.isEmpty()) {
        return;
      }
      double[] b = fit.get().coefficients();
      int jump = 2 + joins.length;
      for (int j = 0; j < joins.length; j++) {
        if (free[j]) {
          int p = places.place()[j];
          double moved = joins[j] - b[jump++] / b[2 + j];
          joins[j] = Math.max(data.x(p), Math.min(data.x(p + 1), moved));
        }
      }
    }
  }

  /** Constant, time, change of slope at each join, and where asked for a jump at free joins. */
  private Optional<Regression> regression(boolean jumps) {
    double[][] rows = new double[data.size()][];
    double[] y = new double[data.size()];
    for (int i = 0; i < rows.length; i++) {
      double root = Math.sqrt(data.w(i));
      rows[i] = row(data.x(i), jumps, false);
      for (int c = 0; c < rows[i].length; c++) {
        rows[i][c] *= root;
      }
      y[i] = root * data.y(i);
    }
    return Regression.fit(rows, y);
  }

  private double[] row(double x, boolean jumps, boolean all) {
    List<Double> row = new ArrayList<>(List.of(1.0, x - data.meanX()));
    for (double join : joins) {
      row.add(Math.max(0, x - join));
    }
    for (int j = 0; j < joins.length; j++) {
      if (all || (jumps && free[j])) {
        row.add(x >= joins[j] ? 1.0 : 0.0);
      }
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private JoinModel model(Regression fit) {
    int k = joins.length;
    double[] b = fit.coefficients();
    double squares = fit.rss() + data.pure();
    double[] slopes = new double[k + 1];
    slopes[0] = b[1];
    for (int j = 0; j < k; j++) {
      slopes[j + 1] = slopes[j] + b[2 + j];
    }
    Errors errors = errors(b, fit, squares);
    List<JoinModel.Segment> segments = new ArrayList<>();
    for (int j = 0; j <= k; j++) {
      double from = j == 0 ? data.x(0) : joins[j - 1];
      double to = j == k ? data.x(data.size() - 1) : joins[j];
      double level = data.shift() + Regression.dot(row(from, false, false), b);
      segments.add(new JoinModel.Segment(from, to, level, slopes[j], errors.slope(j, slopes[j])));
    }
    List<JoinModel.Join> found = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      found.add(new JoinModel.Join(joins[j], errors.join(j)));
    }
    return new JoinModel(
        data.points(),
        found,
        segments,
        squares,
        errors.average(segments, slopes),
        options.scale(),
        isExact(fit)
            ? Outcome.undetermined(TrendReason.EXACT_LINE)
            : Outcome.of(criteria(squares)));
  }

  private JoinModel.Criteria criteria(double squares) {
    double n = data.points();
    int k = joins.length;
    double log = Math.log(squares / n);
    double penalty = Math.log(n) / n;
    return new JoinModel.Criteria(
        log + (2 * k + 2) * penalty,
        log + (3 * k + 2) * penalty,
        log + ((2 + partial()) * k + 2) * penalty);
  }

  private Errors errors(double[] b, Regression fit, double squares) {
    int k = joins.length;
    int df = data.points() - 2 * k - 2;
    if (df < 1) {
      return new Errors(options, Outcome.undetermined(TrendReason.NOT_IDENTIFIED), 0, k);
    }
    if (isExact(fit)) {
      return new Errors(options, Outcome.undetermined(TrendReason.EXACT_LINE), 0, k);
    }
    boolean joint = options.inference() == JoinPoints.Inference.JOINT;
    double[][] unscaled = fit.unscaled();
    if (joint && k > 0) {
      Optional<double[][]> wide = jointCovariance(b);
      if (wide.isEmpty()) {
        return new Errors(options, Outcome.undetermined(TrendReason.NOT_IDENTIFIED), 0, k);
      }
      unscaled = wide.get();
    }
    double variance = squares / df;
    double[][] covariance = new double[unscaled.length][unscaled.length];
    for (int a = 0; a < unscaled.length; a++) {
      for (int c = 0; c < unscaled.length; c++) {
        covariance[a][c] = variance * unscaled[a][c];
      }
    }
    return new Errors(options, Outcome.of(covariance), df, k);
  }

  private boolean isExact(Regression fit) {
    double size = 0;
    double rest = 0;
    for (int i = 0; i < data.size(); i++) {
      size = Math.max(size, Math.sqrt(data.w(i)) * Math.abs(data.y(i) + data.shift()));
      rest = Math.max(rest, Math.abs(fit.residuals()[i]));
    }
    return data.pure() == 0 && rest <= CentredLine.ROUNDING * size;
  }

  /**
   * The inverse of J'J with the derivative in the place of each join, -change of slope beyond it.
   */
  private Optional<double[][]> jointCovariance(double[] b) {
    int k = joins.length;
    double[][] rows = new double[data.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(data.x(i), false, true);
      for (int j = 0; j < k; j++) {
        rows[i][2 + k + j] *= -b[2 + j];
      }
      for (int c = 0; c < rows[i].length; c++) {
        rows[i][c] *= Math.sqrt(data.w(i));
      }
    }
    return Regression.fit(rows, new double[rows.length]).map(Regression::unscaled);
  }

  /** The largest partial R squared of a join within its two segments. */
  private double partial() {
    double largest = 0;
    for (int j = 0; j < joins.length; j++) {
      double from = j == 0 ? Double.NEGATIVE_INFINITY : joins[j - 1];
      double to = j + 1 == joins.length ? Double.POSITIVE_INFINITY : joins[j + 1];
      double at = joins[j];
      int[] who =
          IntStream.range(0, data.size())
              .filter(i -> data.x(i) > from && data.x(i) <= to)
              .toArray();
      double[][] line = new double[who.length][];
      double[][] broken = new double[who.length][];
      double[] y = new double[who.length];
      for (int i = 0; i < who.length; i++) {
        double root = Math.sqrt(data.w(who[i]));
        double d = root * (data.x(who[i]) - at);
        line[i] = new double[] {root, d};
        broken[i] = new double[] {root, d, Math.max(0, d)};
        y[i] = root * data.y(who[i]);
      }
      double before = Regression.fit(line, y).map(Regression::rss).orElse(0.0);
      double after = Regression.fit(broken, y).map(Regression::rss).orElse(before);
      largest = Math.max(largest, before > 0 ? 1 - after / before : 0);
    }
    return Math.min(1, largest);
  }

  /** Errors of slopes, joins and the average from one covariance, or why there are none. */
  private static final class Errors {
    private final JoinPoints options;
    private final Outcome<double[][]> found;
    private final double[][] covariance;
    private final int df;
    private final int k;

    Errors(JoinPoints options, Outcome<double[][]> found, int df, int k) {
      this.options = options;
      this.found = found;
      this.covariance = found.asOptional().orElse(new double[0][]);
      this.df = df;
      this.k = k;
    }

    private double error(double[] gradient) {
      double sum = 0;
      for (int a = 0; a < gradient.length; a++) {
        sum += gradient[a] * Regression.dot(covariance[a], gradient);
      }
      return Math.sqrt(Math.max(0, sum));
    }

    Outcome<JoinModel.Inference> slope(int j, double slope) {
      if (found.whyNot().isPresent()) {
        return Outcome.undetermined(found.whyNot().get());
      }
      double[] gradient = new double[covariance.length];
      Arrays.fill(gradient, 1, 2 + j, 1);
      double error = error(gradient);
      double q = Tails.studentTwoSidedQuantile(1 - options.level(), df);
      return inference(slope, error, q, Tails.studentTwoSided(slope / error, df));
    }

    private Outcome<JoinModel.Inference> inference(double slope, double error, double q, double p) {
      if (!(error > 0)) {
        return Outcome.undetermined(TrendReason.ZERO_VARIANCE);
      }
      return Outcome.of(
          new JoinModel.Inference(
              error,
              p,
              new ConfidenceInterval(slope - q * error, slope + q * error, options.level())));
    }

    Outcome<Double> join(int j) {
      if (found.whyNot().isPresent()) {
        return Outcome.undetermined(found.whyNot().get());
      }
      return options.placement() == JoinPoints.Placement.OBSERVED_TIMES
          ? Outcome.undetermined(TrendReason.NOT_ASKED_FOR)
          : Outcome.of(Math.sqrt(covariance[2 + k + j][2 + k + j]));
    }

    JoinModel.Average average(List<JoinModel.Segment> segments, double[] slopes) {
      double range = segments.get(k).to() - segments.get(0).from();
      double mean = 0;
      for (int j = 0; j <= k; j++) {
        mean += slopes[j] * (segments.get(j).to() - segments.get(j).from()) / range;
      }
      if (found.whyNot().isPresent()) {
        return new JoinModel.Average(mean, Outcome.undetermined(found.whyNot().get()));
      }
      double[] gradient = new double[covariance.length];
      gradient[1] = 1;
      for (int j = 0; j < k; j++) {
        double end = segments.get(k).to();
        gradient[2 + j] = (end - segments.get(j).to()) / range;
        if (gradient.length > 2 + k) {
          gradient[2 + k + j] = (slopes[j] - slopes[j + 1]) / range;
        }
      }
      double error = error(gradient);
      double q = Tails.normalQuantile(0.5 + options.level() / 2);
      double p = Math.min(1, Tails.floor(2 * Tails.normalUpper(Math.abs(mean / error))));
      return new JoinModel.Average(mean, inference(mean, error, q, p));
    }
  }
}
