package org.crosstally.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Turns rows of text into figures, whatever they are read from. It is told the header first and
 * then the rows; a row with problems gives no figure, and its problems are values, so that the
 * caller decides whether to refuse all or to keep what is sound.
 *
 * <p>Cells lose the blanks around them. A blank id becomes {@code line-12}, from the line of its
 * row; a blank measure becomes {@code value}; a blank unit becomes the only unit that the measure
 * declares, if it declares exactly one; a blank status means observed; a blank dimension is the
 * total over it. Ids of sources, documents and measures must be in the catalogue, if it has any of
 * that kind.
 *
 * <p>Not safe to share between threads.
 */
public final class FigureParser {
  private final String location;
  private final Catalogue catalogue;
  private final DecimalMark decimalMark;
  private final FigureColumns columns;
  private final Indexes at;

  private final List<Figure> figures = new ArrayList<>();
  private final IdIndex lineOfId = new IdIndex();
  private final Recent<Period> periods = new Recent<>();
  private final Recent<Optional<Period>> dates = new Recent<>();
  private final Recent<Unit> units = new Recent<>();
  private final Recent<Dimensions> dimensions = new Recent<>();

  private FigureParser(
      String location, Catalogue catalogue, DecimalMark decimalMark, FigureColumns columns) {
    this.location = location;
    this.catalogue = catalogue;
    this.decimalMark = decimalMark;
    this.columns = columns;
    this.at = Indexes.of(columns);
  }

  /**
   * Starts to read.
   *
   * @param location the file or table, as it shall stand in messages
   * @param catalogue what is known about sources, documents and measures
   * @param decimalMark the decimal mark of the values
   * @param line the line of the header
   * @param header the names of the columns
   * @return a parser for the rows
   * @throws FigureFormatException if {@code source}, {@code period} or {@code value} is missing, if
   *     a name is blank or occurs twice, or if it is the name of a known column in another spelling
   */
  public static FigureParser of(
      String location,
      Catalogue catalogue,
      DecimalMark decimalMark,
      int line,
      List<String> header) {
    FigureColumns columns = FigureColumns.of(header);
    Problems problems = new Problems();
    problems.addAll(columns.check(location, line));
    problems.raise();
    return new FigureParser(location, catalogue, decimalMark, columns);
  }

  /**
   * Reads a row.
   *
   * @param line the line on which the row begins
   * @param cells a text for each column of the header
   * @return what is wrong with the row; empty if it gave a figure
   */
  public List<Problem> add(int line, List<String> cells) {
    if (cells.size() != columns.count()) {
      return List.of(
          Problem.ofRow(
              location,
              line,
              String.join(",", cells.subList(0, Math.min(cells.size(), 8))),
              "the row has " + cells.size() + " cells, the header " + columns.count(),
              "a cell for each column; a comma within a cell needs quotes around the cell"));
    }
    Row row = new Row(line, cells);
    Optional<Figure> figure = row.figure();
    figure.ifPresent(figures::add);
    return row.problems;
  }

  /**
   * The figures of the sound rows read until now, with the catalogue.
   *
   * @return a table; later rows do not change it
   */
  public FigureTable table() {
    return FigureTable.ofDistinct(List.copyOf(figures), catalogue);
  }

  private static Optional<Period> date(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Period period = PeriodText.parse(text);
    return switch (period.length()) {
      case DAY, MONTH, YEAR -> Optional.of(period);
      default ->
          throw new TextFormatException(
              text, "not a date of publication", "2015-10-31, 2015-10, 2015, or blank");
    };
  }

  /** One row while it is read. */
  private final class Row {
    private final int line;
    private final List<String> cells;
    private List<Problem> problems = List.of();

    Row(int line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    Optional<Figure> figure() {
      String id = id();
      String source = required(at.source, "the id of a source");
      Optional<Period> period = period();
      Optional<Amount> amount = amount();
      Optional<Optional<Period>> published = parsed(at.published, dates, FigureParser::date);
      String measure = measure();
      Optional<Unit> unit = unit(measure);
      Optional<Status> status = status();
      checkIds(source);
      if (!problems.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          Figure.builder(id, source)
              .origin(text(at.origin))
              .via(text(at.via))
              .document(text(at.document))
              .published(published.orElseThrow())
              .measure(measure)
              .dimensions(dimensionsOfRow())
              .period(period.orElseThrow())
              .amount(amount.orElseThrow())
              .printed(text(at.value))
              .unit(unit.orElseThrow())
              .status(status.orElseThrow())
              .basis(text(at.basis))
              .locator(text(at.locator))
              .note(text(at.note))
              .build());
    }

    private String text(int column) {
      return column < 0 ? "" : cells.get(column).strip();
    }

    private String id() {
      String given = text(at.id);
      String id = given.isEmpty() ? "line-" + line : given;
      int earlier = lineOfId.put(id, line);
      if (earlier > 0) {
        refuse(at.id, id, "the id occurs twice, first in line " + earlier, "ids that differ");
      }
      return id;
    }

    private String required(int column, String accepted) {
      String text = text(column);
      if (text.isEmpty()) {
        refuse(column, text, "the cell is blank", accepted);
      }
      return text;
    }

    private Optional<Period> period() {
      return required(at.period, PeriodText.ACCEPTED).isEmpty()
          ? Optional.empty()
          : parsed(at.period, periods, PeriodText::parse);
    }

    /** Numbers repeat too little to be remembered. */
    private Optional<Amount> amount() {
      String text = text(at.value);
      try {
        return Optional.of(Amount.parse(text, decimalMark));
      } catch (TextFormatException e) {
        refuse(at.value, text, e.reason(), e.accepted());
        return Optional.empty();
      }
    }

    private <V> Optional<V> parsed(int column, Recent<V> recent, Function<String, V> parser) {
      String text = text(column);
      try {
        return Optional.of(recent.get(text, () -> parser.apply(text)));
      } catch (TextFormatException e) {
        refuse(column, text, e.reason(), e.accepted());
        return Optional.empty();
      }
    }

    private String measure() {
      String text = text(at.measure);
      return text.isEmpty() ? Figure.UNNAMED_MEASURE : text;
    }

    private Optional<Unit> unit(String measure) {
      List<String> declared = catalogue.measure(measure).units();
      String text = text(at.unit);
      if (text.isEmpty() && declared.size() == 1) {
        return Optional.of(units.get(declared.get(0), () -> Unit.parse(declared.get(0))));
      }
      Optional<Unit> unit = parsed(at.unit, units, Unit::parse);
      if (unit.isPresent() && !catalogue.measure(measure).accepts(unit.get())) {
        refuse(
            at.unit,
            text,
            text.isEmpty()
                ? "the cell is blank, and the measure '" + measure + "' has several units"
                : "not a unit of the measure '" + measure + "'",
            String.join(", ", declared)
                + ", one of these per month (persons/month) or another"
                + " stretch of time, % yoy, % vs 2011, % of total");
      }
      return unit;
    }

    private Optional<Status> status() {
      String text = text(at.status);
      if (text.isEmpty()) {
        return Optional.of(Status.OBSERVED);
      }
      try {
        return Optional.of(Status.parse(text));
      } catch (TextFormatException e) {
        refuse(at.status, text, e.reason(), e.accepted() + ", or blank for observed");
        return Optional.empty();
      }
    }

    private void checkIds(String source) {
      if (!source.isEmpty()) {
        check(at.source, source, catalogue.sources(), "source");
      }
      check(at.origin, text(at.origin), catalogue.sources(), "source");
      check(at.document, text(at.document), catalogue.documents(), "document");
      check(at.measure, measure(), catalogue.measures(), "measure");
    }

    private void check(int column, String id, Map<String, ?> list, String noun) {
      if (!id.isEmpty() && !list.isEmpty() && !list.containsKey(id)) {
        String some = String.join(", ", list.keySet().stream().limit(5).toList());
        refuse(
            column,
            id,
            "no " + noun + " has this id",
            "the id of a "
                + noun
                + " in the catalogue: "
                + some
                + (list.size() > 5 ? ", … (" + list.size() + " ids)" : ""));
      }
    }

    private Dimensions dimensionsOfRow() {
      List<Integer> indexes = columns.dimensions();
      if (indexes.isEmpty()) {
        return Dimensions.none();
      }
      if (indexes.size() == 1) {
        return dimensions.get(text(indexes.get(0)), this::newDimensions);
      }
      StringBuilder key = new StringBuilder();
      for (int index : indexes) {
        String text = text(index);
        // The length in front keeps a,bc and ab,c apart whatever the texts hold.
        key.append(text.length()).append(':').append(text);
      }
      return dimensions.get(key.toString(), this::newDimensions);
    }

    private Dimensions newDimensions() {
      Map<String, String> values = new TreeMap<>();
      for (int index : columns.dimensions()) {
        values.put(columns.name(index), text(index));
      }
      return Dimensions.of(values);
    }

    private void refuse(int column, String text, String reason, String accepted) {
      if (problems.isEmpty()) {
        problems = new ArrayList<>();
      }
      String name = column < 0 ? "" : columns.name(column);
      problems.add(new Problem(location, line, column + 1, name, text, reason, accepted));
    }
  }

  /** The place of each known column; -1 where the table does not have it. */
  private record Indexes(
      int id,
      int source,
      int origin,
      int via,
      int document,
      int published,
      int measure,
      int period,
      int value,
      int unit,
      int status,
      int basis,
      int locator,
      int note) {

    static Indexes of(FigureColumns columns) {
      return new Indexes(
          columns.index(FigureColumns.ID),
          columns.index(FigureColumns.SOURCE),
          columns.index(FigureColumns.ORIGIN),
          columns.index(FigureColumns.VIA),
          columns.index(FigureColumns.DOCUMENT),
          columns.index(FigureColumns.PUBLISHED),
          columns.index(FigureColumns.MEASURE),
          columns.index(FigureColumns.PERIOD),
          columns.index(FigureColumns.VALUE),
          columns.index(FigureColumns.UNIT),
          columns.index(FigureColumns.STATUS),
          columns.index(FigureColumns.BASIS),
          columns.index(FigureColumns.LOCATOR),
          columns.index(FigureColumns.NOTE));
    }
  }
}
