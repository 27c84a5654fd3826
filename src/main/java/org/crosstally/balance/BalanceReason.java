package org.crosstally.balance;

import org.crosstally.outcome.Reason;

/** Why a balance, or a number of it, is not determined. */
public enum BalanceReason implements Reason {
  /** No figure of the table has a meaning in the accounts. */
  NO_REPORTS("no figure has a meaning in the accounts"),
  /**
   * Shares, changes and robust weights were linearised again and again, and did not settle, or not
   * on a point that can be proved to be the only minimum near it. With the weights of Huber there
   * is none where all that tells a number lies far off.
   */
  NOT_CONVERGED("the solution did not settle where a minimum can be proved"),
  /** Nothing that is reported tells this number from others. */
  NOT_IDENTIFIED("the reports leave it open"),
  /** No figure is about such a flow. */
  NO_SUCH_FLOW("no figure is about this flow"),
  /** The period reaches beyond what the figures are about. */
  BEYOND_THE_REPORTS("the period reaches beyond those that figures are about"),
  /** Without this figure nothing predicts it. */
  NOT_PREDICTED("the other figures do not predict it");

  private final String sentence;

  BalanceReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
