package org.crosstally.figure;

import java.util.List;

/**
 * A quantity that figures are about.
 *
 * @param id the id that figures refer to
 * @param label the name to print
 * @param kind how it behaves over time
 * @param units the names of the units that it may be stated in; the derived forms of {@link Unit}
 *     are added to them; empty where nothing is declared and any unit is accepted
 */
public record Measure(String id, String label, Kind kind, List<String> units) {

  /**
   * Copies the units.
   *
   * @param id the id that figures refer to
   * @param label the name to print
   * @param kind how it behaves over time
   * @param units the names of the units that it may be stated in
   */
  public Measure {
    units = List.copyOf(units);
  }

  /** How a quantity behaves over time. */
  public enum Kind {
    /** Counted over a period; periods add up. */
    FLOW("flow"),
    /** Counted on a day, the last of the period. */
    STOCK("stock"),
    /** A level such as a price, which does not add up. */
    LEVEL("level"),
    /** A ratio of two quantities; its changes are in percentage points. */
    RATIO("ratio"),
    /** Nothing is declared. */
    UNSTATED("");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /**
     * The word in {@code measures.csv}.
     *
     * @return the code in lower case; blank for {@link #UNSTATED}
     */
    public String code() {
      return code;
    }

    /**
     * Reads the word of {@code measures.csv}.
     *
     * @param text {@code flow}, {@code stock}, {@code level}, {@code ratio} or blank
     * @return the kind
     * @throws TextFormatException if the text is another
     */
    public static Kind parse(String text) {
      for (Kind kind : values()) {
        if (kind.code.equals(text)) {
          return kind;
        }
      }
      throw new TextFormatException(
          text, "not a kind of measure", "flow, stock, level, ratio, or blank");
    }
  }

  /**
   * Whether figures of this measure may be stated in the unit.
   *
   * @param unit a unit
   * @return whether it is a declared unit or a form derived from one, or nothing is declared
   */
  public boolean accepts(Unit unit) {
    if (units.isEmpty() || units.contains(unit.format())) {
      return true;
    }
    if (unit instanceof Unit.Rate rate) {
      return units.contains(rate.name());
    }
    return !(unit instanceof Unit.Base);
  }
}
