package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Conflict;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.reconcile.Vintage;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job on the real figures. */
class DefectorsTest {
  private static final FigureTable ALL = FigureReader.strict().read(Path.of("data/defectors"));
  private static final FigureTable ARRIVALS =
      ALL.measure("arrivals").where("place", "KOR").totalOver("sex").yearly();
  private static final Reconciliation YEARLY = Reconciler.byLineage().reconcile(ARRIVALS);

  /** The yearly arrivals, chosen from a whole table of these figures. */
  private static FigureTable arrivals(List<Figure> all) {
    return FigureTable.of(all, ALL.catalogue())
        .measure("arrivals")
        .where("place", "KOR")
        .totalOver("sex")
        .yearly();
  }

  private static double value(String period) {
    return YEARLY.outcome(Period.parse(period)).orElseThrow().estimate().orElseThrow().value();
  }

  @ParameterizedTest
  @CsvSource({
    "../1998,947", "1999/2001,1043", "1996,56", "1997,85", "1998,71", "1999,148", "2000,312",
    "2001,583", "2002,1142", "2003,1285", "2004,1898", "2005,1384", "2006,2028", "2007,2554",
    "2008,2803", "2009,2914", "2010,2402", "2011,2706", "2012,1502", "2013,1514", "2014,1397",
    "2015,1275", "2016,1418", "2017,1127", "2018,1137", "2019,1047", "2020,229", "2021,63",
    "2022,67", "2023,196", "2024,236", "2025,223"
  })
  void the_latest_count_that_the_ministry_or_two_relays_attest_stands(String period, double count) {
    assertThat(value(period)).isEqualTo(count);
  }

  @Test
  void the_series_holds_single_years_only() {
    assertThat(YEARLY.series().years()).startsWith(1996, 1997).endsWith(2024, 2025).hasSize(30);
  }

  @Test
  void a_part_of_a_year_is_compared_with_the_same_months() {
    FigureTable arrivals = ALL.measure("arrivals").where("place", "KOR").totalOver("sex");
    TimeSeries series =
        Reconciler.byLineage()
            .reconcile(arrivals.filter(f -> f.basis().isEmpty()))
            .series(Period.Length.YEAR, Period.Length.OTHER);

    assertThat(series.yearOverYear().changes())
        .filteredOn(c -> c.period().length() == Period.Length.OTHER)
        .extracting(YearOverYear.Change::outcome)
        .filteredOn(YearOverYear.Computed.class::isInstance)
        .extracting(outcome -> ((YearOverYear.Computed) outcome).base().length())
        .isNotEmpty()
        .allMatch(length -> length == Period.Length.OTHER);
  }

  @Test
  void the_vintages_of_2009_stand_in_the_order_in_which_they_were_printed() {
    CellOutcome outcome = YEARLY.outcome(Period.ofYear(2009)).orElseThrow();

    assertThat(outcome.vintages())
        .extracting(Vintage::value)
        .containsExactly(2952.0, 2927.0, 2914.0, 2929.0, 2914.0);
  }

  @Test
  void the_explanation_of_2009_names_who_printed_what_and_when_on_one_screen() {
    String text = YEARLY.explain(Period.ofYear(2009)).toString();

    assertThat(text)
        .containsSubsequence(
            "2,952, 2010-01-06: VOA", "2,927", "2,914, 2012-10-28: Yonhap", "2,929", "2,914")
        .contains("Ministry of Unification (ROK) 2024 [C0205]")
        .contains("Why 2,914");
    assertThat(text.lines().count()).isLessThanOrEqualTo(40);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void every_explanation_fits_a_screen() {
    Reconciliation all = Reconciler.byLineage().reconcile(ALL);
    for (CellOutcome outcome : all.outcomes()) {
      assertThat(all.explain(outcome.cell()).toString().lines().count())
          .as("lines of the explanation of %s", outcome.cell())
          .isLessThanOrEqualTo(50);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "asmolov-06,STALE", "chosun-06,ROUNDING", "C0473,ROUNDING", "chosun-05,FORECAST",
        "C0782,REVISION",
    "C0268,REVISION", "C0651,STALE", "C0438,UNATTESTED", "C1489,PERIOD_SLIP", "C1200,REVISION"
  })
  void a_figure_that_differs_has_its_cause(String id, Cause cause) {
    Conflict conflict =
        YEARLY.conflicts().list().stream()
            .filter(c -> c.figure().id().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(conflict.cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_figure_is_accounted_for_exactly_once(Reconciler reconciler) {
    List<Account> accounts = reconciler.reconcile(ALL).accounts();

    assertThat(accounts)
        .extracting(a -> a.figure().id())
        .containsExactlyInAnyOrderElementsOf(ALL.figures().stream().map(Figure::id).toList());
    assertThat(accounts)
        .filteredOn(a -> a.role() == Role.SET_ASIDE)
        .allMatch(a -> a.cause().isPresent());
    assertThat(accounts).noneMatch(a -> a.reason().isBlank());
  }

  static Stream<Reconciler> rules() {
    return Stream.of(
        Reconciler.byLineage(),
        Reconciler.latest(),
        Reconciler.preferring("mou"),
        Reconciler.median(),
        Reconciler.mean());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_order_of_the_figures_changes_nothing(Reconciler reconciler) {
    String expected = everything(reconciler.reconcile(ALL));
    List<Figure> shuffled = new ArrayList<>(ALL.figures());
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(everything(reconciler.reconcile(FigureTable.of(shuffled, ALL.catalogue()))))
          .isEqualTo(expected);
    }
  }

  private static String everything(Reconciliation reconciliation) {
    StringBuilder out = new StringBuilder();
    out.append(reconciliation.toTable().printAll());
    out.append(reconciliation.conflicts().toTable().printAll());
    reconciliation.outcomes().forEach(o -> out.append(reconciliation.explain(o.cell())));
    return out.toString();
  }

  @Test
  void the_order_of_the_figures_changes_no_trend() {
    List<Figure> shuffled = new ArrayList<>(ALL.figures());
    Collections.shuffle(shuffled, new Random(7));
    Reconciliation other = Reconciler.byLineage().reconcile(arrivals(shuffled));

    assertThat(TrendReport.of(other.series())).isEqualTo(TrendReport.of(YEARLY.series()));
  }

  @Test
  void ten_copies_of_a_relay_change_no_estimate() {
    List<Figure> relays = ARRIVALS.figures().stream().filter(f -> f.origin().isPresent()).toList();
    Random random = new Random(11);
    for (int trial = 0; trial < 40; trial++) {
      Figure relay = relays.get(random.nextInt(relays.size()));
      List<Figure> figures = new ArrayList<>(ALL.figures());
      for (int copy = 0; copy < 10; copy++) {
        figures.add(copy(relay, "copy-" + copy));
      }
      Reconciliation with = Reconciler.byLineage().reconcile(arrivals(figures));

      assertThat(with.outcomes().stream().map(CellOutcome::estimate).toList())
          .as("estimates with ten copies of %s", relay)
          .isEqualTo(YEARLY.outcomes().stream().map(CellOutcome::estimate).toList());
    }
  }

  private static Figure copy(Figure figure, String id) {
    Figure.Builder builder =
        Figure.builder(id, figure.source())
            .origin(figure.origin().orElse(""))
            .via(figure.via().orElse(""))
            .document(figure.document().orElse(""))
            .measure(figure.measure())
            .dimensions(figure.dimensions())
            .period(figure.period())
            .amount(figure.amount())
            .printed(figure.printed())
            .unit(figure.unit())
            .status(figure.status())
            .basis(figure.basis().orElse(""));
    figure.published().ifPresent(builder::published);
    return builder.build();
  }
}
