package org.crosstally.outcome;

/**
 * Why valid data determine no value. Each package that computes has its own list of reasons, an
 * enum, so that a program can tell them apart and a reader can read them.
 */
public interface Reason {

  /**
   * The reason in words, as a table or a message prints it.
   *
   * @return a clause without capital and full stop
   */
  String sentence();
}
