package org.crosstally.trend;

/**
 * One number that a procedure found, as a row of a table of evidence.
 *
 * @param method the procedure with its options, such as {@code mann-kendall}
 * @param quantity what the number is, such as {@code S}
 * @param value the number, finite
 */
public record Evidence(String method, String quantity, double value) {

  /**
   * A row of a table of evidence.
   *
   * @param method the procedure with its options
   * @param quantity what the number is
   * @param value the number
   * @throws IllegalArgumentException if the value is not finite
   */
  public Evidence {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(method + ", " + quantity + ": " + value);
    }
  }
}
