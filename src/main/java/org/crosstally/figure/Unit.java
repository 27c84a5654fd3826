package org.crosstally.figure;

/**
 * The unit of a figure: a unit of the measure, or one of the forms derived from it. Figures in
 * different units are never mixed without a stated rate.
 *
 * <p>Immutable; the text round-trips.
 */
public sealed interface Unit {

  /**
   * The text in a figure table.
   *
   * @return text that {@link #parse(String)} reads as an equal unit
   */
  String format();

  /**
   * Reads a unit.
   *
   * @param text the text of a cell, such as {@code persons}, {@code persons/month}, {@code % yoy},
   *     {@code % vs 2011}, {@code % of total}, {@code USD}; blank where the unit is not stated
   * @return the unit
   * @throws TextFormatException if the text is a derived form that is incomplete or written with
   *     other blanks or capitals, such as {@code %YoY}
   */
  static Unit parse(String text) {
    return UnitText.parse(text);
  }

  /**
   * A unit of the measure itself.
   *
   * @param name its name; blank where the source states none
   */
  record Base(String name) implements Unit {
    /**
     * Checks that the name is no derived form.
     *
     * @param name its name
     * @throws IllegalArgumentException if the name has blanks around it, or reads as a derived form
     *     such as {@code persons/month} or {@code % yoy}
     */
    public Base {
      if (!name.equals(name.strip()) || UnitText.isDerived(name)) {
        throw new IllegalArgumentException("not the name of a unit of its own: '" + name + "'");
      }
    }

    @Override
    public String format() {
      return name;
    }
  }

  /**
   * A mean rate over the period: {@code persons/month}.
   *
   * @param name the name of the unit that is counted
   * @param per the stretch of time
   */
  record Rate(String name, Per per) implements Unit {
    /**
     * Checks the name.
     *
     * @param name the name of the unit that is counted
     * @param per the stretch of time
     * @throws IllegalArgumentException if the name is blank or has blanks around it
     */
    public Rate {
      if (name.isEmpty() || !name.equals(name.strip())) {
        throw new IllegalArgumentException("a rate counts a unit with a name: '" + name + "'");
      }
    }

    /** The stretch of time that a rate refers to. */
    public enum Per {
      /** A day. */
      DAY("day"),
      /** Seven days. */
      WEEK("week"),
      /** A calendar month. */
      MONTH("month"),
      /** A calendar quarter. */
      QUARTER("quarter"),
      /** A calendar year. */
      YEAR("year");

      private final String word;

      Per(String word) {
        this.word = word;
      }

      /**
       * The word behind the slash.
       *
       * @return the word in the singular
       */
      public String word() {
        return word;
      }
    }

    @Override
    public String format() {
      return name + "/" + per.word();
    }
  }

  /** Per cent change on the same period a year before: {@code % yoy}. */
  record ChangeOnYear() implements Unit {
    @Override
    public String format() {
      return "% yoy";
    }
  }

  /**
   * Per cent change on a named period: {@code % vs 2011}.
   *
   * @param base the period compared with
   */
  record ChangeOn(Period base) implements Unit {
    @Override
    public String format() {
      return "% vs " + base.format();
    }
  }

  /** Per cent of the same cell with the dimensions of this row blank: {@code % of total}. */
  record ShareOfTotal() implements Unit {
    @Override
    public String format() {
      return "% of total";
    }
  }
}
