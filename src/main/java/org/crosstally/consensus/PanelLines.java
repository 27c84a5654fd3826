package org.crosstally.consensus;

import java.util.List;
import java.util.function.Function;
import org.crosstally.outcome.Outcome;

/** What each method of a panel finds in the same reports, with an interval at one level. */
final class PanelLines {

  private static final double SHARE = 0.1;

  private final List<Report> reports;
  private final double level;

  PanelLines(List<Report> reports, double level) {
    this.reports = reports;
    this.level = level;
  }

  Outcome<ConsensusPanel.Line> of(PanelMethod method) {
    return switch (method) {
      case MEAN -> location(RobustMean.trimmed(0));
      case MEDIAN -> location(RobustMean.median());
      case HODGES_LEHMANN -> location(RobustMean.hodgesLehmann());
      case HUBER -> location(RobustMean.huber());
      case HUBER_PROPOSAL_2 -> location(RobustMean.huberProposal2());
      case BIWEIGHT -> location(RobustMean.biweight());
      case TRIMMED -> location(RobustMean.trimmed(SHARE));
      case WINSORISED -> location(RobustMean.winsorised(SHARE));
      case CENSORED -> line(CensoredMean.withDefaults());
      case CENSORED_LOG -> line(CensoredMean.withDefaults().with(CensoredMean.Scale.LOGARITHMIC));
      case PARTICLE_DATA_GROUP ->
          weighted(
              points -> ParticleDataGroupMean.withDefaults().fit(points.y, points.v),
              found -> normal(found.estimate(), found.scaledStandardError()));
      case LINEAR_POOL ->
          weighted(points -> Outcome.of(LinearPool.of(points.y, points.v)), this::pool);
      case WEIGHTED_MEDIAN ->
          weighted(
              points -> WeightedMedian.withDefaults().fit(points.y, points.v),
              found -> normal(found.estimate(), found.standardError()));
      case LARGEST_CONSISTENT_SUBSET ->
          weighted(
              points -> LargestConsistentSubset.withDefaults().fit(points.y, points.v),
              found -> normal(found.estimate(), found.standardError()));
      default -> randomEffects(method);
    };
  }

  /** The line with the name of the method that was asked for. */
  static Outcome<Consensus.Combined> named(String method, Outcome<ConsensusPanel.Line> line) {
    return map(line, found -> new Consensus.Combined(method, found, ""));
  }

  private Outcome<ConsensusPanel.Line> randomEffects(PanelMethod method) {
    HeterogeneityEstimator estimator =
        switch (method) {
          case DERSIMONIAN_LAIRD -> HeterogeneityEstimator.DERSIMONIAN_LAIRD;
          case TWO_STEP_DERSIMONIAN_LAIRD -> HeterogeneityEstimator.TWO_STEP_DERSIMONIAN_LAIRD;
          case PAULE_MANDEL, PAULE_MANDEL_KNAPP_HARTUNG -> HeterogeneityEstimator.PAULE_MANDEL;
          case MODIFIED_MANDEL_PAULE -> HeterogeneityEstimator.MODIFIED_MANDEL_PAULE;
          case RESTRICTED_MAXIMUM_LIKELIHOOD,
              RESTRICTED_KNAPP_HARTUNG,
              RESTRICTED_KNAPP_HARTUNG_TRUNCATED ->
              HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD;
          case MAXIMUM_LIKELIHOOD -> HeterogeneityEstimator.MAXIMUM_LIKELIHOOD;
          case SIDIK_JONKMAN -> HeterogeneityEstimator.SIDIK_JONKMAN;
          case COCHRAN -> HeterogeneityEstimator.HEDGES;
          case HUNTER_SCHMIDT -> HeterogeneityEstimator.HUNTER_SCHMIDT;
          default -> HeterogeneityEstimator.EQUAL_EFFECTS;
        };
    MeanTest test =
        switch (method) {
          case BIRGE, PAULE_MANDEL_KNAPP_HARTUNG, RESTRICTED_KNAPP_HARTUNG_TRUNCATED ->
              MeanTest.KNAPP_HARTUNG_TRUNCATED;
          case RESTRICTED_KNAPP_HARTUNG -> MeanTest.KNAPP_HARTUNG;
          default -> MeanTest.NORMAL;
        };
    return line(RandomEffects.withDefaults().with(estimator).with(test).withLevel(level));
  }

  Outcome<ConsensusPanel.Line> line(RandomEffects procedure) {
    return weighted(
        points -> procedure.fit(points.y, points.v),
        found ->
            new ConsensusPanel.Line(
                found.estimate(), Outcome.of(found.standardError()), Outcome.of(found.interval())));
  }

  Outcome<ConsensusPanel.Line> line(CensoredMean procedure) {
    return map(
        procedure.withLevel(level).fit(reports),
        found ->
            new ConsensusPanel.Line(
                found.estimate(),
                Outcome.of(
                    found.scale() == CensoredMean.Scale.NATURAL
                        ? found.standardError()
                        : found.standardError() * found.estimate()),
                Outcome.of(found.interval())));
  }

  Outcome<ConsensusPanel.Line> location(RobustMean procedure) {
    Outcome<Points> points = Points.of(reports);
    return points.whyNot().isPresent()
        ? Outcome.undetermined(points.whyNot().get())
        : map(procedure.fit(points.orElseThrow().y), this::student);
  }

  private <T> Outcome<ConsensusPanel.Line> weighted(
      Function<Points, Outcome<T>> procedure, Function<T, ConsensusPanel.Line> line) {
    Outcome<Points> points = Points.weighted(reports);
    return points.whyNot().isPresent()
        ? Outcome.undetermined(points.whyNot().get())
        : map(procedure.apply(points.orElseThrow()), line);
  }

  private static <T, R> Outcome<R> map(Outcome<T> outcome, Function<T, R> result) {
    return outcome
        .asOptional()
        .map(found -> Outcome.of(result.apply(found)))
        .orElseGet(() -> Outcome.undetermined(outcome.whyNot().orElseThrow()));
  }

  private ConsensusPanel.Line pool(LinearPool pool) {
    return new ConsensusPanel.Line(
        pool.mean(),
        Outcome.of(pool.standardDeviation()),
        Outcome.of(
            new ConfidenceInterval(
                pool.quantile((1 - level) / 2), pool.quantile((1 + level) / 2), level)));
  }

  private ConsensusPanel.Line student(RobustMean.Location found) {
    Outcome<Double> error = found.standardError();
    if (error.whyNot().isPresent()) {
      return new ConsensusPanel.Line(
          found.estimate(), error, Outcome.undetermined(error.whyNot().get()));
    }
    double quantile = Tails.studentTwoSidedQuantile(1 - level, reports.size() - 1);
    return around(found.estimate(), error.orElseThrow(), quantile);
  }

  private ConsensusPanel.Line normal(double estimate, double error) {
    return around(estimate, error, Normal.upperQuantile((1 - level) / 2));
  }

  private ConsensusPanel.Line around(double estimate, double error, double quantile) {
    return new ConsensusPanel.Line(
        estimate,
        Outcome.of(error),
        Outcome.of(
            new ConfidenceInterval(
                estimate - quantile * error, estimate + quantile * error, level)));
  }
}
