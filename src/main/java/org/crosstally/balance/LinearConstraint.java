package org.crosstally.balance;

import java.util.Arrays;
import java.util.Objects;

/**
 * A linear constraint on several series, in every period: their weighted sum equals a number, or is
 * at most or at least that number. Instances are immutable.
 */
public final class LinearConstraint {
  private final String name;
  private final double[] coefficients;
  private final Relation relation;
  private final double bound;

  private LinearConstraint(String name, double[] coefficients, Relation relation, double bound) {
    this.name = Objects.requireNonNull(name, "name");
    this.coefficients = Checks.requireSeries(coefficients, "coefficients");
    this.relation = relation;
    this.bound = Checks.requireFinite(bound, "bound");
  }

  /**
   * A weighted sum that is a number.
   *
   * @param name what it is called in results
   * @param bound the number
   * @param coefficients the weight of each series; 0 for one that is not in the sum
   * @return the constraint
   * @throws IllegalArgumentException if a number is not finite
   */
  public static LinearConstraint equalTo(String name, double bound, double... coefficients) {
    return new LinearConstraint(name, coefficients, Relation.EQUAL, bound);
  }

  /**
   * A weighted sum that is 0, such as the parts less their total.
   *
   * @param name what it is called in results
   * @param coefficients the weight of each series
   * @return the constraint
   * @throws IllegalArgumentException if a number is not finite
   */
  public static LinearConstraint balanced(String name, double... coefficients) {
    return new LinearConstraint(name, coefficients, Relation.EQUAL, 0);
  }

  /**
   * A weighted sum that is at most a number.
   *
   * @param name what it is called in results
   * @param bound the number
   * @param coefficients the weight of each series
   * @return the constraint
   * @throws IllegalArgumentException if a number is not finite
   */
  public static LinearConstraint atMost(String name, double bound, double... coefficients) {
    return new LinearConstraint(name, coefficients, Relation.AT_MOST, bound);
  }

  /**
   * A weighted sum that is at least a number.
   *
   * @param name what it is called in results
   * @param bound the number
   * @param coefficients the weight of each series
   * @return the constraint
   * @throws IllegalArgumentException if a number is not finite
   */
  public static LinearConstraint atLeast(String name, double bound, double... coefficients) {
    return new LinearConstraint(name, coefficients, Relation.AT_LEAST, bound);
  }

  /**
   * What the constraint is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The weight of each series.
   *
   * @return a new array
   */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * How the weighted sum relates to the bound.
   *
   * @return the relation
   */
  public Relation relation() {
    return relation;
  }

  /**
   * The number to which the weighted sum is compared.
   *
   * @return the number
   */
  public double bound() {
    return bound;
  }

  @Override
  public String toString() {
    return name + ": " + Arrays.toString(coefficients) + " " + relation + " " + bound;
  }
}
