package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crosstally.Figures.own;
import static org.crosstally.Figures.start;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crosstally.agreement.Coverage.Counting;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Which source is about which period. */
class CoverageTest {
  private static final List<Figure> FIGURES =
      List.of(
          own("1", "office", "2010", "2009", "100"),
          own("2", "office", "2011", "2009", "101"),
          own("3", "office", "2011", "2010", "120"),
          own("4", "office", "2011", "2011", "-"),
          own("5", "agency", "2011", "2010-Q1", "30"),
          own("6", "agency", "2011", "2010", "~120"));

  private static final Coverage COVERAGE = Coverage.of(FigureTable.of(FIGURES));

  @Test
  void figures_are_counted_by_source_and_period() {
    assertThat(COVERAGE.count("office", Period.ofYear(2009))).isEqualTo(2);
    assertThat(COVERAGE.count("agency", Period.ofYear(2009))).isZero();
    assertThat(COVERAGE.count("nobody", Period.ofYear(2009))).isZero();
  }

  @Test
  void a_missing_number_is_no_figure_about_the_period() {
    assertThat(COVERAGE.periods())
        .containsExactly(Period.ofYear(2009), Period.ofQuarter(2010, 1), Period.ofYear(2010));
  }

  @Test
  void totals_add_up() {
    assertThat(COVERAGE.total()).isEqualTo(5);
    assertThat(COVERAGE.sources().stream().mapToInt(COVERAGE::total).sum()).isEqualTo(5);
    assertThat(COVERAGE.periods().stream().mapToInt(COVERAGE::total).sum()).isEqualTo(5);
  }

  @Test
  void cells_are_counted_once_for_a_source() {
    List<Figure> figures =
        List.of(
            own("1", "office", "2010", "2009", "100"),
            own("2", "office", "2011", "2009", "101"),
            start("3", "office", "2011", "2009", "50")
                .dimensions(Dimensions.of(Map.of("sex", "female")))
                .build());
    Coverage coverage = Coverage.of(FigureTable.of(figures), Counting.CELLS);

    assertThat(coverage.count("office", Period.ofYear(2009))).isEqualTo(2);
  }

  @Test
  void the_table_has_a_column_for_each_period_and_the_totals_at_its_ends() {
    Table table = COVERAGE.toTable();

    assertThat(table.columnNames()).containsExactly("source", "2009", "2010-Q1", "2010", "total");
    assertThat(table.stringColumn("source").asList()).containsExactly("agency", "office", "total");
    assertThat(table.intColumn("2009").asList()).containsExactly(0, 2, 2);
    assertThat(table.intColumn("total").asList()).containsExactly(2, 3, 5);
  }

  @Test
  void no_figures_give_the_total_row_alone() {
    Table table = Coverage.of(FigureTable.of(List.of())).toTable();

    assertThat(table.columnNames()).containsExactly("source", "total");
    assertThat(table.intColumn("total").asList()).containsExactly(0);
  }

  @Test
  void the_order_of_the_figures_changes_nothing() {
    List<Figure> reversed =
        List.of(
            FIGURES.get(5),
            FIGURES.get(4),
            FIGURES.get(3),
            FIGURES.get(2),
            FIGURES.get(1),
            FIGURES.get(0));

    assertThat(Coverage.of(FigureTable.of(reversed))).isEqualTo(COVERAGE);
  }

  @Test
  void a_count_is_above_zero() {
    assertThatThrownBy(
            () ->
                new Coverage(
                    Counting.FIGURES,
                    new TreeMap<>(Map.of("office", new TreeMap<>(Map.of(Period.ofYear(2009), 0))))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the counts of 'office' are above 0");
  }
}
