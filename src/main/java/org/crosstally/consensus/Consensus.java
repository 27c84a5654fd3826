package org.crosstally.consensus;

import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * A way to make one number of several independent reports of it.
 *
 * <p>There are three kinds: a {@link PanelMethod} by its name; {@link
 * ConsensusPanel#recommended()}, which looks at the reports first; and a procedure with options of
 * its own ({@link RandomEffects}, {@link RobustMean}, {@link CensoredMean}).
 *
 * <p>All take the same reports. {@link CensoredMean} takes each for the set that it is. For the
 * others, which average points, a set that is bounded on both sides is its middle, and the variance
 * of an even distribution over the set, {@code (high - low)^2 / 12}, is added to its own; one that
 * weighs by variances finds nothing ({@code NO_VARIANCES}) where a report has none, and a bound on
 * one side has no middle ({@code ONE_SIDED}).
 */
public interface Consensus {

  /**
   * Combines reports.
   *
   * @param reports the reports, one for each independent source
   * @return the number with its error, or why there is none
   * @throws IllegalArgumentException as the procedure says
   */
  Outcome<Combined> combine(List<Report> reports);

  /**
   * One number from several reports.
   *
   * @param method the method in words: a noun with its options
   * @param line the number, its standard error and its interval
   * @param reason why this method was used, as a sentence; blank where it was asked for by name
   */
  record Combined(String method, ConsensusPanel.Line line, String reason) {}
}
