package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureSamples;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read as equal figures. */
class FigureWriterTest {
  @TempDir private Path folder;

  private static Figure figure(String source, String printed, DecimalMark mark) {
    return Figure.builder("a", source)
        .period(Period.ofYear(2015))
        .amount(Amount.parse(printed, mark))
        .printed(printed)
        .build();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }

  @Test
  void aFlatFileGivesBackEveryFigure() {
    List<Figure> figures = new ArrayList<>();
    for (int seed = 0; seed < 500; seed++) {
      figures.add(FigureSamples.figure("f" + seed, new Random(seed)));
    }
    Path file = folder.resolve("flat.csv");

    FigureWriter.defaults().writeFile(FigureTable.of(figures), file);

    assertThat(FigureReader.strict().read(file).figures()).isEqualTo(figures);
  }

  @Test
  void aFolderGivesBackFiguresAndCatalogue() throws IOException {
    FigureTable table = FigureReader.strict().read(Path.of("data/defectors"));

    FigureWriter.defaults().writeFolder(table, folder.resolve("a/b"));
    FigureTable again = FigureReader.strict().read(folder.resolve("a/b"));

    assertThat(again.figures()).isEqualTo(table.figures());
    assertThat(again.catalogue()).isEqualTo(table.catalogue());
    FigureWriter.defaults().writeFolder(again, folder.resolve("c"));
    assertThat(folder.resolve("c/figures.csv"))
        .hasSameBinaryContentAs(folder.resolve("a/b/figures.csv"));
    assertThat(folder.resolve("a/b/measures.csv"))
        .hasSameBinaryContentAs(Path.of("data/defectors/measures.csv"));
    assertThat(folder.resolve("a/b/sources.csv"))
        .hasSameBinaryContentAs(Path.of("data/defectors/sources.csv"));
  }

  @Test
  void aTableWithoutCatalogueMakesOneFile() throws IOException {
    FigureTable table = FigureTable.of(List.of(figure("s", "10", DecimalMark.POINT)));

    FigureWriter.defaults().writeFolder(table, folder);

    assertThat(files()).containsExactly(Path.of("figures.csv"));
  }

  @Test
  void anOldListOfIdsIsNotLeftBesideFiguresThatDoNotHaveIt() throws IOException {
    Files.writeString(folder.resolve("sources.csv"), "id,name,kind\nx,X,press\n", UTF_8);
    FigureTable table = FigureTable.of(List.of(figure("s", "10", DecimalMark.POINT)));

    assertThatThrownBy(() -> FigureWriter.defaults().writeFolder(table, folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("sources.csv");
    assertThat(files()).containsExactly(Path.of("sources.csv"));
  }

  @Test
  void valuesWithADecimalCommaNeedItAgain() {
    FigureTable table = FigureTable.of(List.of(figure("s", "1.500", DecimalMark.COMMA)));
    Path file = folder.resolve("flat.csv");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FigureWriter.defaults().writeFile(table, file))
        .withMessageContaining("with(DecimalMark.COMMA)");

    FigureWriter.defaults().with(DecimalMark.COMMA).writeFile(table, file);
    assertThat(FigureReader.strict().with(DecimalMark.COMMA).read(file).figures())
        .isEqualTo(table.figures());
  }

  @Test
  void whatCouldNotBeReadIsNotWritten() throws IOException {
    List<FigureTable> tables =
        List.of(
            FigureTable.of(List.of()),
            FigureTable.of(List.of(figure("nul\u0000", "10", DecimalMark.POINT))),
            FigureTable.of(List.of(figure("x".repeat(100_001), "10", DecimalMark.POINT))),
            FigureTable.of(
                List.of(figure("s", "10", DecimalMark.POINT)),
                Catalogue.of(
                    List.of(new Source("t", "T", Source.Kind.PRESS)), List.of(), List.of())),
            FigureTable.of(
                List.of(figure("s", "10", DecimalMark.POINT)),
                Catalogue.of(
                    List.of(),
                    List.of(),
                    List.of(new Measure("value", "V", Measure.Kind.FLOW, List.of("two words"))))));
    for (FigureTable table : tables) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FigureWriter.defaults().writeFolder(table, folder));
    }
    FigureTable surrogate = FigureTable.of(List.of(figure("\ud800", "10", DecimalMark.POINT)));
    assertThatThrownBy(() -> FigureWriter.defaults().writeFolder(surrogate, folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("figures.csv");
    assertThat(files()).isEmpty();
  }

  @Test
  void anOlderFileIsReplacedAndNothingIsLeftBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("flat.csv"), "old", UTF_8);
    FigureTable table = FigureTable.of(List.of(figure("s", "10", DecimalMark.POINT)));

    FigureWriter.defaults().writeFile(table, file);

    assertThat(Files.readString(file, UTF_8))
        .isEqualTo(
            "id,source,origin,via,document,published,measure,period,value,unit,status,basis,"
                + "locator,note\na,s,,,,,value,2015,10,,observed,,,\n");
    assertThat(files()).containsExactly(Path.of("flat.csv"));
  }
}
