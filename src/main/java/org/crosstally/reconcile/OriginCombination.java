package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.consensus.Report;
import org.crosstally.figure.Figure;

/**
 * How independent origins were combined into one number.
 *
 * @param method the estimator in words
 * @param reason why this one, as a sentence; blank where it was asked for by name
 * @param parts what each origin brought in, ordered by the id of the origin
 */
public record OriginCombination(String method, String reason, List<Part> parts) {

  /**
   * Copies the parts.
   *
   * @param method the estimator in words
   * @param reason why this one, as a sentence; blank where it was asked for by name
   * @param parts what each origin brought in, ordered by the id of the origin
   */
  public OriginCombination {
    parts = List.copyOf(parts);
  }

  /** Where the uncertainty of an origin's number comes from. */
  public enum Basis {
    /** A standard uncertainty is stated with the number. */
    STATED,
    /**
     * The number is rounded to its last digit that counts, its trailing zeros left out: the
     * standard uncertainty is that grain over the root of 12. Too few past figures of its age are
     * known to tell how it will be revised.
     */
    ROUNDING,
    /**
     * As {@link #ROUNDING}, and past figures of its age were revised: the standard uncertainty of
     * that, the wider side of the range that holds a revision with 95 % over the normal quantile
     * 1.96, is added in squares.
     */
    ROUNDING_AND_REVISIONS,
    /** The origin states a set of possible numbers, and counts as that set. */
    SET
  }

  /**
   * What one origin brought in.
   *
   * @param origin the id of the origin
   * @param report its number with a variance, or its set of possible numbers
   * @param basis where the uncertainty comes from
   * @param sentence the number, its uncertainty and where that comes from, in words
   * @param figures the figures that state it
   */
  public record Part(
      String origin, Report report, Basis basis, String sentence, List<Figure> figures) {

    /**
     * Copies the figures.
     *
     * @param origin the id of the origin
     * @param report its number with a variance, or its set of possible numbers
     * @param basis where the uncertainty comes from
     * @param sentence the number, its uncertainty and where that comes from, in words
     * @param figures the figures that state it
     */
    public Part {
      figures = List.copyOf(figures);
    }
  }
}
