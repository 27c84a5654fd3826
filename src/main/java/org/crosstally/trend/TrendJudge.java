package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crosstally.outcome.Outcome;
import org.crosstally.trend.TrendConclusion.Course;
import org.crosstally.trend.TrendConclusion.Leg;
import org.crosstally.trend.TrendConclusion.Monotone;

/**
 * Draws the conclusion from the evidence by fixed rules, the same for a series and its variants.
 */
final class TrendJudge {

  static final double ALPHA = 0.05;

  private TrendJudge() {}

  /** The conclusion on values at their times. */
  static TrendConclusion conclude(double[] x, double[] y) {
    return conclude(
        MannKendall.withDefaults().test(x, y),
        CorrectedMannKendall.withDefaults().test(x, y),
        joinPoints(x, y));
  }

  /** The broken line: in logarithms where they exist, with more joins the more points there are. */
  static Outcome<JoinPoints.Result> joinPoints(double[] x, double[] y) {
    return procedure(y).withLargest(largest(y.length)).fit(x, y);
  }

  static JoinPoints procedure(double[] y) {
    boolean positive = Arrays.stream(y).allMatch(v -> v > 0);
    return JoinPoints.withDefaults()
        .with(positive ? JoinPoints.Scale.LOG : JoinPoints.Scale.LINEAR);
  }

  /** One join for every five points or so from seven on, at most four. */
  static int largest(int n) {
    return n < 7 ? 0 : Math.min(4, 1 + (n - 7) / 5);
  }

  static TrendConclusion conclude(
      Outcome<MannKendall.Result> test,
      Outcome<CorrectedMannKendall.Result> corrected,
      Outcome<JoinPoints.Result> joins) {
    Optional<JoinModel> line = joins.asOptional().map(JoinPoints.Result::best);
    List<Leg> legs = line.map(TrendJudge::legs).orElse(List.of());
    return new TrendConclusion(
        monotone(test, corrected),
        course(legs),
        line.map(l -> l.joins().stream().map(JoinModel.Join::at).toList()).orElse(List.of()),
        legs);
  }

  private static Monotone monotone(
      Outcome<MannKendall.Result> test, Outcome<CorrectedMannKendall.Result> corrected) {
    if (test.asOptional().isEmpty()) {
      return Monotone.NOT_TESTABLE;
    }
    MannKendall.Result found = test.asOptional().get();
    if (found.p().twoSided() < ALPHA) {
      double allowed =
          corrected.asOptional().map(c -> c.p().twoSided()).orElse(found.p().twoSided());
      if (allowed >= ALPHA) {
        return Monotone.HINGES_ON_INDEPENDENCE;
      }
      return found.s() > 0 ? Monotone.INCREASE : Monotone.DECREASE;
    }
    return smallest(found.n()) >= ALPHA ? Monotone.TOO_FEW_TO_DECIDE : Monotone.NOT_ESTABLISHED;
  }

  /** The p-value of the most extreme order of n different values. */
  private static double smallest(int n) {
    double p = 2;
    for (int i = 2; i <= n && p >= ALPHA; i++) {
      p /= i;
    }
    return p;
  }

  private static List<Leg> legs(JoinModel line) {
    List<Leg> legs = new ArrayList<>();
    boolean exact = line.criteria().whyNot().isPresent();
    for (JoinModel.Segment segment : line.segments()) {
      Optional<JoinModel.Inference> inference = segment.inference().asOptional();
      if (inference.map(i -> i.interval().low() > 0).orElse(exact && segment.slope() > 0)) {
        legs.add(Leg.UP);
      } else if (inference.map(i -> i.interval().high() < 0).orElse(exact && segment.slope() < 0)) {
        legs.add(Leg.DOWN);
      } else {
        legs.add(Leg.LEVEL);
      }
    }
    return legs;
  }

  private static Course course(List<Leg> legs) {
    if (legs.isEmpty()) {
      return Course.UNKNOWN;
    }
    List<Leg> turns = new ArrayList<>();
    for (Leg leg : legs) {
      if (leg != Leg.LEVEL && (turns.isEmpty() || turns.get(turns.size() - 1) != leg)) {
        turns.add(leg);
      }
    }
    if (turns.isEmpty()) {
      return Course.NO_DIRECTION;
    }
    boolean up = turns.get(0) == Leg.UP;
    return switch (turns.size()) {
      case 1 -> up ? Course.RISE : Course.FALL;
      case 2 -> up ? Course.RISE_THEN_FALL : Course.FALL_THEN_RISE;
      default -> Course.SEVERAL_TURNS;
    };
  }
}
