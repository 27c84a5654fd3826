package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.crosstally.outcome.Outcome;

/**
 * Fits of one data set as rows of text cells, with the columns in which R's metafor and MASS would
 * give them, so that files of either can be compared cell by cell.
 *
 * <p>Numbers have all digits that a double has. A quantity that does not exist is a blank cell, and
 * Huber's estimate without a scale is {@code NA}; a test statistic over a standard error of 0 is
 * {@code Inf} with p-value 0, as R has it.
 */
public final class ConsensusColumns {

  /** The columns of {@link #fits}, in order. */
  public static final List<String> FITS =
      List.of(
          "dataset",
          "method",
          "test",
          "k",
          "estimate",
          "se",
          "stat",
          "pval",
          "ci_lb",
          "ci_ub",
          "tau2",
          "se_tau2",
          "I2",
          "H2",
          "Q",
          "Qp",
          "pi_lb",
          "pi_ub",
          "birge",
          "tau2_qp_lb",
          "tau2_qp_ub",
          "logLik_ml",
          "logLik_reml");

  /** The columns of {@link #robust}, in order. */
  public static final List<String> ROBUST =
      List.of(
          "dataset",
          "k",
          "mean",
          "median",
          "mad_raw",
          "wmedian_1_vi",
          "hodges_lehmann",
          "huber_mass_k1.5_mad",
          "hubers_prop2_mu",
          "hubers_prop2_s",
          "biweight_c6_mad",
          "pdg_mean",
          "pdg_se",
          "pdg_S_pruned",
          "pdg_se_scaled");

  /** Where the program behind the columns of proposal 2 stops, settled or not. */
  private static final int MASS_STEPS = 30;

  private static final List<HeterogeneityEstimator> METHODS =
      List.of(
          HeterogeneityEstimator.EQUAL_EFFECTS,
          HeterogeneityEstimator.DERSIMONIAN_LAIRD,
          HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD,
          HeterogeneityEstimator.PAULE_MANDEL,
          HeterogeneityEstimator.MAXIMUM_LIKELIHOOD,
          HeterogeneityEstimator.EMPIRICAL_BAYES,
          HeterogeneityEstimator.SIDIK_JONKMAN,
          HeterogeneityEstimator.HEDGES,
          HeterogeneityEstimator.HUNTER_SCHMIDT);

  private ConsensusColumns() {}

  /**
   * One row for each of nine estimators of the variance between sources and each of three tests.
   *
   * @param dataset the name of the data set, for the first column
   * @param y the values, one at least
   * @param v the variance of each value
   * @return 27 rows of cells, as many as {@link #FITS}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}, or if there
   *     is no value
   */
  public static List<List<String>> fits(String dataset, double[] y, double[] v) {
    requireValues(y);
    List<List<String>> rows = new ArrayList<>();
    for (HeterogeneityEstimator method : METHODS) {
      for (MeanTest test : MeanTest.values()) {
        RandomEffectsFit fit =
            RandomEffects.withDefaults().with(method).with(test).fit(y, v).orElseThrow();
        rows.add(row(dataset, fit));
      }
    }
    return rows;
  }

  private static List<String> row(String dataset, RandomEffectsFit fit) {
    List<String> cells = new ArrayList<>();
    cells.add(dataset);
    cells.add(fit.estimator().abbreviation());
    cells.add(fit.test().abbreviation());
    cells.add(Integer.toString(fit.k()));
    cells.add(number(fit.estimate()));
    cells.add(number(fit.standardError()));
    boolean exact = fit.statistic().whyNot().isPresent();
    cells.add(exact ? infinite(fit.estimate()) : number(fit.statistic().orElseThrow()));
    cells.add(exact ? "0" : number(fit.p().orElseThrow()));
    cells.add(number(fit.interval().low()));
    cells.add(number(fit.interval().high()));
    cells.add(number(fit.tauSquared()));
    cells.add(cell(fit.tauSquaredStandardError()));
    cells.add(number(fit.iSquared()));
    cells.add(number(fit.hSquared()));
    cells.add(number(fit.q()));
    cells.add(number(fit.qP()));
    Outcome<ConfidenceInterval> prediction = fit.predictionInterval();
    cells.add(end(prediction, ConfidenceInterval::low));
    cells.add(end(prediction, ConfidenceInterval::high));
    cells.add(cell(fit.birgeRatio()));
    // The profile interval does not depend on the test, and is given once.
    Outcome<ConfidenceInterval> profile =
        fit.test() == MeanTest.NORMAL
            ? fit.tauSquaredInterval()
            : Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL);
    cells.add(end(profile, ConfidenceInterval::low));
    cells.add(end(profile, ConfidenceInterval::high));
    cells.add(number(fit.logLikelihood()));
    cells.add(number(fit.restrictedLogLikelihood()));
    return List.copyOf(cells);
  }

  private static String infinite(double estimate) {
    return estimate == 0 ? "NaN" : estimate > 0 ? "Inf" : "-Inf";
  }

  /**
   * The row of robust estimates. Proposal 2 stops after 30 steps here, as {@code MASS::hubers}
   * does.
   *
   * @param dataset the name of the data set, for the first column
   * @param y the values, one at least
   * @param v the variance of each value
   * @return as many cells as {@link #ROBUST}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}, or if there
   *     is no value
   */
  public static List<String> robust(String dataset, double[] y, double[] v) {
    requireValues(y);
    RobustMean.Location proposal2 =
        new RobustMean.HuberProposal2(1.5, MASS_STEPS)
            .fit(y)
            .asOptional()
            .orElseGet(() -> RobustMean.median().fit(y).orElseThrow());
    ParticleDataGroupMean.Result group =
        ParticleDataGroupMean.withDefaults().fit(y, v).orElseThrow();
    return List.of(
        dataset,
        Integer.toString(y.length),
        number(RobustMean.trimmed(0).fit(y).orElseThrow().estimate()),
        location(RobustMean.median(), y),
        number(Samples.mad(y)),
        number(WeightedMedian.withDefaults().fit(y, v).orElseThrow().estimate()),
        location(RobustMean.hodgesLehmann(), y),
        location(RobustMean.huber(), y),
        number(proposal2.estimate()),
        number(proposal2.scale()),
        location(RobustMean.biweight(), y),
        number(group.estimate()),
        number(group.standardError()),
        number(group.scaleFactor()),
        number(group.scaledStandardError()));
  }

  private static String location(RobustMean procedure, double[] y) {
    return procedure.fit(y).asOptional().map(found -> number(found.estimate())).orElse("NA");
  }

  private static String cell(Outcome<Double> value) {
    return value.asOptional().map(ConsensusColumns::number).orElse("");
  }

  private static String end(
      Outcome<ConfidenceInterval> interval, ToDoubleFunction<ConfidenceInterval> end) {
    Optional<ConfidenceInterval> found = interval.asOptional();
    return found.isPresent() ? number(end.applyAsDouble(found.get())) : "";
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private static void requireValues(double[] y) {
    if (y.length == 0) {
      throw new IllegalArgumentException("no values: one at least");
    }
  }
}
