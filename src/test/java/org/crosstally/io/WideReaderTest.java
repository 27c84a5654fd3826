package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with a column for each source or for each period. */
class WideReaderTest {
  @TempDir private Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("wide.csv"), text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aColumnMayBeASource() {
    FigureTable table =
        WideReader.columnPerSource("Year")
            .measure("population")
            .unit("persons")
            .published(Period.ofYear(2016))
            .status(Status.FORECAST)
            .constant("place", "WLD")
            .read(file("Year,census,prb\n1950,2557628654,2516000000.0\n1951,..,\n"));

    assertThat(table.figures())
        .extracting(Figure::id)
        .containsExactly("line-2-census", "line-2-prb", "line-3-census");
    Figure prb = table.figures().get(1);
    assertThat(prb.source()).isEqualTo("prb");
    assertThat(prb.period()).isEqualTo(Period.ofYear(1950));
    assertThat(prb.printed()).isEqualTo("2516000000.0");
    assertThat(prb.unit()).isEqualTo(new Unit.Base("persons"));
    assertThat(prb.measure()).isEqualTo("population");
    assertThat(prb.status()).isEqualTo(Status.FORECAST);
    assertThat(prb.dimensions().get("place")).contains("WLD");
    assertThat(table.figures().get(2).amount())
        .isEqualTo(new Amount.Missing(Amount.Missing.Cause.TWO_POINTS));
  }

  @Test
  void aColumnMayBeAPeriod() {
    FigureTable table =
        WideReader.columnPerPeriod("Source")
            .ignoring("Remark")
            .read(file("Source,2015,2016-Q1,Remark\nmou,1276,~300,provisional\nun,,5,\n"));

    assertThat(table.figures())
        .extracting(Figure::id)
        .containsExactly("line-2-2015", "line-2-2016-Q1", "line-3-2016-Q1");
    assertThat(table.figures().get(1).period()).isEqualTo(Period.ofQuarter(2016, 1));
    assertThat(table.figures().get(2).source()).isEqualTo("un");
  }

  @Test
  void problemsAreNamedWhereTheTableHasThem() {
    Path file = file("Year,census,prb\n1950,\"1,5\",2\n195O,3,4\n1952,1\n");

    FigureFormatException e =
        catchThrowableOfType(
            FigureFormatException.class, () -> WideReader.columnPerSource("Year").read(file));

    assertThat(e.problems()).extracting(Problem::line).containsExactly(2, 3, 4);
    assertThat(e)
        .hasMessageContaining("wide.csv, line 2, column 2 (census): '1,5': ambiguous")
        .hasMessageContaining("wide.csv, line 3, column 1 (Year): '195O': not a period")
        .hasMessageContaining("wide.csv, line 4: '1952,1': the row has 2 cells, the header 3");
  }

  @Test
  void headersAreChecked() {
    for (String header : List.of("Jahr,a\n", "Year,a,a\n", "Year,\n")) {
      Path file = file(header + "1950,1,2\n");
      assertThat(
              catchThrowableOfType(
                  FigureFormatException.class, () -> WideReader.columnPerSource("Year").read(file)))
          .hasMessageContaining("wide.csv, line 1");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WideReader.columnPerSource("Year").constant("value", "1"));
  }

  @Test
  void aRealTableOfElevenSourcesIsReadAsItIs() {
    FigureTable table =
        WideReader.columnPerSource("Year")
            .measure("population")
            .unit("persons")
            .read(Path.of("data/world-population/World_population_estimates.csv"));

    assertThat(table.size()).isEqualTo(236);
    assertThat(table.figures().stream().map(Figure::source).distinct()).hasSize(11);
    assertThat(table.figures().get(1))
        .hasToString("line-2-prb: prb says 2516000000.0 persons for population, 1950");
  }
}
