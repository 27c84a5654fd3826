package org.crosstally.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a figure table: the known ones by name, and any other as a dimension. */
final class FigureColumns {
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String ORIGIN = "origin";
  static final String VIA = "via";
  static final String DOCUMENT = "document";
  static final String PUBLISHED = "published";
  static final String MEASURE = "measure";
  static final String PERIOD = "period";
  static final String VALUE = "value";
  static final String UNIT = "unit";
  static final String STATUS = "status";
  static final String BASIS = "basis";
  static final String LOCATOR = "locator";
  static final String NOTE = "note";

  /** Before the dimensions, in the order of a written table. */
  static final List<String> LEADING =
      List.of(ID, SOURCE, ORIGIN, VIA, DOCUMENT, PUBLISHED, MEASURE);

  /** After the dimensions. */
  static final List<String> TRAILING = List.of(PERIOD, VALUE, UNIT, STATUS, BASIS, LOCATOR, NOTE);

  private static final List<String> REQUIRED = List.of(SOURCE, PERIOD, VALUE);
  private static final String ACCEPTED =
      "the columns "
          + String.join(", ", LEADING)
          + ", "
          + String.join(", ", TRAILING)
          + ", each at most once; any other column is a dimension";
  private static final int MOST = 1_000;

  private final List<String> names;
  private final Map<String, Integer> known = new HashMap<>();
  private final List<Integer> dimensions = new ArrayList<>();

  private FigureColumns(List<String> names) {
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      if (LEADING.contains(names.get(i)) || TRAILING.contains(names.get(i))) {
        known.put(names.get(i), i);
      } else {
        dimensions.add(i);
      }
    }
  }

  static FigureColumns of(List<String> header) {
    return new FigureColumns(header.stream().map(String::strip).toList());
  }

  /** What is wrong with the header; empty where nothing is. */
  List<Problem> check(String location, int line) {
    if (names.size() > MOST) {
      return List.of(
          Problem.ofRow(
              location, line, "", names.size() + " columns", "at most " + MOST + " columns"));
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String reason = fault(name, seen.put(name.toLowerCase(Locale.ROOT), name));
      if (!reason.isEmpty()) {
        problems.add(new Problem(location, line, i + 1, name, name, reason, ACCEPTED));
      }
    }
    for (String name : REQUIRED) {
      if (!names.contains(name)) {
        problems.add(
            Problem.ofRow(
                location,
                line,
                String.join(",", names),
                "the column '" + name + "' is missing",
                "a header with the columns source, period and value"));
      }
    }
    return problems;
  }

  private static String fault(String name, @Nullable String earlier) {
    if (name.isEmpty()) {
      return "a column without a name";
    }
    if (name.equals(earlier)) {
      return "the column occurs twice";
    }
    if (earlier != null) {
      return "the column differs from '" + Excerpt.of(earlier) + "' only in capitals";
    }
    for (List<String> list : List.of(LEADING, TRAILING)) {
      for (String other : list) {
        if (!name.equals(other) && squeezed(name).equals(other)) {
          return "the column is written '" + other + "'";
        }
      }
    }
    return "";
  }

  private static String squeezed(String name) {
    return name.replaceAll("[\\s_\u00a0\\-]", "").toLowerCase(Locale.ROOT);
  }

  int count() {
    return names.size();
  }

  String name(int index) {
    return names.get(index);
  }

  /** The index of a known column; -1 where the table does not have it. */
  int index(String name) {
    return known.getOrDefault(name, -1);
  }

  /** The columns that hold dimension values, by index. */
  List<Integer> dimensions() {
    return dimensions;
  }
}
