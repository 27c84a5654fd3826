package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A table of figures, its verbs, and its way to and from Tablesaw. */
class FigureTableTest {

  private static Figure figure(String id, String source, Map<String, String> dimensions) {
    return Figure.builder(id, source)
        .measure("arrivals")
        .dimensions(Dimensions.of(dimensions))
        .period(Period.ofYear(2015))
        .amount(Amount.parse("10"))
        .build();
  }

  @Nested
  class Verbs {
    private final FigureTable table =
        FigureTable.of(
            List.of(
                figure("a", "mou", Map.of("place", "KOR", "sex", "female")),
                figure("b", "press", Map.of("place", "KOR")),
                figure("c", "press", Map.of())));

    @Test
    void keepTheFiguresForWhichTheyHold() {
      assertThat(table.where("place", "KOR").figures())
          .extracting(Figure::id)
          .containsExactly("a", "b");
      assertThat(table.where("place", "KOR").totalOver("sex").size()).isEqualTo(1);
      assertThat(table.source("press").size()).isEqualTo(2);
      assertThat(table.origin("mou").size()).isEqualTo(1);
      assertThat(table.measure("other").size()).isZero();
      assertThat(table.yearly().size()).isEqualTo(3);
      assertThat(table.monthly().size()).isZero();
    }

    @Test
    void leaveTheTableAsItWas() {
      table.where("place", "KOR");
      assertThat(table.size()).isEqualTo(3);
      assertThatThrownBy(() -> table.figures().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void groupTheFiguresOfACell() {
      assertThat(table.cells()).hasSize(3);
      assertThat(table.dimensionNames()).containsExactly("place", "sex");
    }
  }

  @Test
  void refusesTwoFiguresWithOneId() {
    Figure figure = figure("a", "mou", Map.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FigureTable.of(List.of(figure, figure)))
        .withMessageContaining("'a'");
  }

  @Nested
  class ToTable {
    @Test
    void hasTextColumnsInTheOrderOfTheFile() {
      Table table =
          FigureTable.of(List.of(figure("a", "mou", Map.of("sex", "female", "place", "KOR"))))
              .toTable();

      assertThat(table.columnNames())
          .containsExactly(
              "id",
              "source",
              "origin",
              "via",
              "document",
              "published",
              "measure",
              "place",
              "sex",
              "period",
              "value",
              "unit",
              "status",
              "basis",
              "locator",
              "note");
      assertThat(table.columns()).allMatch(column -> column instanceof StringColumn);
      assertThat(table.row(0).getString("value")).isEqualTo("10");
    }

    @Test
    void isReadAsEqualFigures() {
      List<Figure> figures = new ArrayList<>();
      for (int seed = 0; seed < 500; seed++) {
        figures.add(FigureSamples.figure("f" + seed, new Random(seed)));
      }
      FigureTable table = FigureTable.of(figures);

      assertThat(FigureTable.of(table.toTable()).figures()).isEqualTo(figures);
    }

    @Test
    void ofNoFiguresIsReadAsNone() {
      FigureTable none = FigureTable.of(List.of());
      assertThat(FigureTable.of(none.toTable()).size()).isZero();
    }

    @Test
    void sharesNothingWithTheFigures() {
      FigureTable figures = FigureTable.of(List.of(figure("a", "mou", Map.of())));
      figures.toTable().stringColumn("value").set(0, "99");
      assertThat(figures.toTable().stringColumn("value").get(0)).isEqualTo("10");
    }

    @Test
    void refusesDimensionsThatMakeNoColumns() {
      for (String name : List.of("value", "Value", "note")) {
        FigureTable table = FigureTable.of(List.of(figure("a", "mou", Map.of(name, "x"))));
        assertThatIllegalStateException().isThrownBy(table::toTable).withMessageContaining(name);
      }
      FigureTable table =
          FigureTable.of(List.of(figure("a", "mou", Map.of("sex", "f", "Sex", "f"))));
      assertThatIllegalStateException().isThrownBy(table::toTable);
    }
  }

  @Nested
  class OfTable {
    @Test
    void readsTextAndNumberColumns() {
      Table table =
          Table.create(
              "t",
              StringColumn.create("source", "mou", "unhcr", "unhcr"),
              IntColumn.create("period", new int[] {2015, 2016, 2017}),
              DoubleColumn.create("value", 1276, 0.5, Double.NaN),
              DateColumn.create("published", LocalDate.of(2016, 1, 4), null, null),
              StringColumn.create("place", "KOR", "USA", ""));

      List<Figure> figures = FigureTable.of(table).figures();

      assertThat(figures).extracting(Figure::id).containsExactly("line-1", "line-2", "line-3");
      assertThat(figures).extracting(Figure::printed).containsExactly("1276", "0.5", "");
      assertThat(figures.get(0).period()).isEqualTo(Period.ofYear(2015));
      assertThat(figures.get(0).published()).contains(Period.parse("2016-01-04"));
      assertThat(figures.get(1).dimensions().get("place")).contains("USA");
      assertThat(figures.get(2).amount()).isEqualTo(new Amount.Missing(Amount.Missing.Cause.BLANK));
    }

    @Test
    void writesDoublesWithoutExponent() {
      Table table =
          Table.create(
              StringColumn.create("source", "a", "a", "a"),
              DoubleColumn.create("period", 2015, 2016, 2017),
              DoubleColumn.create("value", 2.516e9, 1e-7, -1.5e15));

      assertThat(FigureTable.of(table).figures())
          .extracting(Figure::printed)
          .containsExactly("2516000000", "0.0000001", "-1500000000000000");
    }

    @Test
    void namesRowColumnTextAndWhatIsAccepted() {
      Table table =
          Table.create(
              "counts",
              StringColumn.create("source", "mou", ""),
              StringColumn.create("period", "2015", "2016-13"),
              StringColumn.create("value", "1,5", "12%"));

      FigureFormatException e =
          catchThrowableOfType(FigureFormatException.class, () -> FigureTable.of(table));

      assertThat(e.count()).isEqualTo(4);
      assertThat(e.problems()).extracting(Problem::line).containsExactly(1, 2, 2, 2);
      assertThat(e.problems())
          .extracting(Problem::column)
          .containsExactly("value", "source", "period", "value");
      assertThat(e)
          .hasMessageContaining("table 'counts', line 1, column 3 (value): '1,5': ambiguous")
          .hasMessageContaining("line 2, column 2 (period): '2016-13'");
    }

    @Test
    void refusesOtherTypesOfColumns() {
      Table table = Table.create("t", BooleanColumn.create("source", true));
      assertThatThrownBy(() -> FigureTable.of(table))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining("column 1 (source): 'BOOLEAN'");
    }

    @Test
    void readsADecimalCommaIfToldSo() {
      Table table =
          Table.create(
              StringColumn.create("source", "a"),
              StringColumn.create("period", "2015"),
              StringColumn.create("value", "1,5"));

      FigureTable figures = FigureTable.of(table, Catalogue.empty(), DecimalMark.COMMA);

      assertThat(figures.figures().get(0).amount().point()).hasValue(1.5);
      assertThat(FigureTable.of(figures.toTable(), Catalogue.empty(), DecimalMark.COMMA).figures())
          .isEqualTo(figures.figures());
    }
  }
}
