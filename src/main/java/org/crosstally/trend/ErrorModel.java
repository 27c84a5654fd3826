package org.crosstally.trend;

import java.util.Objects;

/**
 * What is assumed of the errors around a fitted line, and with it how the standard errors are
 * computed.
 */
public sealed interface ErrorModel {

  /**
   * Independent errors of equal variance.
   *
   * @return the model
   */
  static ErrorModel classical() {
    return new Classical();
  }

  /**
   * Independent errors of unequal variance.
   *
   * @param variant the weight of each squared residual
   * @return the model
   */
  static ErrorModel heteroskedastic(Variant variant) {
    return new Heteroskedastic(variant);
  }

  /**
   * Errors of unequal variance that are correlated with those shortly before them.
   *
   * @param bandwidth how far back
   * @param smallSample whether the covariance is enlarged for the fitted coefficients
   * @return the model
   */
  static ErrorModel neweyWest(Bandwidth bandwidth, SmallSample smallSample) {
    return new NeweyWest(bandwidth, smallSample);
  }

  /** Independent errors of equal variance: {@code s^2 (X'X)^-1} with {@code s^2 = RSS/(n - 2)}. */
  record Classical() implements ErrorModel {}

  /**
   * Independent errors of unequal variance: {@code (X'X)^-1 (sum w e^2 x x') (X'X)^-1}. From White,
   * H. (1980), Econometrica 48, 817-838.
   *
   * @param variant the weight w
   */
  record Heteroskedastic(Variant variant) implements ErrorModel {

    /**
     * A model with a weight, which is not null.
     *
     * @param variant the weight w
     */
    public Heteroskedastic {
      Objects.requireNonNull(variant, "variant");
    }
  }

  /**
   * Errors of unequal variance with serial correlation: {@code (X'X)^-1 (G0 + sum over l = 1..L of
   * (1 - l/(L+1)) (Gl + Gl')) (X'X)^-1} with {@code Gl = sum over t of e[t] e[t-l] x[t] x[t-l]'}.
   * Lags count observations in the order of time, whatever lies between them. From Newey, W. K. and
   * West, K. D. (1987), A simple, positive semi-definite, heteroskedasticity and autocorrelation
   * consistent covariance matrix, Econometrica 55, 703-708.
   *
   * @param bandwidth L
   * @param smallSample whether the covariance is multiplied by {@code n/(n - 2)}
   */
  record NeweyWest(Bandwidth bandwidth, SmallSample smallSample) implements ErrorModel {

    /**
     * A model with its options, which are not null.
     *
     * @param bandwidth L
     * @param smallSample whether the covariance is multiplied by {@code n/(n - 2)}
     */
    public NeweyWest {
      Objects.requireNonNull(bandwidth, "bandwidth");
      Objects.requireNonNull(smallSample, "smallSample");
    }
  }

  /**
   * The weight of a squared residual, with h the leverage of its point. From MacKinnon, J. G. and
   * White, H. (1985), Journal of Econometrics 29, 305-325.
   */
  enum Variant {
    /** {@code w = 1}. */
    HC0,
    /** {@code w = n/(n - 2)}. */
    HC1,
    /** {@code w = 1/(1 - h)^2}, near the jackknife; the safest in short series. */
    HC3
  }
}
