package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows of text become figures. */
class FigureParserTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(new Source("mou", "Ministry", Source.Kind.OFFICIAL)),
          List.of(new Document("d1", "Title", "", "")),
          List.of(
              new Measure("arrivals", "Arrivals", Measure.Kind.FLOW, List.of("persons")),
              new Measure("fee", "Fee", Measure.Kind.LEVEL, List.of("USD", "KRW"))));

  private static FigureParser parser(Catalogue catalogue, String header) {
    return FigureParser.of(
        "f.csv", catalogue, DecimalMark.POINT, 1, Arrays.asList(header.split(",", -1)));
  }

  private static List<Problem> add(FigureParser parser, int line, String row) {
    return parser.add(line, Arrays.asList(row.split(",", -1)));
  }

  @Nested
  class Header {
    @Test
    void needsSourcePeriodAndValue() {
      assertThatThrownBy(() -> parser(Catalogue.empty(), "source,place"))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining("2 problems")
          .hasMessageContaining("f.csv, line 1: 'source,place': the column 'period' is missing")
          .hasMessageContaining("the column 'value' is missing");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "source,period,value,Value | column 4 (Value)",
          "source,period,value,Un it | the column is written 'unit'",
          "source,period,value,STATUS | the column is written 'status'",
          "source,period,value,place,place | the column occurs twice",
          "source,period,value,place,Place | differs from 'place' only in capitals",
          "source,period,value, | a column without a name"
        })
    void isRefusedWhereAColumnWouldBeTakenForSomethingElse(String header, String message) {
      assertThatThrownBy(() -> parser(Catalogue.empty(), header))
          .isInstanceOf(FigureFormatException.class)
          .hasMessageContaining(message);
    }

    @Test
    void makesDimensionsOfAnyOtherColumn() {
      FigureParser parser = parser(Catalogue.empty(), "place, period ,value,source,age group");
      assertThat(add(parser, 2, "KOR,2015,7,mou,60+")).isEmpty();
      assertThat(parser.table().figures().get(0).dimensions())
          .hasToString("age group=60+, place=KOR");
    }
  }

  @Nested
  class Rows {
    private final FigureParser parser =
        parser(
            CATALOGUE, "id,source,origin,document,published,measure,sex,period,value,unit,status");

    @Test
    void giveFiguresWithTheirDefaults() {
      assertThat(add(parser, 7, " ,mou,,,,arrivals,,2015, 978 ,,")).isEmpty();

      Figure figure = parser.table().figures().get(0);
      assertThat(figure.id()).isEqualTo("line-7");
      assertThat(figure.unit()).isEqualTo(new Unit.Base("persons"));
      assertThat(figure.status()).isEqualTo(Status.OBSERVED);
      assertThat(figure.printed()).isEqualTo("978");
      assertThat(figure.dimensions()).isEqualTo(Dimensions.none());
      assertThat(figure.published()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "x,nobody,,,,arrivals,,2015,9,, | source | nobody | no source has this id | mou",
          "x,mou,nobody,,,arrivals,,2015,9,, | origin | nobody | no source has this id | mou",
          "x,mou,,d2,,arrivals,,2015,9,, | document | d2 | no document has this id | d1",
          "x,mou,,,,births,,2015,9,, | measure | births | no measure has this id | arrivals, fee",
          "x,mou,,,,arrivals,,2015,9,heads, | unit | heads | not a unit of the measure | persons",
          "x,mou,,,,fee,,2015,9,, | unit | '' | has several units | USD, KRW",
          "x,mou,,,,arrivals,,2015,9,,guess | status | guess | not a status | provisional",
          "x,mou,,,2015-Q1,arrivals,,2015,9,, | published | 2015-Q1 | not a date | 2015-10",
          "x,mou,,,,arrivals,,2016/2015,9,, | period | 2016/2015 | ends before | 2015-Q3",
          "x,mou,,,,arrivals,,,9,, | period | '' | the cell is blank | 2015-Q3",
          "x,,,,,arrivals,,2015,9,, | source | '' | the cell is blank | the id of a source",
          "x,mou,,,,arrivals,,2015,12%,, | value | 12% | unit column | % yoy"
        })
    void areRefusedWithColumnTextReasonAndWhatIsAccepted(
        String row, String column, String text, String reason, String accepted) {
      List<Problem> problems = add(parser, 5, row);

      assertThat(problems).hasSize(1);
      Problem problem = problems.get(0);
      assertThat(problem.location()).isEqualTo("f.csv");
      assertThat(problem.line()).isEqualTo(5);
      assertThat(problem.column()).isEqualTo(column);
      assertThat(problem.text()).isEqualTo(text);
      assertThat(problem.reason()).contains(reason);
      assertThat(problem.accepted()).contains(accepted);
      assertThat(parser.table().size()).isZero();
    }

    @Test
    void withTheSameIdNameBothLines() {
      add(parser, 3, "x,mou,,,,arrivals,,2015,9,,");

      assertThat(add(parser, 9, "x,mou,,,,arrivals,,2016,9,,"))
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("line 9, column 1 (id): 'x': the id occurs twice, first in line 3");
    }

    @Test
    void withTooFewCellsAreRagged() {
      assertThat(add(parser, 3, "x,mou"))
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("f.csv, line 3: 'x,mou': the row has 2 cells, the header 11");
    }

    @Test
    void tellDimensionsApartWhateverTheyHold() {
      FigureParser two = parser(Catalogue.empty(), "source,period,value,a,b");
      add(two, 2, "s,2015,1,x,yz");
      add(two, 3, "s,2015,1,xy,z");
      add(two, 4, "s,2015,1,x1:,");

      assertThat(two.table().figures().stream().map(Figure::dimensions).distinct()).hasSize(3);
    }
  }

  @Test
  void aTextInAMessageIsEscapedAndCut() {
    FigureParser parser = parser(Catalogue.empty(), "source,period,value");

    String message = add(parser, 2, "s,2015,\u001b[31m" + "x".repeat(500)).get(0).message();

    assertThat(message).contains("\\u001b[31m").contains("(505 characters)").hasSizeLessThan(600);
  }

  @Test
  void aMessageShowsTheFirstHundredProblems() {
    FigureParser parser = parser(Catalogue.empty(), "source,period,value");
    Problems problems = new Problems();
    for (int line = 2; line < 152; line++) {
      problems.addAll(add(parser, line, "s,2015,x"));
    }

    FigureFormatException e = problems.exception();

    assertThat(e).message().startsWith("150 problems:").endsWith("and 50 more").hasLineCount(102);
    assertThat(e.problems()).hasSize(150);
  }

  @Test
  void problemsBeyondTheLimitAreCountedOnly() {
    Problems problems = new Problems();
    Problem problem = Problem.ofWhole("f.csv", "wrong", "right");
    for (int i = 0; i < Problems.MOST + 5; i++) {
      problems.add(problem);
    }

    assertThat(problems.kept()).hasSize(Problems.MOST);
    assertThat(problems.exception().count()).isEqualTo(Problems.MOST + 5);
  }
}
