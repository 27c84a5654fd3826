package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Result tables as files. */
class CsvFileTest {
  @TempDir private Path folder;

  @Test
  void quotesWhatNeedsQuotes() throws IOException {
    Path file = folder.resolve("t.csv");

    CsvFile.write(
        file, List.of("a", "b"), List.of(List.of("1,5", "say \"x\""), List.of("two\nlines", "")));

    assertThat(Files.readString(file, UTF_8))
        .isEqualTo("a,b\n\"1,5\",\"say \"\"x\"\"\"\n\"two\nlines\",\n");
  }

  @Test
  void leavesTheOlderFileWhereARowIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "old", UTF_8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvFile.write(file, List.of("a", "b"), List.of(List.of("1"))));

    assertThat(Files.readString(file, UTF_8)).isEqualTo("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void makesTheFoldersThatAreMissing() {
    CsvFile.write(folder.resolve("new/and/deep/t.csv"), List.of("a"), List.of(List.of("1")));

    assertThat(folder.resolve("new/and/deep/t.csv")).hasContent("a\n1\n");
  }

  @Test
  void namesAFileThatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("file"), "no folder", UTF_8);
    assertThatThrownBy(
            () -> CsvFile.write(folder.resolve("file/t.csv"), List.of("a"), List.of(List.of("1"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("t.csv");
    assertThatThrownBy(() -> CsvFile.write(folder, List.of("a"), List.of(List.of("1"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a directory where a file is expected");
  }

  @Test
  void ofATablesawTableHasNoLanguage() throws IOException {
    Path file = folder.resolve("t.csv");
    Table table =
        Table.create(
            StringColumn.create("name", "a", ""),
            DoubleColumn.create("mean", 1234567.0, Double.NaN),
            DoubleColumn.create("rate", 0.25, -1e-7),
            IntColumn.create("n", new int[] {1000, 2}),
            DateColumn.create("day", LocalDate.of(2015, 1, 2), null));

    ResultTables.write(table, file);

    assertThat(Files.readString(file, UTF_8))
        .isEqualTo("name,mean,rate,n,day\na,1234567,0.25,1000,2015-01-02\n,,-1.0E-7,2,\n");
  }
}
