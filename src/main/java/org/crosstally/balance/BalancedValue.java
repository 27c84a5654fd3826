package org.crosstally.balance;

import java.util.List;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;

/**
 * What the reports together say of one cell.
 *
 * @param cell the cell; of a stock, as of the end of its period
 * @param estimate the balanced value with its 95 per cent interval, or why there is none
 * @param possible the values that the words of the reports allow, with infinite ends where nothing
 *     bounds them; all numbers where the reports contradict each other too much to say
 * @param identifiedBy what determines it
 * @param restsOn the figures that it rests on; empty where nothing determines it
 * @param wouldIdentify cells of which a figure would determine it; empty where it is determined, or
 *     where no single figure would do
 */
public record BalancedValue(
    Cell cell,
    Outcome<Estimate> estimate,
    Interval possible,
    IdentifiedBy identifiedBy,
    List<Figure> restsOn,
    List<Cell> wouldIdentify) {

  /** What determines a number. */
  public enum IdentifiedBy {
    /** The reports, whatever happened within the stretches that they do not tell apart. */
    REPORTS("reports"),
    /** The bounds of the reports alone, which leave one value. */
    BOUNDS("bounds"),
    /** The reports, and an even rate within a stretch that they do not tell apart. */
    EVEN_RATE("even rate"),
    /** The reports, and an indicator within a stretch that they do not tell apart. */
    INDICATOR("indicator"),
    /** The option to fill gaps smoothly. */
    SMOOTHNESS("smoothness"),
    /** Nothing. */
    NOTHING("nothing");

    private final String label;

    IdentifiedBy(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Copies the lists.
   *
   * @param cell the cell
   * @param estimate the balanced value with its 95 per cent interval, or why there is none
   * @param possible the values that the words of the reports allow
   * @param identifiedBy what determines it
   * @param restsOn the figures that it rests on
   * @param wouldIdentify cells of which a figure would determine it
   */
  public BalancedValue {
    restsOn = List.copyOf(restsOn);
    wouldIdentify = List.copyOf(wouldIdentify);
  }
}
