package org.crosstally.reconcile;

/** What becomes of figures that are diagnosed as slips of the pen. */
public enum SlipTreatment {
  /** They are set aside: the number and its interval are as if nobody had printed them. */
  SET_ASIDE,
  /**
   * They do not move the number, but its interval is widened until it holds them, for the diagnosis
   * may be wrong.
   */
  KEEP_IN_INTERVAL
}
