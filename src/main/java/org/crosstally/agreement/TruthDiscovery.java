package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.outcome.Outcome;

/**
 * Judges sources by what they say about many quantities, and the quantities by the sources.
 *
 * <p>Each source has a weight, the same for all its claims, and the truth of an object is the
 * weighted mean of the claims about it. The methods differ in how the weights come about. With
 * {@code x_ij} the claim of source {@code i} about object {@code j}, {@code t_j} the truth, {@code
 * n_i} the number of claims of source {@code i} and {@code s_j} the standard deviation (divisor n)
 * of the claims about object {@code j}:
 *
 * <ul>
 *   <li>CRH (Li et al., SIGMOD 2014): {@code w_i = -log(L_i / sum L)}, {@code L_i = sum_j (x_ij -
 *       t_j)^2 / s_j}.
 *   <li>CATD (Li et al., PVLDB 2014): {@code w_i = q(alpha/2, n_i) / sum_j (x_ij - t_j)^2} with the
 *       quantile q of chi-square, so that a source with few claims is trusted less.
 *   <li>GTM (Zhao and Han, QDB 2012): on claims less the median, divided by {@code s_j}; {@code
 *       t_j} is normal around 0 with variance 1, the variance of a source inverse gamma with shape
 *       and scale 10; expectation and maximisation in turn.
 *   <li>Variance components: each source has a variance, {@code x_ij ~ N(t_j, v_i)}, and these are
 *       estimated by restricted maximum likelihood, the unknown truths integrated out; the
 *       logarithms of the variances are themselves normal with estimated mean and variance, so that
 *       a source with few claims is drawn towards the others (empirical Bayes; Harville 1977,
 *       Morris 1983). The weights are {@code 1 / v_i}, and each truth has a standard error. Unlike
 *       CATD it takes into account that the truths are estimated from the same claims, so that no
 *       source can prove itself right by dominating them.
 * </ul>
 *
 * <p>All methods are equivariant to a change of the unit and to a shift of all claims about an
 * object (CATD to the change of unit as long as no source is exact to its floor of 1e-15 in the sum
 * of squares). CRH, CATD and GTM start from the mean, the median and the prior and repeat until no
 * truth moves by more than 1e-13 of the spread of the claims.
 *
 * <p>Immutable; the same claims in any order give the same result.
 */
public final class TruthDiscovery {
  private static final int MOST_ITERATIONS = 20_000;

  private final Method method;

  private TruthDiscovery(Method method) {
    this.method = method;
  }

  /** How the weights come about. */
  public enum Method {
    /** The mean of the claims. */
    MEAN("mean"),
    /** The median of the claims. */
    MEDIAN("median"),
    /** Conflict resolution on heterogeneous data. */
    CRH("crh"),
    /** Confidence-aware truth discovery. */
    CATD("catd"),
    /** Gaussian truth model. */
    GTM("gtm"),
    /** Variance components by restricted maximum likelihood, with a prior fitted to them. */
    VARIANCE_COMPONENTS("variance-components");

    private final String code;

    Method(String code) {
      this.code = code;
    }

    /**
     * The word for files.
     *
     * @return the code
     */
    public String code() {
      return code;
    }
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * Estimates.
   *
   * @param method the method
   * @param truths the truth of each object
   * @param weights the weight of each source; none for the mean and the median
   * @param iterations how often the weights were computed
   */
  public record Estimated(Method method, List<Truth> truths, List<Weight> weights, int iterations)
      implements Outcome {
    /**
     * Copies the lists.
     *
     * @param method the method
     * @param truths the truth of each object
     * @param weights the weight of each source
     * @param iterations how often the weights were computed
     */
    public Estimated {
      truths = List.copyOf(truths);
      weights = List.copyOf(weights);
    }
  }

  /**
   * No estimates.
   *
   * @param method the method
   * @param reason why
   */
  public record NotEstimated(Method method, String reason) implements Outcome {}

  /**
   * The truth of one object.
   *
   * @param object the id of the object
   * @param value the estimate
   * @param standardError its standard error, where the method has one
   */
  public record Truth(String object, double value, OptionalDouble standardError) {}

  /**
   * The weight of one source.
   *
   * @param source the id of the source
   * @param value its weight
   */
  public record Weight(String source, double value) {}

  /**
   * Chooses a method.
   *
   * @param method the method
   * @return the procedure
   */
  public static TruthDiscovery by(Method method) {
    return new TruthDiscovery(method);
  }

  /**
   * Estimates the truths and the weights.
   *
   * @param claims the claims
   * @return the estimates, or why there are none
   */
  public Outcome estimate(Claims claims) {
    if (claims.size() == 0) {
      return new NotEstimated(method, "there are no claims");
    }
    TruthIteration iteration =
        switch (method) {
          case MEAN -> new Locations(claims, Locations.Kind.MEAN);
          case MEDIAN -> new Locations(claims, Locations.Kind.MEDIAN);
          case CRH -> new ConflictResolution(claims);
          case CATD -> new ConfidenceAware(claims);
          case GTM -> new GaussianTruthModel(claims);
          case VARIANCE_COMPONENTS -> new VarianceComponents(claims);
        };
    double tolerance = 1e-13 * spread(claims);
    for (int i = 1; i <= MOST_ITERATIONS; i++) {
      if (iteration.step() <= tolerance) {
        return estimated(claims, iteration, i);
      }
    }
    return new NotEstimated(
        method, "the truths still move after " + MOST_ITERATIONS + " iterations");
  }

  private Estimated estimated(Claims claims, TruthIteration iteration, int iterations) {
    List<Truth> truths = new ArrayList<>();
    for (int j = 0; j < claims.objects().size(); j++) {
      truths.add(
          new Truth(claims.objects().get(j), iteration.truths()[j], iteration.standardError(j)));
    }
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < iteration.weights().length; i++) {
      weights.add(new Weight(claims.sources().get(i), iteration.weights()[i]));
    }
    return new Estimated(method, truths, weights, iterations);
  }

  /** The root mean square distance of the claims from the mean of their object. */
  private static double spread(Claims claims) {
    double squares = 0;
    for (int j = 0; j < claims.objects().size(); j++) {
      double[] values = claims.valuesOf(j);
      double mean = Locations.mean(values);
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
    }
    return Math.sqrt(squares / claims.size());
  }
}
