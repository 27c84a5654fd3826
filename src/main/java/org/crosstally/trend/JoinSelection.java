package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crosstally.outcome.Outcome;

/** Fits the broken lines with 0, 1, 2, … joins to one series and chooses their number. */
final class JoinSelection {

  private final JoinPoints options;
  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final SplineData data;
  private final List<JoinModel> models;

  private JoinSelection(JoinPoints options, double[] x, double[] y, double[] weights) {
    this.options = options;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.data = SplineData.of(x, y, weights);
    this.models = models();
  }

  /** What is asked of the models of valid values, on the scale of the options. */
  static <T> Outcome<T> of(
      JoinPoints options,
      double[] x,
      double[] y,
      double[] weights,
      Function<JoinSelection, Outcome<T>> question) {
    Samples.requireSameLength(x, y);
    Samples.requireSameLength(x, weights);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    if (Arrays.stream(Samples.requireFinite("weight", weights)).anyMatch(w -> w <= 0)) {
      throw new IllegalArgumentException("a weight is not above 0");
    }
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    if (options.scale() == JoinPoints.Scale.LOG) {
      if (Arrays.stream(values).anyMatch(v -> v <= 0)) {
        return Outcome.undetermined(TrendReason.NOT_POSITIVE);
      }
      values = Arrays.stream(values).map(Math::log).toArray();
    }
    return question.apply(new JoinSelection(options, times, values, weights));
  }

  JoinPoints.Result choose() {
    if (options.criterion() == JoinPoints.Criterion.PERMUTATION) {
      return permutations().choose(models);
    }
    int best = 0;
    for (int k = 1; k < models.size(); k++) {
      if (value(models.get(k)) < value(models.get(best))) {
        best = k;
      }
    }
    return new JoinPoints.Result(models, best, options.criterion(), List.of());
  }

  Outcome<JoinPoints.Test> test(int fewer, int more) {
    return missing(more)
        .<Outcome<JoinPoints.Test>>map(Outcome::undetermined)
        .orElseGet(
            () -> Outcome.of(permutations().test(models.get(fewer), more, JoinPermutations.ALPHA)));
  }

  /** The observed times at which each join can be held. */
  Outcome<List<JoinRange>> ranges(int joins) {
    Optional<TrendReason> missing = missing(joins);
    if (missing.isPresent()) {
      return Outcome.undetermined(missing.get());
    }
    JoinModel model = models.get(joins);
    return model.degreesOfFreedom() < 1
        ? Outcome.undetermined(TrendReason.NOT_IDENTIFIED)
        : Outcome.of(ranges(model));
  }

  /** Why there is no model with so many joins that leaves residuals. */
  private Optional<TrendReason> missing(int joins) {
    int last = models.size() - 1;
    if (models.get(last).criteria().whyNot().isPresent()) {
      return Optional.of(TrendReason.EXACT_LINE);
    }
    return last < joins ? Optional.of(TrendReason.TOO_SHORT) : Optional.empty();
  }

  private JoinPermutations permutations() {
    return new JoinPermutations(
        x, y, weights, this::search, options.permutations(), options.seed());
  }

  private List<JoinRange> ranges(JoinModel model) {
    int k = model.joins().size();
    int df = model.degreesOfFreedom();
    double t = Tails.studentTwoSidedQuantile(1 - options.level(), df);
    double limit = model.squares() * (1 + t * t / df);
    List<JoinRange> ranges = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      List<Double> times = new ArrayList<>();
      for (int place = 0; place < data.size(); place++) {
        if (JoinSearch.held(data, k, options.between(), anywhere(), j, place) <= limit) {
          times.add(data.x(place));
        }
      }
      ranges.add(new JoinRange(model.joins().get(j).at(), times, options.level()));
    }
    return ranges;
  }

  private List<JoinModel> models() {
    List<JoinModel> found = new ArrayList<>();
    for (int k = 0;
        k <= options.largest() && JoinSearch.fits(data, k, k == 0 ? 1 : options.between());
        k++) {
      JoinSearch.Places places = search(data, k);
      Optional<JoinModel> model =
          places.place().length < k ? Optional.empty() : JoinFit.at(data, places, options);
      if (model.isEmpty()) {
        break;
      }
      found.add(model.get());
      if (model.get().criteria().whyNot().isPresent()) {
        break;
      }
    }
    return found;
  }

  private JoinSearch.Places search(SplineData points, int k) {
    return JoinSearch.best(points, k, k == 0 ? 1 : options.between(), anywhere());
  }

  private boolean anywhere() {
    return options.placement() == JoinPoints.Placement.ANYWHERE;
  }

  /** A line without residuals cannot be bettered, and more joins are not tried. */
  private double value(JoinModel model) {
    return model
        .criteria()
        .asOptional()
        .map(
            c ->
                switch (options.criterion()) {
                  case BIC -> c.bic();
                  case BIC3 -> c.bic3();
                  case WBIC, PERMUTATION -> c.wbic();
                })
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
