package org.crosstally.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts of figures, column by column, in the order of {@code figures.csv}: {@code id, source,
 * origin, via, document, published, measure}, the dimensions in their natural order, {@code period,
 * value, unit, status, basis, locator, note}. {@link FigureParser} reads them back as equal
 * figures.
 *
 * <p>Immutable.
 */
public final class FigureTexts {
  private final List<String> header;
  private final List<Function<Figure, String>> columns;

  private FigureTexts(List<String> header, List<Function<Figure, String>> columns) {
    this.header = header;
    this.columns = columns;
  }

  /**
   * The columns that a table of figures needs.
   *
   * @param figures the figures
   * @return their columns
   * @throws IllegalStateException if the name of a dimension is that of another column or differs
   *     from one in capitals only
   */
  public static FigureTexts of(FigureTable figures) {
    List<String> names = new ArrayList<>(FigureColumns.LEADING);
    names.addAll(figures.dimensionNames());
    names.addAll(FigureColumns.TRAILING);
    List<Problem> problems = FigureColumns.of(names).check("figures", 0);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "the dimensions do not make columns: " + problems.get(0).message());
    }
    List<Function<Figure, String>> columns = new ArrayList<>();
    FigureColumns.LEADING.forEach(name -> columns.add(known(name)));
    for (String dimension : figures.dimensionNames()) {
      columns.add(figure -> figure.dimensions().get(dimension).orElse(""));
    }
    FigureColumns.TRAILING.forEach(name -> columns.add(known(name)));
    return new FigureTexts(List.copyOf(names), List.copyOf(columns));
  }

  /**
   * The names of the columns.
   *
   * @return an immutable list
   */
  public List<String> header() {
    return header;
  }

  /**
   * The texts of one figure.
   *
   * @param figure a figure of the table
   * @return a text for each column; blank where the figure says nothing
   */
  public List<String> row(Figure figure) {
    List<String> row = new ArrayList<>(columns.size());
    for (Function<Figure, String> column : columns) {
      row.add(column.apply(figure));
    }
    return row;
  }

  private static Function<Figure, String> known(String name) {
    return switch (name) {
      case FigureColumns.ID -> Figure::id;
      case FigureColumns.SOURCE -> Figure::source;
      case FigureColumns.ORIGIN -> optional(Figure::origin);
      case FigureColumns.VIA -> optional(Figure::via);
      case FigureColumns.DOCUMENT -> optional(Figure::document);
      case FigureColumns.PUBLISHED -> figure -> figure.published().map(Period::format).orElse("");
      case FigureColumns.MEASURE -> Figure::measure;
      case FigureColumns.PERIOD -> figure -> figure.period().format();
      case FigureColumns.VALUE -> Figure::printed;
      case FigureColumns.UNIT -> figure -> figure.unit().format();
      case FigureColumns.STATUS -> figure -> figure.status().code();
      case FigureColumns.BASIS -> optional(Figure::basis);
      case FigureColumns.LOCATOR -> optional(Figure::locator);
      case FigureColumns.NOTE -> optional(Figure::note);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Function<Figure, String> optional(Function<Figure, Optional<String>> attribute) {
    return figure -> attribute.apply(figure).orElse("");
  }
}
