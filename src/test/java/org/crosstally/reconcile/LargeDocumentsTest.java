package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of which every pair, or every row, would be too many to look at. */
class LargeDocumentsTest {
  private static final int MANY = 40_000;
  private static final LocalDate START = LocalDate.of(1900, 1, 1);
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("members", "Members", Measure.Kind.STOCK, List.of("persons"))));

  /** A kind of document, by the figures that it prints for each number. */
  private record Shape(String name, BiConsumer<List<Figure>, Integer> print) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Figure.Builder start(List<Figure> figures, Period period, long value) {
    String id = "f%06d".formatted(figures.size());
    return Figures.start(id, "office", "", period.format(), "" + value).document("d");
  }

  private static void add(List<Figure> figures, Period period, long value) {
    figures.add(start(figures, period, value).build());
  }

  private static void addPart(List<Figure> figures, Map<String, String> part, long value) {
    figures.add(start(figures, Period.ofYear(2000), value).dimensions(Dimensions.of(part)).build());
  }

  private static void addStock(List<Figure> figures, Period day, long value) {
    figures.add(start(figures, day, value).measure("members").build());
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape(
            "growing spans and their days",
            (figures, i) -> {
              add(figures, Period.ofDay(START.plusDays(i)), 3);
              add(figures, new Period(START, START.plusDays(i + 1L)), 3L * (i + 2));
            }),
        new Shape(
            "parts of one total",
            (figures, i) -> {
              addPart(figures, i == 0 ? Map.of() : Map.of("place", "p" + i), i == 0 ? 9 : i);
              addPart(figures, Map.of("place", "p" + i), i);
            }),
        new Shape(
            "one cell again and again",
            (figures, i) -> {
              add(figures, Period.ofYear(2000), i);
              add(figures, Period.ofYear(2000), i);
            }),
        new Shape(
            "a table of places, kinds and sexes",
            (figures, i) -> {
              String sex = List.of("", "female", "male").get(i % 3);
              String kind = "k" + i / 3 % 50;
              String place = "p" + i / 150;
              addPart(
                  figures, Map.of("sex", sex, "kind", kind, "place", place), i % 3 == 0 ? 3 : 2);
            }),
        new Shape(
            "daily stocks and flows",
            (figures, i) -> {
              Period day = Period.ofDay(START.plusDays(i));
              add(figures, i == 0 ? Period.upTo(START) : day, 3);
              addStock(figures, day, 3L * i + (i % 7 == 0 ? 4 : 3));
            }));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void are_checked_with_work_in_proportion_to_their_figures(Shape shape) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; figures.size() < MANY; i++) {
      shape.print().accept(figures, i);
    }

    DocumentChecks checks = DocumentChecks.of(FigureTable.of(figures, CATALOGUE));

    long involved = checks.list().stream().mapToLong(check -> check.figures().size()).sum();
    assertThat(involved).isLessThan(10L * MANY);
    assertThat(checks.list()).hasSizeLessThan(2 * MANY);
  }
}
