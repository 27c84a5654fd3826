package org.crosstally.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crosstally.figure.Amount;
import org.crosstally.figure.FigureTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** A small form of the file that the benchmark loads: what is remembered must not show. */
class ManyFiguresTest {
  private static final int ROWS = 20_000;

  private static FigureTable figures = FigureTable.of(List.of());
  private static Table table = Table.create();

  @BeforeAll
  static void load() throws IOException {
    Path file = MillionFigures.write(Path.of("target/figures"), ROWS);
    figures = FigureReader.strict().read(file);
    // Tablesaw may read this file: it has no text that it changes in columns read as text.
    table =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(file.toFile()).columnTypes(name -> ColumnType.STRING));
  }

  @Test
  void everyFigureIsTheOneOfItsRow() {
    assertThat(figures.size()).isEqualTo(ROWS);
    assertThat(FigureTable.of(table).figures()).isEqualTo(figures.figures());
  }

  @Test
  void everyAmountIsTheOneOfItsText() {
    assertThat(figures.figures())
        .allSatisfy(
            figure -> assertThat(Amount.parse(figure.printed())).isEqualTo(figure.amount()));
  }
}
