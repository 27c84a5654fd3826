package org.crosstally.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.crosstally.figure.Document;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Source;
import org.crosstally.figure.TextFormatException;
import org.crosstally.figure.Unit;

/**
 * A file that describes ids: its name, its columns, and how a row becomes an item and back.
 *
 * @param fileName the name of the file in a folder of figures
 * @param columns the columns in the order in which they are written; the first is the id
 * @param fromRow makes an item of the texts of all columns, in that order
 * @param toRow makes the texts of an item
 * @param <T> what an id stands for
 */
record Codelist<T>(
    String fileName,
    List<String> columns,
    Function<List<String>, T> fromRow,
    Function<T, List<String>> toRow) {

  static final Codelist<Source> SOURCES =
      new Codelist<>(
          "sources.csv",
          List.of("id", "name", "kind"),
          row -> new Source(row.get(0), orId(row, 1), Source.Kind.parse(row.get(2))),
          source -> List.of(source.id(), source.name(), source.kind().code()));

  static final Codelist<Document> DOCUMENTS =
      new Codelist<>(
          "documents.csv",
          List.of("id", "title", "url", "file"),
          row -> new Document(row.get(0), row.get(1), row.get(2), row.get(3)),
          document -> List.of(document.id(), document.title(), document.url(), document.file()));

  static final Codelist<Measure> MEASURES =
      new Codelist<>(
          "measures.csv",
          List.of("id", "label", "kind", "units"),
          row ->
              new Measure(
                  row.get(0), orId(row, 1), Measure.Kind.parse(row.get(2)), units(row.get(3))),
          measure ->
              List.of(
                  measure.id(),
                  measure.label(),
                  measure.kind().code(),
                  String.join(" ", measure.units())));

  private static String orId(List<String> row, int column) {
    return row.get(column).isEmpty() ? row.get(0) : row.get(column);
  }

  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    for (String unit : text.split("\\s+", -1)) {
      if (!unit.isEmpty()) {
        units.add(Unit.parse(unit).format());
      }
    }
    return units;
  }

  /** Reads the rows of such a file. */
  Parser<T> parser(String location) {
    return new Parser<>(this, location);
  }

  /** The items read, and where each id stood. Not safe to share between threads. */
  static final class Parser<T> {
    private final Codelist<T> list;
    private final String location;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final List<T> items = new ArrayList<>();
    private List<String> header = List.of();

    Parser(Codelist<T> list, String location) {
      this.list = list;
      this.location = location;
    }

    /** What is wrong with the header. */
    List<Problem> header(int line, List<String> names) {
      header = names.stream().map(String::strip).toList();
      List<Problem> problems = new ArrayList<>();
      String accepted = "the columns " + String.join(", ", list.columns) + ", each at most once";
      for (int i = 0; i < header.size(); i++) {
        String name = header.get(i);
        if (!list.columns.contains(name) || header.indexOf(name) < i) {
          problems.add(
              new Problem(
                  location, line, i + 1, name, name, "not a column of this file", accepted));
        }
      }
      if (!header.contains("id")) {
        problems.add(
            Problem.ofRow(
                location, line, String.join(",", header), "the column 'id' is missing", accepted));
      }
      return problems;
    }

    /** What is wrong with a row; nothing if it gave an item. */
    List<Problem> row(int line, List<String> cells) {
      if (cells.size() != header.size()) {
        return problem(
            line,
            -1,
            String.join(",", cells),
            "the row has " + cells.size() + " cells, the header " + header.size(),
            "a cell for each column");
      }
      List<String> texts = new ArrayList<>();
      for (String column : list.columns) {
        int index = header.indexOf(column);
        texts.add(index < 0 ? "" : cells.get(index).strip());
      }
      String id = texts.get(0);
      if (id.isEmpty()) {
        return problem(line, header.indexOf("id"), id, "the cell is blank", "an id");
      }
      Integer earlier = lineOfId.putIfAbsent(id, line);
      if (earlier != null) {
        String reason = "the id occurs twice, first in line " + earlier;
        return problem(line, header.indexOf("id"), id, reason, "ids that differ");
      }
      try {
        items.add(list.fromRow.apply(texts));
        return List.of();
      } catch (TextFormatException e) {
        return problem(line, column(e.text(), cells), e.text(), e.reason(), e.accepted());
      }
    }

    /** The column whose text was refused. */
    private int column(String text, List<String> cells) {
      for (int i = 0; i < cells.size(); i++) {
        boolean isCode = header.get(i).equals("kind") || header.get(i).equals("units");
        if (isCode && cells.get(i).contains(text)) {
          return i;
        }
      }
      return -1;
    }

    private List<Problem> problem(
        int line, int column, String text, String reason, String accepted) {
      String name = column < 0 ? "" : header.get(column);
      return List.of(new Problem(location, line, column + 1, name, text, reason, accepted));
    }

    List<T> items() {
      return items;
    }
  }
}
