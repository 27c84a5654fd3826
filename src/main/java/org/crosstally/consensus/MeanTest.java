package org.crosstally.consensus;

/** How the standard error of the combined value, its test and its intervals are found. */
public enum MeanTest {
  /**
   * The standard error {@code 1 / sqrt(sum w)} and the normal distribution. Too narrow for few
   * values, because it takes tau<sup>2</sup> for known.
   */
  NORMAL("z"),
  /**
   * The standard error {@code sqrt(Q(tau^2) / ((k - 1) sum w))} and Student's t with k - 1 degrees
   * of freedom. Hartung, J. and Knapp, G. (2001), Statistics in Medicine 20, 3875-3889. It can be
   * narrower than {@link #NORMAL} where the values happen to agree well.
   */
  KNAPP_HARTUNG("knha"),
  /**
   * {@link #KNAPP_HARTUNG} with the factor {@code Q(tau^2) / (k - 1)} not below 1, so that the
   * standard error is never below that of {@link #NORMAL}. Knapp, G. and Hartung, J. (2003),
   * Statistics in Medicine 22, 2693-2710.
   */
  KNAPP_HARTUNG_TRUNCATED("adhoc");

  private final String abbreviation;

  MeanTest(String abbreviation) {
    this.abbreviation = abbreviation;
  }

  /**
   * The abbreviation that R's metafor uses.
   *
   * @return z, knha or adhoc
   */
  public String abbreviation() {
    return abbreviation;
  }
}
