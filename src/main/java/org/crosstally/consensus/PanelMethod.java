package org.crosstally.consensus;

import java.util.List;
import org.crosstally.outcome.Outcome;

/** The estimators of a {@link ConsensusPanel}, in the order of its rows. */
public enum PanelMethod implements Consensus {
  /** The plain mean of exact values with Student's interval. */
  MEAN("mean"),
  /** {@link HeterogeneityEstimator#EQUAL_EFFECTS} with {@link MeanTest#NORMAL}. */
  EQUAL_EFFECTS("equal effects"),
  /**
   * The equal-effects mean with its error times the Birge ratio: {@link
   * HeterogeneityEstimator#EQUAL_EFFECTS} with {@link MeanTest#KNAPP_HARTUNG_TRUNCATED}.
   */
  BIRGE("equal effects, Birge ratio"),
  /** {@link ParticleDataGroupMean}. */
  PARTICLE_DATA_GROUP("Particle Data Group"),
  /** {@link HeterogeneityEstimator#DERSIMONIAN_LAIRD} with {@link MeanTest#NORMAL}. */
  DERSIMONIAN_LAIRD("DerSimonian-Laird"),
  /** {@link HeterogeneityEstimator#TWO_STEP_DERSIMONIAN_LAIRD} with {@link MeanTest#NORMAL}. */
  TWO_STEP_DERSIMONIAN_LAIRD("DerSimonian-Laird, two steps"),
  /** {@link HeterogeneityEstimator#PAULE_MANDEL} with {@link MeanTest#NORMAL}. */
  PAULE_MANDEL("Paule-Mandel"),
  /** {@link HeterogeneityEstimator#PAULE_MANDEL} with {@link MeanTest#KNAPP_HARTUNG_TRUNCATED}. */
  PAULE_MANDEL_KNAPP_HARTUNG("Paule-Mandel, Knapp-Hartung truncated"),
  /** {@link HeterogeneityEstimator#MODIFIED_MANDEL_PAULE} with {@link MeanTest#NORMAL}. */
  MODIFIED_MANDEL_PAULE("Mandel-Paule, modified"),
  /** {@link HeterogeneityEstimator#RESTRICTED_MAXIMUM_LIKELIHOOD} with {@link MeanTest#NORMAL}. */
  RESTRICTED_MAXIMUM_LIKELIHOOD("restricted maximum likelihood"),
  /**
   * {@link HeterogeneityEstimator#RESTRICTED_MAXIMUM_LIKELIHOOD} with {@link
   * MeanTest#KNAPP_HARTUNG}.
   */
  RESTRICTED_KNAPP_HARTUNG("restricted maximum likelihood, Knapp-Hartung"),
  /**
   * {@link HeterogeneityEstimator#RESTRICTED_MAXIMUM_LIKELIHOOD} with {@link
   * MeanTest#KNAPP_HARTUNG_TRUNCATED}.
   */
  RESTRICTED_KNAPP_HARTUNG_TRUNCATED("restricted maximum likelihood, Knapp-Hartung truncated"),
  /** {@link HeterogeneityEstimator#MAXIMUM_LIKELIHOOD} with {@link MeanTest#NORMAL}. */
  MAXIMUM_LIKELIHOOD("maximum likelihood"),
  /** {@link HeterogeneityEstimator#SIDIK_JONKMAN} with {@link MeanTest#NORMAL}. */
  SIDIK_JONKMAN("Sidik-Jonkman"),
  /** {@link RandomEffects#cochranMean()}. */
  COCHRAN("Cochran, semi-weighted"),
  /** {@link HeterogeneityEstimator#HUNTER_SCHMIDT} with {@link MeanTest#NORMAL}. */
  HUNTER_SCHMIDT("Hunter-Schmidt"),
  /** {@link LinearPool} with equal weights; its standard deviation and central interval. */
  LINEAR_POOL("linear opinion pool"),
  /** {@link WeightedMedian}. */
  WEIGHTED_MEDIAN("weighted median"),
  /** {@link LargestConsistentSubset}. */
  LARGEST_CONSISTENT_SUBSET("largest consistent subset"),
  /** {@link RobustMean.Median}. */
  MEDIAN("median"),
  /** {@link RobustMean.HodgesLehmann}. */
  HODGES_LEHMANN("Hodges-Lehmann"),
  /** {@link RobustMean.Huber} with a cut of 1.5. */
  HUBER("Huber"),
  /** {@link RobustMean.HuberProposal2} with a cut of 1.5. */
  HUBER_PROPOSAL_2("Huber's proposal 2"),
  /** {@link RobustMean.Biweight} with a cut of 6. */
  BIWEIGHT("biweight"),
  /** {@link RobustMean.Trimmed} with a share of 0.1. */
  TRIMMED("trimmed mean"),
  /** {@link RobustMean.Winsorised} with a share of 0.1. */
  WINSORISED("winsorised mean"),
  /** {@link CensoredMean} on the natural scale with the restricted likelihood. */
  CENSORED("censored likelihood"),
  /** {@link CensoredMean} on the log scale with the restricted likelihood. */
  CENSORED_LOG("censored likelihood, log scale");

  private final String label;

  PanelMethod(String label) {
    this.label = label;
  }

  /**
   * Combines reports by this method alone, with an interval at 0.95. Here {@link #CENSORED} also
   * takes reports that are all exact.
   */
  @Override
  public Outcome<Combined> combine(List<Report> reports) {
    if (reports.isEmpty()) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    return PanelLines.named(label, new PanelLines(reports, 0.95).of(this));
  }

  /**
   * The method in words.
   *
   * @return a noun with its options
   */
  public String label() {
    return label;
  }
}
