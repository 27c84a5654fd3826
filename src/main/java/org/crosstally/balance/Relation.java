package org.crosstally.balance;

/** How a sum of values relates to a number. */
public enum Relation {
  /** The sum is the number. */
  EQUAL,
  /** The sum is the number or less. */
  AT_MOST,
  /** The sum is the number or more. */
  AT_LEAST
}
