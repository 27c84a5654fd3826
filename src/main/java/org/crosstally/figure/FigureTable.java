package org.crosstally.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/**
 * Figures with the catalogue that their ids refer to. Every verb returns a new table; the figures
 * keep the order in which they were given.
 *
 * <p>A verb that chooses among cells ({@link #measure}, {@link #where}, {@link #totalOver}, {@link
 * #length}, {@link #yearly}, {@link #monthly}, {@link #quarterly}) keeps all figures of the cells
 * that it chooses, and remembers the whole table: what the other cells hold tells where a number
 * came from. A verb that chooses among figures ({@link #filter}, {@link #source}, {@link #origin},
 * {@link #status}, {@link #published}, {@link #publishedBy}) leaves the others out of the whole
 * table as well, as if nobody had ever printed them.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class FigureTable {
  private final List<Figure> figures;
  private final Catalogue catalogue;
  private final FigureTable whole;

  private FigureTable(List<Figure> figures, Catalogue catalogue) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.whole = this;
  }

  private FigureTable(List<Figure> figures, FigureTable whole) {
    this.figures = figures;
    this.catalogue = whole.catalogue;
    this.whole = whole;
  }

  /**
   * A table of figures whose ids describe themselves.
   *
   * @param figures the figures
   * @return the table
   * @throws IllegalArgumentException if two figures have the same id
   */
  public static FigureTable of(List<Figure> figures) {
    return of(figures, Catalogue.empty());
  }

  /**
   * A table of figures.
   *
   * @param figures the figures
   * @param catalogue what is known about their sources, documents and measures
   * @return the table
   * @throws IllegalArgumentException if two figures have the same id
   */
  public static FigureTable of(List<Figure> figures, Catalogue catalogue) {
    Set<String> ids = new HashSet<>(2 * figures.size());
    for (Figure figure : figures) {
      if (!ids.add(figure.id())) {
        throw new IllegalArgumentException("two figures have the id '" + figure.id() + "'");
      }
    }
    return new FigureTable(List.copyOf(figures), catalogue);
  }

  /** A table of figures whose ids are known to differ. */
  static FigureTable ofDistinct(List<Figure> figures, Catalogue catalogue) {
    return new FigureTable(Collections.unmodifiableList(figures), catalogue);
  }

  /**
   * Reads a table of text and number columns that are named as in {@code figures.csv}: {@code
   * source}, {@code period} and {@code value} at least, and any column not known as a dimension.
   * Whole doubles are read without decimals, a missing mark is a blank cell, and a row without an
   * id gets one from its number, the first row being 1. The table itself is left as it is.
   *
   * @param table the table; its rows may be none
   * @return the figures
   * @throws FigureFormatException if a column or a cell is not what it should be; it names them all
   */
  public static FigureTable of(Table table) {
    return of(table, Catalogue.empty());
  }

  /**
   * Reads a table as {@link #of(Table)} does, and checks the ids and units against a catalogue.
   *
   * @param table the table
   * @param catalogue what is known about sources, documents and measures; a kind of which it has
   *     none is not checked
   * @return the figures
   * @throws FigureFormatException if a column or a cell is not what it should be; it names them all
   */
  public static FigureTable of(Table table, Catalogue catalogue) {
    return FigureTables.read(table, catalogue, DecimalMark.POINT);
  }

  /**
   * Reads a table as {@link #of(Table, Catalogue)} does, with another decimal mark in its text
   * columns; number columns have none.
   *
   * @param table the table
   * @param catalogue what is known about sources, documents and measures
   * @param decimalMark the decimal mark of the texts
   * @return the figures
   * @throws FigureFormatException if a column or a cell is not what it should be; it names them all
   */
  public static FigureTable of(Table table, Catalogue catalogue, DecimalMark decimalMark) {
    return FigureTables.read(table, catalogue, decimalMark);
  }

  /**
   * The figures as a table of text columns in the order of {@code figures.csv}: {@code id, source,
   * origin, via, document, published, measure}, the dimensions in their natural order, {@code
   * period, value, unit, status, basis, locator, note}. The value is the text as printed, so that
   * {@link #of(Table, Catalogue)} gives back equal figures; figures that were read with a decimal
   * comma need {@link DecimalMark#COMMA} again.
   *
   * @return a new table that shares nothing with this one
   * @throws IllegalStateException if the name of a dimension is that of another column or differs
   *     from one in capitals only, for column names do not tell capitals apart
   */
  public Table toTable() {
    return FigureTables.write(this);
  }

  /**
   * The figures, in the order in which they were given.
   *
   * @return an immutable list
   */
  public List<Figure> figures() {
    return figures;
  }

  /**
   * What is known about sources, documents and measures.
   *
   * @return the catalogue
   */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The number of figures.
   *
   * @return the number of figures
   */
  public int size() {
    return figures.size();
  }

  /**
   * The table that the cells of this one were chosen from.
   *
   * @return the whole table; this one where nothing was chosen
   */
  public FigureTable whole() {
    return whole;
  }

  /**
   * The figures for which a condition holds. The others are left out of the whole table, too.
   *
   * @param condition the condition
   * @return a table of those figures
   */
  public FigureTable filter(Predicate<? super Figure> condition) {
    if (whole == this) {
      return new FigureTable(kept(condition), catalogue);
    }
    FigureTable rest = whole.filter(condition);
    return new FigureTable(kept(condition), rest);
  }

  /** The figures of the cells for which a condition holds. */
  private FigureTable choose(Predicate<? super Figure> condition) {
    return new FigureTable(kept(condition), whole);
  }

  private List<Figure> kept(Predicate<? super Figure> condition) {
    List<Figure> kept = new ArrayList<>();
    for (Figure figure : figures) {
      if (condition.test(figure)) {
        kept.add(figure);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  /**
   * The figures of one measure.
   *
   * @param id the id of a measure
   * @return a table of those figures
   */
  public FigureTable measure(String id) {
    return choose(figure -> figure.measure().equals(id));
  }

  /**
   * The figures with one value of a dimension.
   *
   * @param dimension the name of a dimension
   * @param value a value of it, not blank
   * @return a table of those figures
   */
  public FigureTable where(String dimension, String value) {
    return choose(figure -> figure.dimensions().get(dimension).filter(value::equals).isPresent());
  }

  /**
   * The figures that are totals over a dimension: those that give no value for it. Nothing is
   * summed.
   *
   * @param dimension the name of a dimension
   * @return a table of those figures
   */
  public FigureTable totalOver(String dimension) {
    return choose(figure -> figure.dimensions().get(dimension).isEmpty());
  }

  /**
   * The figures that one source states.
   *
   * @param id the id of a source
   * @return a table of those figures
   */
  public FigureTable source(String id) {
    return filter(figure -> figure.source().equals(id));
  }

  /**
   * The figures that somebody counted: those that name the origin, and those that the origin itself
   * states without naming another.
   *
   * @param id the id of a source
   * @return a table of those figures
   */
  public FigureTable origin(String id) {
    return filter(figure -> figure.origin().orElse(figure.source()).equals(id));
  }

  /**
   * The figures with one status.
   *
   * @param status a status
   * @return a table of those figures
   */
  public FigureTable status(Status status) {
    return filter(figure -> figure.status() == status);
  }

  /**
   * The figures that were published within a period for certain. A figure whose date of publication
   * is unknown is left out.
   *
   * @param period the period of publication
   * @return a table of those figures
   */
  public FigureTable published(Period period) {
    return filter(figure -> figure.published().filter(period::contains).isPresent());
  }

  /**
   * What was known on a day: the figures that were out by then for certain. A date that is known to
   * the month or to the year counts from the end of the month or year; a figure whose date is
   * unknown is left out, for nobody can say that it was known.
   *
   * @param day a day
   * @return a table of those figures, with nothing else in its whole table
   */
  public FigureTable publishedBy(LocalDate day) {
    return filter(figure -> figure.published().filter(p -> !p.end().isAfter(day)).isPresent());
  }

  /**
   * The figures about periods of one length.
   *
   * @param length the length
   * @return a table of those figures
   */
  public FigureTable length(Period.Length length) {
    return choose(figure -> figure.period().length() == length);
  }

  /**
   * The figures about whole calendar years: single years, several years, and everything up to the
   * end of a year. Each of these is a cell of its own.
   *
   * @return a table of those figures
   */
  public FigureTable yearly() {
    return choose(
        figure ->
            switch (figure.period().length()) {
              case YEAR, YEARS -> true;
              case OPEN ->
                  figure.period().end().getDayOfYear() == figure.period().end().lengthOfYear();
              default -> false;
            });
  }

  /**
   * The figures about calendar months.
   *
   * @return a table of those figures
   */
  public FigureTable monthly() {
    return length(Period.Length.MONTH);
  }

  /**
   * The figures about calendar quarters.
   *
   * @return a table of those figures
   */
  public FigureTable quarterly() {
    return length(Period.Length.QUARTER);
  }

  /**
   * The names of the dimensions that some figure gives a value for.
   *
   * @return the names in their natural order
   */
  public SortedSet<String> dimensionNames() {
    SortedSet<String> names = new TreeSet<>();
    for (Figure figure : figures) {
      names.addAll(figure.dimensions().values().keySet());
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * The cells that the figures talk about, each with its figures in table order.
   *
   * @return the cells in their natural order
   */
  public SortedMap<Cell, List<Figure>> cells() {
    SortedMap<Cell, List<Figure>> cells = new TreeMap<>();
    for (Figure figure : figures) {
      cells.computeIfAbsent(figure.cell(), cell -> new ArrayList<>()).add(figure);
    }
    cells.replaceAll((cell, list) -> List.copyOf(list));
    return Collections.unmodifiableSortedMap(cells);
  }
}
