package org.crosstally.figure;

import java.util.Objects;
import java.util.Optional;

/**
 * One number that one source states, as it states it. A figure is never altered; every later step
 * only adds to it.
 *
 * <p>Immutable. Two figures are equal when all that they state is equal, the printed text of the
 * value included; blanks around a text are not part of it. Optional attributes are empty where the
 * source says nothing.
 */
public final class Figure {
  static final String UNNAMED_MEASURE = "value";
  private static final Unit UNSTATED_UNIT = new Unit.Base("");

  private final String id;
  private final String source;
  private final String origin;
  private final String via;
  private final String document;
  private final Optional<Period> published;
  private final Cell cell;
  private final Amount amount;
  private final String printed;
  private final Unit unit;
  private final Status status;
  private final String locator;
  private final String note;

  private Figure(Builder builder, Period period, Amount amount) {
    this.id = builder.id.strip();
    this.source = builder.source.strip();
    this.origin = builder.origin.strip();
    this.via = builder.via.strip();
    this.document = builder.document.strip();
    this.published = builder.published;
    this.cell =
        new Cell(builder.measure.strip(), builder.dimensions, period, builder.basis.strip());
    this.amount = amount;
    // The canonical text is made again when it is asked for: a million copies of it are 50 MB.
    String text = builder.printed.strip();
    this.printed = text.equals(amount.format()) ? "" : text;
    this.unit = builder.unit;
    this.status = builder.status;
    this.locator = builder.locator.strip();
    this.note = builder.note.strip();
  }

  /**
   * Starts a figure.
   *
   * @param id its unique id
   * @param source the id of the source that states it
   * @return a builder, to which at least a period and an amount must be given
   */
  public static Builder builder(String id, String source) {
    return new Builder(id, source);
  }

  /**
   * The unique id.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Who states it.
   *
   * @return the id of a source
   */
  public String source() {
    return source;
  }

  /**
   * Who counted, where the source quotes somebody.
   *
   * @return the id of a source; empty where none is named
   */
  public Optional<String> origin() {
    return text(origin);
  }

  /**
   * The relay through which the source has it.
   *
   * @return free text; empty where none is named
   */
  public Optional<String> via() {
    return text(via);
  }

  /**
   * Where it is printed.
   *
   * @return the id of a document; empty where none is named
   */
  public Optional<String> document() {
    return text(document);
  }

  /**
   * When it was published: a day, or the month or year that holds the day.
   *
   * @return the date as a period; empty where it is unknown
   */
  public Optional<Period> published() {
    return published;
  }

  /**
   * What it talks about.
   *
   * @return its measure, dimensions, period and basis
   */
  public Cell cell() {
    return cell;
  }

  /**
   * The id of the measure.
   *
   * @return the measure of {@link #cell()}
   */
  public String measure() {
    return cell.measure();
  }

  /**
   * The dimension values.
   *
   * @return the dimensions of {@link #cell()}
   */
  public Dimensions dimensions() {
    return cell.dimensions();
  }

  /**
   * The period.
   *
   * @return the period of {@link #cell()}
   */
  public Period period() {
    return cell.period();
  }

  /**
   * The definition, where it differs from the measure's own.
   *
   * @return the basis; empty for the measure's own
   */
  public Optional<String> basis() {
    return text(cell.basis());
  }

  /**
   * The number as the words give it.
   *
   * @return the amount
   */
  public Amount amount() {
    return amount;
  }

  /**
   * The number as it is written.
   *
   * @return the text from which the amount was read
   */
  public String printed() {
    return printed.isEmpty() ? amount.format() : printed;
  }

  /**
   * The unit of the number.
   *
   * @return the unit
   */
  public Unit unit() {
    return unit;
  }

  /**
   * What the figure claims to be.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Where in the document it is printed.
   *
   * @return free text; empty where nothing is said
   */
  public Optional<String> locator() {
    return text(locator);
  }

  /**
   * Anything else.
   *
   * @return free text; empty where nothing is said
   */
  public Optional<String> note() {
    return text(note);
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figure that
        && id.equals(that.id)
        && source.equals(that.source)
        && origin.equals(that.origin)
        && via.equals(that.via)
        && document.equals(that.document)
        && published.equals(that.published)
        && cell.equals(that.cell)
        && amount.equals(that.amount)
        && printed.equals(that.printed)
        && unit.equals(that.unit)
        && status == that.status
        && locator.equals(that.locator)
        && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, source, cell, printed);
  }

  @Override
  public String toString() {
    String number = (printed() + " " + unit.format()).strip();
    return id + ": " + source + " says " + number + " for " + cell;
  }

  /** Collects what a figure states. Not safe to share between threads. */
  public static final class Builder {
    private final String id;
    private final String source;
    private String origin = "";
    private String via = "";
    private String document = "";
    private Optional<Period> published = Optional.empty();
    private String measure = UNNAMED_MEASURE;
    private Dimensions dimensions = Dimensions.none();
    private Optional<Period> period = Optional.empty();
    private String basis = "";
    private Optional<Amount> amount = Optional.empty();
    private String printed = "";
    private Unit unit = UNSTATED_UNIT;
    private Status status = Status.OBSERVED;
    private String locator = "";
    private String note = "";

    private Builder(String id, String source) {
      if (id.isBlank() || source.isBlank()) {
        throw new IllegalArgumentException("a figure needs an id and a source");
      }
      this.id = id;
      this.source = source;
    }

    /**
     * Names who counted.
     *
     * @param value the id of a source; blank where the source quotes nobody
     * @return this builder
     */
    public Builder origin(String value) {
      origin = value;
      return this;
    }

    /**
     * Names the relay.
     *
     * @param value free text; blank where there is none
     * @return this builder
     */
    public Builder via(String value) {
      via = value;
      return this;
    }

    /**
     * Names the document.
     *
     * @param value the id of a document; blank where there is none
     * @return this builder
     */
    public Builder document(String value) {
      document = value;
      return this;
    }

    /**
     * Dates the publication.
     *
     * @param value a day, month or year
     * @return this builder
     * @throws IllegalArgumentException if the period is of another length
     */
    public Builder published(Period value) {
      switch (value.length()) {
        case DAY, MONTH, YEAR -> {}
        default ->
            throw new IllegalArgumentException(
                "a date of publication is a day, month or year, not " + value);
      }
      published = Optional.of(value);
      return this;
    }

    /** A date that was checked before; the figures of one day share it. */
    Builder published(Optional<Period> value) {
      published = value;
      return this;
    }

    /**
     * Names the measure; without it, the measure is {@code value}.
     *
     * @param value the id of a measure; blank for {@code value}
     * @return this builder
     */
    public Builder measure(String value) {
      measure = value.isBlank() ? UNNAMED_MEASURE : value;
      return this;
    }

    /**
     * Gives the dimension values; without them, the figure is the total over all dimensions.
     *
     * @param value the dimensions
     * @return this builder
     */
    public Builder dimensions(Dimensions value) {
      dimensions = value;
      return this;
    }

    /**
     * Gives the period.
     *
     * @param value the period
     * @return this builder
     */
    public Builder period(Period value) {
      period = Optional.of(value);
      return this;
    }

    /**
     * Names the definition.
     *
     * @param value the definition; blank for the measure's own
     * @return this builder
     */
    public Builder basis(String value) {
      basis = value;
      return this;
    }

    /**
     * Gives the number.
     *
     * @param value the amount
     * @return this builder
     */
    public Builder amount(Amount value) {
      amount = Optional.of(value);
      return this;
    }

    /**
     * Keeps the text of the number; without it, the canonical text of the amount stands for it.
     *
     * @param value the text as written
     * @return this builder
     */
    public Builder printed(String value) {
      printed = value;
      return this;
    }

    /**
     * Gives the unit; without it, the unit is not stated.
     *
     * @param value the unit
     * @return this builder
     */
    public Builder unit(Unit value) {
      unit = value;
      return this;
    }

    /**
     * Gives the status; without it, the figure is observed.
     *
     * @param value the status
     * @return this builder
     */
    public Builder status(Status value) {
      status = value;
      return this;
    }

    /**
     * Says where in the document the figure is printed.
     *
     * @param value free text
     * @return this builder
     */
    public Builder locator(String value) {
      locator = value;
      return this;
    }

    /**
     * Adds a remark.
     *
     * @param value free text
     * @return this builder
     */
    public Builder note(String value) {
      note = value;
      return this;
    }

    /**
     * Makes the figure.
     *
     * @return the figure
     * @throws IllegalStateException if the period or the amount was not given
     */
    public Figure build() {
      return new Figure(
          this,
          period.orElseThrow(() -> new IllegalStateException("figure " + id + " needs a period")),
          amount.orElseThrow(() -> new IllegalStateException("figure " + id + " needs an amount")));
    }
  }
}
