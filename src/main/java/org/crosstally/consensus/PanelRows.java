package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.crosstally.outcome.Outcome;

/** Runs every method that applies to the reports. */
final class PanelRows {

  private static final double SHARE = 0.1;

  private final List<Report> reports;
  private final double level;
  private final double[] y;
  private final double[] v;
  private final List<ConsensusPanel.Row> rows = new ArrayList<>();

  PanelRows(List<Report> reports, double level) {
    this.reports = reports;
    this.level = level;
    this.y = reports.stream().mapToDouble(Report::low).toArray();
    this.v = reports.stream().mapToDouble(Report::variance).toArray();
  }

  List<ConsensusPanel.Row> all() {
    if (reports.isEmpty()) {
      return List.of();
    }
    boolean exact = reports.stream().allMatch(Report::isExact);
    boolean weighted = exact && reports.stream().allMatch(report -> report.variance() > 0);
    if (exact) {
      mean();
    }
    if (weighted) {
      weighted();
    }
    if (exact) {
      robust();
    }
    if (!exact) {
      censored(PanelMethod.CENSORED, CensoredMean.Scale.NATURAL);
      if (PanelRules.allAboveZero(reports)) {
        censored(PanelMethod.CENSORED_LOG, CensoredMean.Scale.LOGARITHMIC);
      }
    }
    return List.copyOf(rows);
  }

  private void mean() {
    robust(PanelMethod.MEAN, RobustMean.trimmed(0));
  }

  private void weighted() {
    fit(PanelMethod.EQUAL_EFFECTS, HeterogeneityEstimator.EQUAL_EFFECTS, MeanTest.NORMAL);
    fit(PanelMethod.BIRGE, HeterogeneityEstimator.EQUAL_EFFECTS, MeanTest.KNAPP_HARTUNG_TRUNCATED);
    add(
        PanelMethod.PARTICLE_DATA_GROUP,
        ParticleDataGroupMean.withDefaults().fit(y, v),
        found -> normal(found.estimate(), found.scaledStandardError()));
    fit(PanelMethod.DERSIMONIAN_LAIRD, HeterogeneityEstimator.DERSIMONIAN_LAIRD, MeanTest.NORMAL);
    fit(
        PanelMethod.TWO_STEP_DERSIMONIAN_LAIRD,
        HeterogeneityEstimator.TWO_STEP_DERSIMONIAN_LAIRD,
        MeanTest.NORMAL);
    fit(PanelMethod.PAULE_MANDEL, HeterogeneityEstimator.PAULE_MANDEL, MeanTest.NORMAL);
    fit(
        PanelMethod.PAULE_MANDEL_KNAPP_HARTUNG,
        HeterogeneityEstimator.PAULE_MANDEL,
        MeanTest.KNAPP_HARTUNG_TRUNCATED);
    fit(
        PanelMethod.MODIFIED_MANDEL_PAULE,
        HeterogeneityEstimator.MODIFIED_MANDEL_PAULE,
        MeanTest.NORMAL);
    HeterogeneityEstimator reml = HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD;
    fit(PanelMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, reml, MeanTest.NORMAL);
    fit(PanelMethod.RESTRICTED_KNAPP_HARTUNG, reml, MeanTest.KNAPP_HARTUNG);
    fit(PanelMethod.RESTRICTED_KNAPP_HARTUNG_TRUNCATED, reml, MeanTest.KNAPP_HARTUNG_TRUNCATED);
    fit(PanelMethod.MAXIMUM_LIKELIHOOD, HeterogeneityEstimator.MAXIMUM_LIKELIHOOD, MeanTest.NORMAL);
    fit(PanelMethod.SIDIK_JONKMAN, HeterogeneityEstimator.SIDIK_JONKMAN, MeanTest.NORMAL);
    fit(PanelMethod.COCHRAN, HeterogeneityEstimator.HEDGES, MeanTest.NORMAL);
    fit(PanelMethod.HUNTER_SCHMIDT, HeterogeneityEstimator.HUNTER_SCHMIDT, MeanTest.NORMAL);
    rows.add(new ConsensusPanel.Row(PanelMethod.LINEAR_POOL, Outcome.of(pool())));
    add(
        PanelMethod.WEIGHTED_MEDIAN,
        WeightedMedian.withDefaults().fit(y, v),
        found -> normal(found.estimate(), found.standardError()));
    add(
        PanelMethod.LARGEST_CONSISTENT_SUBSET,
        LargestConsistentSubset.withDefaults().fit(y, v),
        found -> normal(found.estimate(), found.standardError()));
  }

  private void robust() {
    robust(PanelMethod.MEDIAN, RobustMean.median());
    robust(PanelMethod.HODGES_LEHMANN, RobustMean.hodgesLehmann());
    robust(PanelMethod.HUBER, RobustMean.huber());
    robust(PanelMethod.HUBER_PROPOSAL_2, RobustMean.huberProposal2());
    robust(PanelMethod.BIWEIGHT, RobustMean.biweight());
    robust(PanelMethod.TRIMMED, RobustMean.trimmed(SHARE));
    robust(PanelMethod.WINSORISED, RobustMean.winsorised(SHARE));
  }

  private void fit(PanelMethod method, HeterogeneityEstimator estimator, MeanTest test) {
    add(
        method,
        RandomEffects.withDefaults().with(estimator).with(test).withLevel(level).fit(y, v),
        found ->
            new ConsensusPanel.Line(
                found.estimate(), Outcome.of(found.standardError()), Outcome.of(found.interval())));
  }

  private ConsensusPanel.Line pool() {
    LinearPool pool = LinearPool.of(y, v);
    return new ConsensusPanel.Line(
        pool.mean(),
        Outcome.of(pool.standardDeviation()),
        Outcome.of(
            new ConfidenceInterval(
                pool.quantile((1 - level) / 2), pool.quantile((1 + level) / 2), level)));
  }

  private void robust(PanelMethod method, RobustMean procedure) {
    add(method, procedure.fit(y), this::student);
  }

  private ConsensusPanel.Line student(RobustMean.Location found) {
    Outcome<Double> error = found.standardError();
    if (error.whyNot().isPresent()) {
      return new ConsensusPanel.Line(
          found.estimate(), error, Outcome.undetermined(error.whyNot().get()));
    }
    double quantile = Tails.studentTwoSidedQuantile(1 - level, y.length - 1);
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

  private void censored(PanelMethod method, CensoredMean.Scale scale) {
    add(
        method,
        CensoredMean.withDefaults().with(scale).withLevel(level).fit(reports),
        found ->
            new ConsensusPanel.Line(
                found.estimate(),
                Outcome.of(
                    scale == CensoredMean.Scale.NATURAL
                        ? found.standardError()
                        : found.standardError() * found.estimate()),
                Outcome.of(found.interval())));
  }

  private <T> void add(
      PanelMethod method, Outcome<T> outcome, Function<T, ConsensusPanel.Line> line) {
    Outcome<ConsensusPanel.Line> result =
        outcome
            .asOptional()
            .map(found -> Outcome.of(line.apply(found)))
            .orElseGet(() -> Outcome.undetermined(outcome.whyNot().orElseThrow()));
    rows.add(new ConsensusPanel.Row(method, result));
  }
}
