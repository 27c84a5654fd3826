package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.io.FigureReader;
import org.crosstally.io.TextTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three tables of one office, of January 2012, September 2020 and September 2024. */
class MinistryTablesTest {
  private static final FigureTable ALL = FigureReader.strict().read(Path.of("data/defectors"));
  private static final AccountingRules RULES =
      AccountingRules.of(TextTables.read(Path.of("data/defectors/accounting-rules.csv")))
          .join("debriefed", "settled", "living in the ROK");

  private static FigureTable arrivals() {
    return ALL.filter(f -> Set.of("arrivals", "cumulative_arrivals").contains(f.measure()))
        .filter(f -> f.dimensions().get("place").orElse("").equals("KOR"));
  }

  private static FigureTable documents(String... ids) {
    return arrivals().filter(f -> List.of(ids).contains(f.document().orElse("")));
  }

  private static Dimensions sex(String value) {
    return Dimensions.of(Map.of("place", "KOR", "sex", value));
  }

  private static List<String> ids(ImpossibleSet set) {
    return set.figures().stream().map(Figure::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "d001, 2011-12-31, 23100, 7171, 15929",
    "d002, 2020-09-30, 33718, 9427, 24291",
    "d003, 2024-09-30, 34259, 9564, 24695"
  })
  void each_table_balances_to_the_unit_by_sex_and_over_the_years(
      String document, String day, int all, int male, int female) {
    FigureTable counts = documents(document).filter(f -> f.unit() instanceof Unit.Base);
    FigureTable flows = counts.measure("arrivals").filter(f -> true);
    FigureTable parts = flows.filter(f -> f.dimensions().get("sex").isPresent());

    Balance balance = Balancer.under(RULES).balance(counts).orElseThrow();
    Balance ofParts = Balancer.under(RULES).balance(parts).orElseThrow();

    assertThat(balance.impossible()).isEmpty();
    assertThat(balance.chiSquare()).isLessThan(1e-6);
    assertThat(balance.degreesOfFreedom()).isGreaterThan(10);
    Period until = Period.parse(day);
    assertThat(stock(ofParts, "", until)).isCloseTo(all, within(1e-8));
    assertThat(stock(ofParts, "male", until)).isCloseTo(male, within(1e-8));
    assertThat(stock(ofParts, "female", until)).isCloseTo(female, within(1e-8));
  }

  private static double stock(Balance balance, String sex, Period day) {
    return balance.value("cumulative_arrivals", sex(sex), day).estimate().orElseThrow().value();
  }

  @Test
  void the_tables_together_differ_by_revisions_only() {
    FigureTable counts =
        documents("d001", "d002", "d003").filter(f -> f.unit() instanceof Unit.Base);

    Balance balance = Balancer.under(RULES).balance(counts).orElseThrow();

    assertThat(balance.impossible()).isEmpty();
    // The stocks of 2011 are those of the old counts of the years before.
    assertThat(balance.revisions()).isNotEmpty();
    assertThat(balance.adjustments())
        .filteredOn(a -> Set.of("C0049", "C0050", "C0051").contains(a.figure().id()))
        .extracting(Adjustment::use)
        .containsOnly(Use.REVISED);
    // 23,106 is the sum of the years to 2011 as they stand now.
    assertThat(stock(balance, "", Period.parse("2011-12-31"))).isCloseTo(23106, within(1e-8));
  }

  @Test
  void a_share_of_another_span_is_the_only_number_of_the_tables_that_contradicts_them() {
    Balance balance =
        Balancer.under(RULES).balance(documents("d001", "d002", "d003")).orElseThrow();

    // 131 of 195 are 67.2 %; the table prints 72.1 %.
    assertThat(balance.impossible()).isNotEmpty();
    assertThat(balance.impossible()).allMatch(set -> ids(set).contains("C0138"));
    assertThat(balance.impossible().get(0).figures()).hasSize(3);
  }

  @Test
  void months_against_their_half_year_are_a_set_of_minimal_size() {
    FigureTable half =
        arrivals()
            .filter(f -> f.dimensions().get("sex").isEmpty())
            .filter(f -> f.unit() instanceof Unit.Base)
            .filter(f -> Period.parse("2012-H1").contains(f.period()))
            .filter(f -> Set.of("daily-nk", "yonhap").contains(f.source()))
            .filter(f -> f.period().length() != Period.Length.QUARTER);

    Balance balance = Balancer.under(RULES).balance(half).orElseThrow();

    // 160 + 90 + 116 + 107 + 137 + 141 = 751, not 710.
    assertThat(balance.impossible()).hasSize(1);
    ImpossibleSet set = balance.impossible().get(0);
    assertThat(set.figures()).hasSize(7);
    assertThat(set.sentence()).contains("2012-H1: 751 as the sum of").contains("against 710");
    assertThat(Math.abs(set.smallestChange())).isCloseTo(41, within(1e-9));
    assertThat(balance.completeness()).isEqualTo(Balance.Completeness.ALL);
  }

  @Test
  void parts_against_their_total_are_a_set_of_three() {
    FigureTable year = arrivals().filter(f -> f.document().orElse("").equals("d198"));

    Balance balance = Balancer.under(RULES).balance(year).orElseThrow();

    // 26 + 216 = 242, not 236.
    assertThat(balance.impossible())
        .anySatisfy(
            set -> {
              assertThat(ids(set)).containsExactlyInAnyOrder("C1253", "C1255", "C1256");
              assertThat(set.sentence()).contains("242 as the sum of").contains("against 236");
              assertThat(Math.abs(set.smallestChange())).isCloseTo(6, within(1e-9));
            });
  }
}
