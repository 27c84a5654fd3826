package org.crosstally.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of a file is named with file, line, column, text and what is accepted. */
class FaultyFilesTest {
  private static final String HEADER = "id,source,period,value,unit\n";

  @TempDir private Path folder;

  private Path figures(String text) {
    return write("figures.csv", text, UTF_8);
  }

  private Path write(String name, String text, Charset charset) {
    return write(name, text.getBytes(charset));
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FigureFormatException refusal(Path path) {
    return catchThrowableOfType(
        FigureFormatException.class, () -> FigureReader.strict().read(path));
  }

  private static Problem problem(Path path) {
    assertThat(refusal(path)).isNotNull();
    assertThat(refusal(path).problems()).hasSize(1);
    return refusal(path).problems().get(0);
  }

  private static void check(
      Problem problem, int line, String column, String text, String reason, String accepted) {
    assertThat(problem.location()).endsWith(".csv");
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.text()).contains(text);
    assertThat(problem.reason()).contains(reason);
    assertThat(problem.accepted()).contains(accepted);
    assertThat(problem.message())
        .contains(problem.location())
        .contains("line " + line)
        .contains(column)
        .contains(text)
        .contains(reason)
        .contains("accepted: ");
  }

  @Nested
  class Rows {
    @Test
    void anUnclosedQuoteIsNamedWhereItOpened() {
      Path file = figures(HEADER + "a,s,2015,1,\nb,\"two\nlines\",2015,\"2,x\nc,s,2015,3,\n");

      check(problem(file), 4, "value", "\"2,x", "not closed", "quotes");
    }

    @Test
    void anUnclosedQuoteThatMeetsTheNextOneIsNamedWhereItOpened() {
      Path file = figures(HEADER + "a,\"s,2015,1,\nb,s,2015,2,\nc,\"s\",2015,3,\n");

      check(problem(file), 2, "source", "a,\"s,2015,1,", "closing quote", "quotes");
    }

    @Test
    void anUnclosedQuoteInALongFileIsFoundBeforeItsEnd() {
      Path file = figures(HEADER + "a,s,2015,1,\"x\n" + "b,s,2015,2,\n".repeat(100_000));

      check(problem(file), 2, "unit", "a,s,2015,1,\"x", "quote is not closed", "100000");
    }

    @Test
    void aRaggedRowIsNamedByItsLine() {
      Path file = figures(HEADER + "a,s,2015,1,\nb,s,2015,1,277,\n");

      Problem problem = problem(file);

      check(problem, 3, "", "b,s,2015,1,277,", "6 cells, the header 5", "quotes around the cell");
    }

    @Test
    void aDecimalCommaIsNotGuessed() {
      Path file = figures(HEADER + "a,s,2015,\"1,5\",\n");

      check(problem(file), 2, "value", "1,5", "ambiguous", "with(DecimalMark.COMMA)");
    }

    @Test
    void aPerCentSignIsAUnit() {
      write("measures.csv", "id,label,kind,units\nvalue,Persons,flow,persons\n", UTF_8);
      figures(HEADER + "a,s,2015,12%,persons\n");

      check(problem(folder), 2, "value", "12%", "unit column", "% yoy");
    }

    @Test
    void aUnitThatTheMeasureDoesNotHaveIsNamed() {
      write("measures.csv", "id,label,kind,units\nvalue,Persons,flow,persons\n", UTF_8);
      figures(HEADER + "a,s,2015,12,USD\n");

      check(problem(folder), 2, "unit", "USD", "not a unit of the measure", "persons");
    }

    @Test
    void anUnknownSourceIsNamed() {
      write("sources.csv", "id,name,kind\ns,S,press\n", UTF_8);
      figures(HEADER + "a,t,2015,12,USD\n");

      check(problem(folder), 2, "source", "t", "no source has this id", "s");
    }

    @Test
    void anIdThatOccursTwiceIsNamedWithBothLines() {
      Path file = figures(HEADER + "a,s,2015,1,\nb,s,2015,1,\na,s,2016,1,\n");

      check(problem(file), 4, "id", "a", "first in line 2", "ids that differ");
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsNamed() {
      Path file = figures(HEADER + "a,s,2016/2015,1,\n");

      check(problem(file), 2, "period", "2016/2015", "ends before it starts", "2015-Q3");
    }

    @Test
    void allProblemsAreNamedAtOnce() {
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = 0; i < 150; i++) {
        text.append("f").append(i).append(",s,2015,wrong,\n");
      }

      FigureFormatException e = refusal(figures(text.toString()));

      assertThat(e).message().contains("line 101,").doesNotContain("line 102,");
      assertThat(e).message().endsWith("and 50 more");
      assertThat(e.problems()).hasSize(150);
    }

    @Test
    void problemsBeforeAFaultThatEndsTheReadingAreNamedToo() {
      FigureFormatException e = refusal(figures(HEADER + "a,s,2015,wrong,\nb,s,2015,\"1,\n"));

      assertThat(e.problems()).extracting(Problem::line).containsExactly(2, 3);
    }
  }

  @Nested
  class Bytes {
    @Test
    void aHugeCellIsRefusedAtOnce() {
      Path quoted = figures(HEADER + "a,s,2015,\"" + "1".repeat(10_000_000) + "\",\n");
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () -> check(problem(quoted), 2, "value", "a,s,2015", "100000 characters", "100000"));

      Path plain = figures(HEADER + "a,s," + "1".repeat(10_000_000) + ",1,\n");
      check(problem(plain), 2, "period", "a,s,111", "100000 characters", "at most 100000");

      Path smaller = figures(HEADER + "a,s,2015,1," + "x".repeat(100_001) + "\n");
      check(problem(smaller), 2, "unit", "a,s,2015", "100000 characters", "at most 100000");
    }

    @Test
    void aRowOfEndlessCellsIsRefused() {
      Path file = figures(HEADER + ",".repeat(5_000_000));

      check(problem(file), 2, "", ",,,", "more than 10000 cells", "at most 10000");
    }

    @Test
    void aNulIsNamed() {
      Path file = figures(HEADER + "a,s,2015,1\u00002,\n");

      check(problem(file), 2, "value", "1\\u00002", "NUL", "UTF_16");
    }

    @Test
    void utf16HasToBeTold() {
      String text = HEADER + "a,통일부,2015,12,\n";
      for (Charset charset : new Charset[] {UTF_16, UTF_16LE}) {
        Path file = write("figures.csv", text, charset);

        Problem problem = problem(file);

        assertThat(problem.message())
            .contains("figures.csv: the file looks like UTF-16")
            .contains("with(StandardCharsets.UTF_16)");
        assertThat(FigureReader.strict().with(charset).read(file).figures().get(0).source())
            .isEqualTo("통일부");
      }
    }

    @Test
    void bytesThatAreNoUtf8AreNamedWithTheirPlace() {
      Path file = write("figures.csv", HEADER + "a,s,2015,1,\nb,Côte,2015,1,\n", ISO_8859_1);

      check(
          problem(file), 3, "", "F4", "bytes at position 43 are no text in UTF-8", "with(Charset)");
      assertThat(FigureReader.strict().with(ISO_8859_1).read(file).figures().get(1).source())
          .isEqualTo("Côte");
    }

    @Test
    void aCharacterCutAtTheEndIsNamed() {
      byte[] whole = (HEADER + "a,s,2015,1,부").getBytes(UTF_8);
      Path file = write("figures.csv", java.util.Arrays.copyOf(whole, whole.length - 1));

      check(problem(file), 2, "", "EB B6", "are no text in UTF-8", "with(Charset)");
    }
  }

  @Nested
  class Whole {
    @Test
    void anEmptyFileIsRefused() {
      for (String text : new String[] {"", "\ufeff", "\n\n\r\n"}) {
        assertThat(problem(figures(text)).message())
            .contains("figures.csv: the file is empty")
            .contains("a header");
      }
    }

    @Test
    void aHeaderAloneIsRefused() {
      assertThat(problem(figures(HEADER)).message())
          .contains("figures.csv: the file has a header only")
          .contains("a row for each figure");
    }

    @Test
    void aFolderNeedsFigures() {
      assertThatThrownBy(() -> FigureReader.strict().read(folder))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("the folder has no figures.csv");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
      figures(HEADER + "a,s,2015,1,\n");
      Files.createDirectory(folder.resolve("sources.csv"));

      assertThat(problem(folder).message())
          .contains("sources.csv: a directory where a file is expected");
    }

    @Test
    void aMissingFileIsNamed() {
      Path missing = folder.resolve("nowhere.csv");
      assertThatThrownBy(() -> FigureReader.strict().read(missing))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(missing.toString());
    }

    @Test
    void anotherSeparatorMakesOneColumn() {
      assertThat(refusal(figures("source;period;value\ns;2015;1\n")))
          .hasMessageContaining("'source;period;value': the column 'source' is missing");
    }
  }

  @Nested
  class Lists {
    @Test
    void ofIdsAreCheckedAsStrictly() {
      figures(HEADER + "a,s,2015,1,\n");
      write("sources.csv", "id,name,kind\ns,S,pres\n,T,press\ns,S,press\nt,T\n", UTF_8);

      FigureFormatException e = refusal(folder);

      assertThat(e.problems()).extracting(Problem::line).containsExactly(2, 3, 4, 5);
      assertThat(e)
          .hasMessageContaining(
              "sources.csv, line 2, column 3 (kind): 'pres': not a kind of source")
          .hasMessageContaining("line 3, column 1 (id): the cell is blank")
          .hasMessageContaining("line 4, column 1 (id): 's': the id occurs twice, first in line 2")
          .hasMessageContaining("line 5: 't,T': the row has 2 cells, the header 3");
    }

    @Test
    void haveOnlyTheirOwnColumns() {
      figures(HEADER + "a,s,2015,1,\n");
      write("sources.csv", "id,Name,kind\ns,S,press\n", UTF_8);

      check(problem(folder), 1, "Name", "Name", "not a column of this file", "id, name, kind");
    }
  }
}
