package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lenient reader forgives rows, not files, and drops nothing in silence. */
class LenientFigureReaderTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("flat.csv"), text, UTF_8);
  }

  @Test
  void keepsTheSoundRowsAndReportsEveryOther() throws IOException {
    Path file =
        file(
            """
            id,source,period,value
            a,s,2015,10
            b,s,2015-13,"1,5"
            c,s
            a,s,2016,12
            d,s,2016,~12
            """);

    ReadReport report = FigureReader.lenient().read(file);

    assertThat(report.table().figures()).extracting(Figure::id).containsExactly("a", "d");
    assertThat(report.rejected()).extracting(RejectedRow::line).containsExactly(3, 4, 5);
    assertThat(report.rejected().get(0).cells()).containsExactly("b", "s", "2015-13", "1,5");
    assertThat(report.rejected().get(0).problems()).hasSize(2);
    assertThat(report.problems()).hasSize(4);
    assertThat(report.problems().get(3).message()).contains("first in line 2");
  }

  @Test
  void reportsNothingWhereAllIsSound() {
    ReadReport report = FigureReader.lenient().read(Path.of("data/defectors"));

    assertThat(report.rejected()).isEmpty();
    assertThat(report.table().size()).isEqualTo(1_935);
  }

  @Test
  void refusesAFileThatItCannotReadToItsEnd() throws IOException {
    Path file = file("id,source,period,value\na,s,wrong,10\nb,s,2015,\"1\n");

    assertThatThrownBy(() -> FigureReader.lenient().read(file))
        .isInstanceOf(FigureFormatException.class)
        .hasMessageContaining("line 3, column 4 (value)");
  }
}
