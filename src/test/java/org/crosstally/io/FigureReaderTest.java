package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crosstally.figure.Amount;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.figure.Unit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from files, and how. */
class FigureReaderTest {
  @TempDir private Path folder;

  private Path file(String text) {
    return file("flat.csv", text);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Figure> read(String text) {
    return FigureReader.strict().read(file(text)).figures();
  }

  @Nested
  class FlatFile {
    @Test
    void needsThreeColumnsOnly() {
      List<Figure> figures = read("source,period,value\nmou,2015,1276\nmou,2016,~1400\n");

      assertThat(figures).extracting(Figure::id).containsExactly("line-2", "line-3");
      assertThat(figures.get(1).amount()).isEqualTo(Amount.parse("~1400"));
      assertThat(figures.get(1).unit()).isEqualTo(new Unit.Base(""));
    }

    @Test
    void isTheSameWithAByteOrderMarkAndOtherLineEnds() {
      String text = "source,period,value\nmou,2015,1276\nmou,2016,~1400\n";

      assertThat(read("\ufeff" + text.replace("\n", "\r\n"))).isEqualTo(read(text));
      assertThat(read(text.replace("\n", "\r"))).isEqualTo(read(text));
      assertThat(read(text.strip())).isEqualTo(read(text));
    }

    @Test
    void keepsEveryTextAsItIs() {
      List<Figure> figures =
          read(
              "id,source,period,value,place,note\n"
                  + "007,#mou,2015,1,NA,T\n"
                  + "#8,\"a, \"\"b\"\"\",2015,1,null,\"two\nlines\"\n"
                  + "9,통일부,2015,1,Côte d'Ivoire,=1+1\n");

      assertThat(figures).extracting(Figure::id).containsExactly("007", "#8", "9");
      assertThat(figures).extracting(Figure::source).containsExactly("#mou", "a, \"b\"", "통일부");
      assertThat(figures.get(0).dimensions().get("place")).contains("NA");
      assertThat(figures.get(1).note()).contains("two\nlines");
      assertThat(figures.get(2).note()).contains("=1+1");
    }

    @Test
    void countsLinesNotRows() {
      List<Figure> figures =
          read("source,period,value,note\n\nmou,2015,1,\"two\r\nlines\"\nmou,2016,1,\n");

      assertThat(figures).extracting(Figure::id).containsExactly("line-3", "line-5");
    }

    @Test
    void mayHaveADecimalCommaIfTold() {
      Path file = file("source;period;value\nmou;2015;1,5\nmou;2016;1.500\n");

      assertThat(
              FigureReader.strict()
                  .with(FieldSeparator.SEMICOLON)
                  .with(DecimalMark.COMMA)
                  .read(file)
                  .figures())
          .extracting(figure -> figure.amount().point().orElseThrow())
          .containsExactly(1.5, 1500.0);
    }

    @Test
    void mayHaveOtherNamesForItsColumnsAndLackSome() {
      Path file = file("Source,Year,Mean\ngcag,1850,-0.4177\n");

      Figure figure =
          FigureReader.strict()
              .rename("Source", "source")
              .rename("Year", "period")
              .rename("Mean", "value")
              .constant("measure", "anomaly")
              .read(file)
              .figures()
              .get(0);

      assertThat(figure.source()).isEqualTo("gcag");
      assertThat(figure.measure()).isEqualTo("anomaly");
      assertThat(figure.amount().point()).hasValue(-0.4177);
      assertThatThrownBy(() -> FigureReader.strict().rename("mean", "value").read(file))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining("there is no column 'mean' to rename");
      assertThatThrownBy(() -> FigureReader.strict().constant("Year", "x").read(file))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining("the column occurs twice");
    }

    @Test
    void showsAColumnThatIsNearlyAKnownOne() {
      assertThatThrownBy(() -> read("source,period,value,Value\nmou,2015,1,2\n"))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining("column 4 (Value)");
    }
  }

  @Nested
  class Folder {
    @Test
    void hasListsOfIds() {
      file("sources.csv", "id,name,kind\nmou,Ministry,official\n");
      file("documents.csv", "url,id\nhttp://x,d1\n");
      file("measures.csv", "id,label,kind,units\narrivals,,flow,persons\nfee,Fee,level,USD KRW\n");
      file(
          "figures.csv", "source,document,measure,period,value,unit\nmou,d1,arrivals,2015,1276,\n");

      FigureTable table = FigureReader.strict().read(folder);

      assertThat(table.catalogue().source("mou"))
          .isEqualTo(new Source("mou", "Ministry", Source.Kind.OFFICIAL));
      assertThat(table.catalogue().document("d1").url()).isEqualTo("http://x");
      assertThat(table.catalogue().measure("arrivals"))
          .isEqualTo(new Measure("arrivals", "arrivals", Measure.Kind.FLOW, List.of("persons")));
      assertThat(table.catalogue().measure("fee").units()).containsExactly("USD", "KRW");
      assertThat(table.figures().get(0).unit()).isEqualTo(new Unit.Base("persons"));
    }
  }

  @Nested
  class Defectors {
    private final FigureTable table = FigureReader.strict().read(Path.of("data/defectors"));

    @Test
    void loadWithoutAProblem() {
      assertThat(table.size()).isEqualTo(1_935);
      assertThat(table.dimensionNames()).containsExactly("place", "sex");
      assertThat(table.catalogue().sources()).hasSizeGreaterThan(100);
      assertThat(table.figures())
          .allSatisfy(f -> assertThat(Amount.parse(f.amount().format())).isEqualTo(f.amount()));
    }

    @Test
    void keepTheirOrderAndTheirTexts() {
      Figure first = table.figures().get(0);
      assertThat(first.id()).isEqualTo("chosun-01");
      assertThat(first.printed()).isEqualTo("<100");
      assertThat(first.period()).isEqualTo(Period.parse("2015-01/2015-10"));
    }

    @Test
    void goThroughATablesawTableUnchanged() {
      assertThat(FigureTable.of(table.toTable(), table.catalogue()).figures())
          .isEqualTo(table.figures());
    }
  }
}
