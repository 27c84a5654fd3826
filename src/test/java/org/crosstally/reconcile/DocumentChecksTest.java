package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Source;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.DocumentCheck.Verdict;
import org.junit.jupiter.api.Test;

/** Which numbers of one document agree with each other, and which one the table speaks against. */
class DocumentChecksTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
              new Source("paper", "Daily Paper", Source.Kind.PRESS)),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("nights", "Nights", Measure.Kind.FLOW, List.of("persons")),
              new Measure("members", "Members", Measure.Kind.STOCK, List.of("persons")),
              new Measure("mood", "Mood", Measure.Kind.RATIO, List.of("persons"))));

  /** What a paper prints in a document. */
  private static Figure.Builder printed(String id, String document, String period, String value) {
    return Figures.start(id, "paper", "2015-03-01", period, value).document(document);
  }

  private static Figure figure(String id, String document, String period, String value) {
    return printed(id, document, period, value).build();
  }

  private static Figure in(String unit, String id, String document, String period, String value) {
    return printed(id, document, period, value).unit(Unit.parse(unit)).build();
  }

  private static Dimensions sex(String value) {
    return Dimensions.of(Map.of("sex", value));
  }

  /** A total and its two parts, with ids that begin with the name of the document. */
  private static List<Figure> parts(
      String document, String period, String total, String female, String male) {
    return List.of(
        figure(document + "-t", document, period, total),
        printed(document + "-f", document, period, female).dimensions(sex("female")).build(),
        printed(document + "-m", document, period, male).dimensions(sex("male")).build());
  }

  /** Two documents from which a table shows that women and men are all. */
  private static List<Figure> completeParts() {
    return concat(
        parts("x1", "2001", "1142", "632", "510"), parts("x2", "2002", "1285", "811", "474"));
  }

  private static List<Figure> concat(List<Figure> first, List<Figure> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<Figure> concat(List<Figure> first, List<Figure> second, List<Figure> third) {
    return concat(concat(first, second), third);
  }

  private static DocumentChecks check(List<Figure> figures) {
    return DocumentChecks.of(FigureTable.of(figures, CATALOGUE));
  }

  private static DocumentChecks check(Figure... figures) {
    return check(List.of(figures));
  }

  private static List<DocumentCheck> of(DocumentChecks checks, Identity identity) {
    return checks.list().stream().filter(check -> check.identity() == identity).toList();
  }

  private static DocumentCheck only(DocumentChecks checks, Identity identity) {
    assertThat(of(checks, identity)).hasSize(1);
    return of(checks, identity).get(0);
  }

  private static List<String> ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).toList();
  }

  // Parts and total

  @Test
  void parts_that_sum_up_to_their_total_elsewhere_must_do_so_here() {
    DocumentChecks checks = check(concat(completeParts(), parts("d", "2003", "236", "216", "26")));

    assertThat(of(checks, Identity.PARTS_AND_TOTAL)).hasSize(3);
    DocumentCheck broken = checks.broken().get(0);
    assertThat(broken.document()).isEqualTo("d");
    assertThat(ids(broken.figures())).containsExactly("d-t", "d-f", "d-m");
    assertThat(broken.stated()).isEqualTo(Interval.point(236));
    assertThat(broken.implied()).isEqualTo(Interval.point(242));
    assertThat(broken.reason())
        .startsWith("the parts sum up to 242 where 236 is printed as their total: broken");
  }

  @Test
  void parts_that_mostly_do_not_sum_up_are_not_complete() {
    List<Figure> figures =
        concat(
            parts("x1", "2001", "1142", "632", "510"),
            parts("x2", "2002", "1285", "811", "400"),
            parts("x3", "2003", "1898", "1272", "600"));

    assertThat(of(check(figures), Identity.PARTS_AND_TOTAL)).isEmpty();
  }

  @Test
  void one_sum_that_holds_does_not_show_that_parts_are_complete() {
    assertThat(check(parts("x1", "2001", "1142", "632", "510")).list()).isEmpty();
  }

  @Test
  void parts_of_which_one_is_not_printed_are_not_summed() {
    List<Figure> figures = concat(completeParts(), parts("d", "2003", "236", "210", "26"));

    assertThat(of(check(figures.subList(0, 8)), Identity.PARTS_AND_TOTAL)).hasSize(2);
  }

  @Test
  void parts_are_complete_for_a_measure_that_is_seldom_printed_if_they_are_for_others() {
    List<Figure> figures =
        new ArrayList<>(concat(completeParts(), parts("x3", "2003", "1898", "1272", "626")));
    for (Figure figure : parts("d", "2003", "5001", "3003", "1901")) {
      figures.add(
          printed(figure.id(), "d", "2003", figure.printed())
              .measure("nights")
              .dimensions(figure.dimensions())
              .build());
    }

    assertThat(check(figures).broken()).hasSize(1);
  }

  @Test
  void ratios_are_not_summed() {
    List<Figure> figures = new ArrayList<>();
    for (Figure figure : completeParts()) {
      figures.add(
          printed(figure.id(), figure.document().orElseThrow(), "2001", figure.printed())
              .measure("mood")
              .dimensions(figure.dimensions())
              .build());
    }

    assertThat(check(figures).list()).isEmpty();
  }

  @Test
  void words_are_sums_of_sets() {
    DocumentChecks checks =
        check(concat(completeParts(), parts("d", "2003", "~2400", "1811", ">500")));

    DocumentCheck check = of(checks, Identity.PARTS_AND_TOTAL).get(0);
    assertThat(check.document()).isEqualTo("d");
    assertThat(check.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(check.implied()).isEqualTo(new Interval(2311, Double.POSITIVE_INFINITY, true, true));
  }

  @Test
  void a_relay_may_round_a_total_and_who_counts_does_not() {
    List<Figure> figures = new ArrayList<>(completeParts());
    figures.addAll(parts("d", "2003", "1400", "751", "639"));
    for (Figure figure : parts("own", "2003", "1400", "751", "639")) {
      figures.add(
          Figures.start(figure.id(), "office", "2004", "2003", figure.printed())
              .document("own")
              .dimensions(figure.dimensions())
              .build());
    }

    assertThat(of(check(figures), Identity.PARTS_AND_TOTAL))
        .extracting(DocumentCheck::document, DocumentCheck::verdict)
        .contains(tuple("d", Verdict.HOLDS_IF_ROUNDED), tuple("own", Verdict.BROKEN));
  }

  // Periods

  @Test
  void periods_that_tile_a_longer_one_sum_up_to_its_flow() {
    DocumentCheck check =
        only(
            check(
                figure("y", "d", "2014", "1397"),
                figure("a", "d", "2014-01/2014-10", "1100"),
                figure("b", "d", "2014-11", "157"),
                figure("c", "d", "2014-12", "140")),
            Identity.PERIODS_AND_TOTAL);

    assertThat(ids(check.figures())).containsExactly("y", "a", "b", "c");
    assertThat(check.verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void each_row_of_even_periods_is_checked() {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("y", "d", "2014", "792"));
    figures.add(figure("h1", "d", "2014-H1", "216"));
    figures.add(figure("h2", "d", "2014-H2", "576"));
    for (int month = 1; month <= 12; month++) {
      String period = "2014-%02d".formatted(month);
      figures.add(figure("m" + month, "d", period, "" + (month == 7 ? 81 : 10 * month + 1)));
    }

    assertThat(of(check(figures), Identity.PERIODS_AND_TOTAL))
        .extracting(check -> check.figures().size(), DocumentCheck::verdict)
        .containsExactlyInAnyOrder(
            tuple(3, Verdict.HOLDS),
            tuple(13, Verdict.BROKEN),
            tuple(7, Verdict.HOLDS),
            tuple(7, Verdict.BROKEN));
  }

  @Test
  void periods_with_a_gap_or_an_overlap_do_not_tile() {
    DocumentChecks gap =
        check(
            figure("y", "d", "2014-Q1", "300"),
            figure("a", "d", "2014-01", "100"),
            figure("c", "d", "2014-03", "100"));
    DocumentChecks overlap =
        check(
            figure("y", "d", "2014-Q1", "300"),
            figure("a", "d", "2014-01/2014-02", "200"),
            figure("c", "d", "2014-02/2014-03", "200"));

    assertThat(gap.list()).isEmpty();
    assertThat(overlap.list()).isEmpty();
  }

  @Test
  void years_tile_what_is_open_at_its_start() {
    DocumentCheck check =
        only(
            check(
                figure("t", "d", "../2001", "1900"),
                figure("o", "d", "../1999", "947"),
                figure("a", "d", "2000", "312"),
                figure("b", "d", "2001", "583")),
            Identity.PERIODS_AND_TOTAL);

    assertThat(check.implied()).isEqualTo(Interval.point(1842));
    assertThat(check.isBroken()).isTrue();
  }

  @Test
  void stocks_of_parts_of_a_year_are_not_summed() {
    List<Figure> figures = new ArrayList<>();
    for (String period : List.of("2014", "2014-H1", "2014-H2")) {
      figures.add(printed(period, "d", period, "100").measure("members").build());
    }

    assertThat(of(check(figures), Identity.PERIODS_AND_TOTAL)).isEmpty();
  }

  // Shares

  private static Figure share(String id, String document, String period, String value) {
    return printed(id, document, period, value)
        .unit(Unit.parse("% of total"))
        .dimensions(sex("female"))
        .build();
  }

  private static DocumentCheck share(String printed, String part, String total) {
    return only(
        check(
            share("s", "d", "2014", printed),
            printed("p", "d", "2014", part).dimensions(sex("female")).build(),
            figure("t", "d", "2014", total)),
        Identity.SHARE_AND_COUNTS);
  }

  @Test
  void a_share_is_the_part_divided_by_the_total() {
    assertThat(share("75.5", "1145", "1516").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share("76", "1145", "1516").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share(">70", "1145", "1516").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share("72.1", "131", "195").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_share_may_be_cut_or_rounded_to_tens() {
    assertThat(share("75", "1145", "1516").verdict()).isEqualTo(Verdict.HOLDS_IF_CUT);
    assertThat(share("80", "1145", "1516").verdict()).isEqualTo(Verdict.HOLDS_IF_ROUNDED);
    assertThat(share("70", "1145", "1516").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_share_that_lies_just_between_two_printed_ones_may_be_rounded_either_way() {
    assertThat(share("12.5", "1", "8").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share("12", "1", "8").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share("13", "1", "8").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(share("65.4", "131", "201").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_share_must_be_one_that_whole_counts_of_the_total_can_give() {
    DocumentCheck check =
        only(
            check(share("s", "d", "2014", "72.1"), figure("t", "d", "2014", "195")),
            Identity.GRANULARITY);

    assertThat(check.isBroken()).isTrue();
    assertThat(check.reason())
        .startsWith("the nearest share that the number of cases allows is 72.31 where 72.05");
  }

  @Test
  void with_many_cases_every_share_is_possible_and_nothing_is_said() {
    DocumentChecks checks =
        check(share("s", "d", "2014", "72.1"), figure("t", "d", "2014", "1951"));

    assertThat(checks.list()).isEmpty();
  }

  @Test
  void the_total_that_a_share_of_a_cell_with_two_dimensions_refers_to_is_learned() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 2001; year <= 2003; year++) {
      String document = "d" + year;
      Dimensions both = Dimensions.of(Map.of("sex", "female", "place", "north"));
      figures.add(
          printed(document + "s", document, "" + year, year == 2003 ? "90.0" : "75.0")
              .unit(Unit.parse("% of total"))
              .dimensions(both)
              .build());
      figures.add(printed(document + "p", document, "" + year, "309").dimensions(both).build());
      figures.add(
          printed(document + "n", document, "" + year, "412")
              .dimensions(Dimensions.of(Map.of("place", "north")))
              .build());
      figures.add(
          printed(document + "f", document, "" + year, "900").dimensions(sex("female")).build());
      figures.add(figure(document + "t", document, "" + year, "1600"));
    }

    assertThat(of(check(figures), Identity.SHARE_AND_COUNTS))
        .hasSize(3)
        .allSatisfy(check -> assertThat(ids(check.figures()).get(2)).endsWith("n"))
        .extracting(DocumentCheck::isBroken)
        .containsExactly(false, false, true);
  }

  @Test
  void shares_of_complete_parts_sum_up_to_a_hundred() {
    List<Figure> figures = new ArrayList<>(completeParts());
    for (String document : List.of("good", "bad")) {
      for (String part : List.of("female", "male")) {
        String value = part.equals("female") ? "72.1" : document.equals("good") ? "27.9" : "32.8";
        figures.add(
            printed(document + part, document, "2003", value)
                .unit(Unit.parse("% of total"))
                .dimensions(sex(part))
                .build());
      }
    }

    assertThat(of(check(figures), Identity.SHARES_OF_WHOLE))
        .extracting(DocumentCheck::document, DocumentCheck::verdict)
        .containsExactly(tuple("bad", Verdict.BROKEN), tuple("good", Verdict.HOLDS));
  }

  // Changes and rates

  private static DocumentCheck change(String unit, String printed, String now, String before) {
    return only(
        check(
            in(unit, "c", "d", "2014", printed),
            figure("n", "d", "2014", now),
            figure("b", "d", unit.equals("% yoy") ? "2013" : "2011", before)),
        Identity.CHANGE_AND_COUNTS);
  }

  @Test
  void a_change_on_the_year_is_that_of_the_counts() {
    assertThat(change("% yoy", "+11", "1417", "1276").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% yoy", "-7.9", "1397", "1517").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% yoy", "7.9", "1397", "1517").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_change_may_be_cut_towards_zero() {
    assertThat(change("% yoy", "16.7", "1268", "1086").verdict()).isEqualTo(Verdict.HOLDS_IF_CUT);
    assertThat(change("% yoy", "-14.9", "881", "1036").verdict()).isEqualTo(Verdict.HOLDS_IF_CUT);
    assertThat(change("% yoy", "16.8", "1268", "1086").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% yoy", "16.9", "1268", "1086").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_change_on_a_named_period_is_that_of_the_counts() {
    assertThat(change("% vs 2011", "-52.8", "1277", "2706").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% vs 2011", "-58.2", "1277", "2706").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_direction_word_is_contradicted_by_counts_that_move_the_other_way_or_not_at_all() {
    assertThat(change("% yoy", ">0", "1417", "1276").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% yoy", "<0", "1417", "1276").verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(change("% yoy", ">0", "1417", "1417").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void a_change_from_nothing_is_not_judged() {
    assertThat(change("% yoy", "+11", "1417", "0").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(change("% yoy", "+11", "1417", "0").implied()).isEqualTo(Interval.all());
  }

  @Test
  void a_mean_rate_is_the_count_divided_by_the_length_of_the_period() {
    for (String[] row :
        new String[][] {
          {"97.8", "HOLDS"}, {"98", "HOLDS"}, {"97", "HOLDS_IF_CUT"}, {"81", "BROKEN"}
        }) {
      DocumentCheck check =
          only(
              check(
                  in("persons/month", "r", "d", "2015-01/2015-10", row[0]),
                  figure("c", "d", "2015-01/2015-10", "978")),
              Identity.RATE_AND_COUNT);

      assertThat(check.verdict()).hasToString(row[1]);
    }
  }

  @Test
  void a_mean_rate_may_rest_on_the_counts_of_shorter_periods() {
    DocumentCheck check =
        only(
            check(
                in("persons/month", "r", "d", "2013/2014", "121"),
                figure("a", "d", "2013", "1514"),
                figure("b", "d", "2014", "1397")),
            Identity.RATE_AND_COUNT);

    assertThat(check.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(ids(check.figures())).containsExactly("r", "a", "b");
  }

  // Stocks and flows

  private static Figure stock(String id, String document, String day, String value) {
    return printed(id, document, day, value).measure("members").build();
  }

  /** Three years in which the stock grows by about the flow. */
  private static List<Figure> stocksAndFlows() {
    return List.of(
        stock("s0", "x0", "2000-12-31", "1000"),
        stock("s1", "x1", "2001-12-31", "1200"),
        stock("s2", "x2", "2002-12-31", "1500"),
        stock("s3", "x3", "2003-12-31", "1810"),
        figure("f1", "x4", "2001", "201"),
        figure("f2", "x5", "2002", "300"),
        figure("f3", "x6", "2003", "308"));
  }

  private static List<Figure> stockReport(String flow) {
    return List.of(
        stock("a", "d", "2010", "5003"),
        stock("b", "d", "2011", "5453"),
        figure("f", "d", "2011", flow));
  }

  @Test
  void a_stock_is_the_earlier_stock_and_the_flow_since() {
    for (String flow : List.of("450", "455")) {
      DocumentCheck check =
          only(check(concat(stocksAndFlows(), stockReport(flow))), Identity.STOCK_AND_FLOW);

      assertThat(ids(check.figures())).containsExactly("b", "a", "f");
      assertThat(check.verdict()).isEqualTo(flow.equals("450") ? Verdict.HOLDS : Verdict.BROKEN);
    }
  }

  @Test
  void a_stock_that_does_not_grow_by_the_flow_elsewhere_is_another_stock() {
    List<Figure> figures = new ArrayList<>(stocksAndFlows().subList(0, 5));
    figures.add(figure("f2", "x5", "2002", "500"));
    figures.add(figure("f3", "x6", "2003", "100"));
    figures.addAll(stockReport("455"));

    assertThat(of(check(figures), Identity.STOCK_AND_FLOW)).isEmpty();
  }

  @Test
  void all_flows_since_the_beginning_make_the_stock() {
    List<Figure> figures = new ArrayList<>(stocksAndFlows());
    figures.add(stock("a", "d", "2011-06-30", "1957"));
    figures.add(figure("f", "d", "../2009", "943"));
    figures.add(figure("g", "d", "2010", "601"));
    figures.add(figure("h", "d", "2011-H1", "403"));

    DocumentCheck check = only(check(figures), Identity.STOCK_AND_FLOW);

    assertThat(check.isBroken()).isTrue();
    assertThat(check.implied()).isEqualTo(Interval.point(1947));
  }

  // Parts within wholes, and repetitions

  @Test
  void a_part_of_a_period_is_not_larger_than_the_whole() {
    DocumentChecks checks =
        check(figure("y", "d", "2002", "583"), figure("p", "d", "2002-01-01/2002-09-12", "729"));

    assertThat(ids(only(checks, Identity.PART_WITHIN_WHOLE).figures())).containsExactly("y", "p");
  }

  @Test
  void a_part_over_a_dimension_is_not_larger_than_the_whole() {
    DocumentChecks checks =
        check(
            figure("t", "d", "2013", "16124"),
            printed("f", "d", "2013", "18174").dimensions(sex("female")).build());

    assertThat(only(checks, Identity.PART_WITHIN_WHOLE).isBroken()).isTrue();
  }

  @Test
  void an_inequality_that_holds_is_not_listed() {
    assertThat(check(figure("y", "d", "2002", "729"), figure("p", "d", "2002-H1", "583")).list())
        .isEmpty();
  }

  @Test
  void a_measure_with_negative_numbers_has_no_largest_part() {
    DocumentChecks checks =
        check(
            figure("y", "d", "2002", "583"),
            figure("p", "d", "2002-H1", "729"),
            figure("q", "e", "2002-H2", "-146"));

    assertThat(checks.list()).isEmpty();
  }

  @Test
  void a_cell_has_one_number_in_one_document() {
    DocumentChecks checks =
        check(
            figure("a", "d", "2014", "1397"),
            figure("b", "d", "2014", "1514"),
            figure("c", "d", "2014", "nearly 1400"),
            figure("e", "elsewhere", "2014", "1397"));

    assertThat(of(checks, Identity.REPETITION))
        .extracting(check -> check.figures().get(0).id(), DocumentCheck::verdict)
        .containsExactly(tuple("b", Verdict.BROKEN), tuple("c", Verdict.HOLDS));
    assertThat(checks.broken().get(0).suspect()).map(Figure::id).contains("b");
  }

  @Test
  void each_of_two_numbers_for_one_cell_is_tried() {
    List<Figure> figures =
        new ArrayList<>(concat(completeParts(), parts("d", "2003", "236", "210", "26")));
    figures.add(printed("d-x", "d", "2003", "216").dimensions(sex("female")).build());

    assertThat(of(check(figures), Identity.PARTS_AND_TOTAL))
        .filteredOn(check -> check.document().equals("d"))
        .extracting(check -> check.figures().get(1).id(), DocumentCheck::verdict)
        .containsExactly(tuple("d-x", Verdict.BROKEN), tuple("d-f", Verdict.HOLDS));
  }

  // What is printed together

  @Test
  void figures_of_two_documents_are_not_compared() {
    assertThat(check(figure("a", "d", "2014", "1397"), figure("b", "e", "2014", "1514")).list())
        .isEmpty();
  }

  @Test
  void figures_that_name_different_origins_are_not_compared() {
    DocumentChecks checks =
        check(
            in("% yoy", "c", "d", "2014", "5"),
            printed("n", "d", "2014", "1397").origin("office").build(),
            printed("b", "d", "2013", "1516").origin("survey").build());

    assertThat(checks.list()).isEmpty();
  }

  @Test
  void of_two_origins_each_is_compared_with_what_names_none() {
    DocumentChecks checks =
        check(
            in("% yoy", "c", "d", "2014", "-7.8"),
            printed("n", "d", "2014", "1397").origin("office").build(),
            printed("b", "d", "2013", "1516").origin("office").build(),
            printed("o", "d", "2013", "1800").origin("survey").build());

    assertThat(ids(only(checks, Identity.CHANGE_AND_COUNTS).figures()))
        .containsExactly("c", "n", "b");
  }

  @Test
  void two_sources_in_one_document_are_kept_apart() {
    Figure other = Figures.start("b", "radio", "2015-03-01", "2014", "1514").document("d").build();

    assertThat(check(figure("a", "d", "2014", "1397"), other).list()).isEmpty();
  }

  @Test
  void without_a_document_figures_of_one_source_and_day_or_month_belong_together() {
    for (String date : List.of("2015-03-01", "2015-03", "2015", "")) {
      DocumentChecks checks =
          check(
              Figures.own("a", "paper", date, "2014", "1397"),
              Figures.own("b", "paper", date, "2014-H1", "1500"));

      assertThat(checks.broken()).hasSize(date.length() > 4 ? 1 : 0);
    }
  }

  @Test
  void forecasts_and_missing_numbers_take_no_part() {
    DocumentChecks checks =
        check(
            printed("a", "d", "2014", "1397").status(Status.FORECAST).build(),
            figure("b", "d", "2014-H1", "1500"),
            figure("c", "d", "2013", "n/a"),
            figure("e", "d", "2013-H1", "900"));

    assertThat(checks.list()).isEmpty();
  }

  // Suspects

  private static List<Figure> brokenSum() {
    return concat(completeParts(), parts("d", "2003", "236", "216", "26"));
  }

  private static Figure elsewhere(String id, String part, String value) {
    return printed(id, id, "2003", value).dimensions(sex(part)).build();
  }

  @Test
  void the_one_figure_whose_number_elsewhere_heals_the_identity_is_the_suspect() {
    DocumentChecks checks =
        check(
            concat(
                brokenSum(),
                List.of(elsewhere("e1", "female", "210"), elsewhere("e2", "male", "26"))));

    DocumentCheck check = checks.broken().get(0);
    assertThat(check.suspect()).map(Figure::id).contains("d-f");
    assertThat(ids(check.evidence())).containsExactly("e1");
    assertThat(check.reason()).endsWith("it holds with 210 for d-f, as printed by e1");
    assertThat(checks.suspect(check.figures().get(1))).contains(check);
    assertThat(checks.suspect(check.figures().get(0))).isEmpty();
  }

  @Test
  void where_two_figures_heal_it_none_is_blamed() {
    DocumentCheck check =
        check(
                concat(
                    brokenSum(),
                    List.of(elsewhere("e1", "female", "210"), elsewhere("e2", "male", "20"))))
            .broken()
            .get(0);

    assertThat(check.suspect()).isEmpty();
    assertThat(check.evidence()).isEmpty();
    assertThat(check.reason()).endsWith("which of the figures is wrong the table does not tell");
  }

  @Test
  void where_none_heals_it_none_is_blamed() {
    DocumentCheck check =
        check(concat(brokenSum(), List.of(elsewhere("e1", "female", "211")))).broken().get(0);

    assertThat(check.suspect()).isEmpty();
  }

  @Test
  void a_number_that_fewer_documents_print_than_the_figures_own_does_not_speak_against_it() {
    List<Figure> figures =
        concat(
            brokenSum(),
            List.of(
                elsewhere("e1", "female", "210"),
                elsewhere("e2", "female", "216"),
                elsewhere("e3", "female", "216")));

    assertThat(check(figures).broken().get(0).suspect()).isEmpty();
  }

  @Test
  void if_sums_confirm_all_other_figures_the_last_one_is_the_suspect() {
    DocumentChecks checks =
        check(
            concat(
                completeParts(),
                parts("d", "2003", "195", "131", "64"),
                List.of(share("d-s", "d", "2003", "72.1"))));

    assertThat(checks.broken())
        .extracting(DocumentCheck::identity)
        .containsExactly(Identity.SHARE_AND_COUNTS, Identity.GRANULARITY);
    assertThat(checks.broken().get(0).suspect()).map(Figure::id).contains("d-s");
    assertThat(ids(checks.broken().get(0).evidence())).containsExactly("d-f", "d-m", "d-t");
  }

  /** A document that swaps the counts of women and men, beside a share of women. */
  private static List<Figure> swapped() {
    return concat(
        completeParts(),
        parts("d", "2003", "195", "64", "131"),
        List.of(share("d-s", "d", "2003", "67.2")));
  }

  @Test
  void a_sum_confirms_no_figure_with_which_another_of_its_parts_may_be_swapped() {
    assertThat(check(swapped()).broken())
        .filteredOn(check -> check.identity() == Identity.SHARE_AND_COUNTS)
        .singleElement()
        .extracting(DocumentCheck::suspect)
        .isEqualTo(Optional.empty());
  }

  @Test
  void a_swapped_part_is_the_suspect_if_other_documents_print_the_number_of_the_other_part() {
    assertThat(
            check(concat(swapped(), List.of(elsewhere("e", "female", "131"))))
                .broken()
                .get(0)
                .suspect())
        .map(Figure::id)
        .contains("d-f");
  }

  // Confirmation

  @Test
  void a_sum_that_holds_exactly_confirms_its_figures() {
    List<Figure> figures = concat(completeParts(), parts("d", "2003", "236", "216", "26"));
    DocumentChecks checks = check(figures);

    assertThat(figures).filteredOn(checks::isConfirmed).isEqualTo(completeParts());
    assertThat(checks.checksOf(figures.get(8))).hasSize(1);
  }

  @Test
  void a_sum_confirms_a_round_total_unless_its_parts_are_round_too() {
    List<Figure> figures =
        concat(
            completeParts(),
            parts("d", "2003", "1400", "749", "651"),
            parts("e", "2004", "1400", "750", "650"));
    DocumentChecks checks = check(figures);

    assertThat(checks.isConfirmed(figures.get(6))).isTrue();
    assertThat(checks.isConfirmed(figures.get(9))).isFalse();
  }

  @Test
  void a_share_confirms_no_count() {
    List<Figure> figures =
        List.of(
            share("s", "d", "2014", "75.5"),
            printed("p", "d", "2014", "1145").dimensions(sex("female")).build(),
            figure("t", "d", "2014", "1516"));

    assertThat(figures).noneMatch(check(figures)::isConfirmed);
  }

  // The whole

  @Test
  void the_order_of_the_figures_does_not_matter() {
    List<Figure> figures =
        new ArrayList<>(
            concat(
                brokenSum(),
                concat(stocksAndFlows(), stockReport("455")),
                List.of(elsewhere("e1", "female", "210"), share("d-s", "d", "2003", "72.1"))));
    List<DocumentCheck> expected = check(figures).list();

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(figures, new Random(seed));
      assertThat(check(figures).list()).isEqualTo(expected);
    }
  }

  @Test
  void the_table_names_all_figures_and_the_suspect() {
    DocumentChecks checks = check(concat(brokenSum(), List.of(elsewhere("e1", "female", "210"))));

    assertThat(checks.toTable().columnNames())
        .containsExactly(
            "document",
            "identity",
            "figure_ids",
            "stated",
            "implied",
            "verdict",
            "suspect_id",
            "reason");
    assertThat(checks.toTable().row(0).getString("figure_ids")).isEqualTo("d-t d-f d-m");
    assertThat(checks.toTable().row(0).getString("suspect_id")).isEqualTo("d-f");
    assertThat(checks.toTable().row(1).getString("suspect_id")).isEmpty();
  }
}
