package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.Figures;
import org.crosstally.agreement.Revisions.RevisedSeries;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciler;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** How each origin revised its figures. */
class RevisionsTest {
  private static Revisions revisions(List<Figure> figures) {
    return Revisions.of(Reconciler.byLineage().reconcile(FigureTable.of(figures)));
  }

  private static Revisions revisions(Figure... figures) {
    return revisions(List.of(figures));
  }

  @Test
  void an_unchanged_figure_is_a_revision_of_zero_and_one_that_is_printed_once_is_none() {
    Revisions revisions =
        revisions(
            Figures.own("a", "office", "2008-03", "2007", "900"),
            Figures.own("b", "office", "2010-03", "2007", "900"),
            Figures.own("c", "office", "2009-03", "2008", "1000"),
            Figures.own("d", "office", "2010-03", "2008", "1010"),
            Figures.own("e", "office", "2010-03", "2009", "1100"));

    assertThat(revisions.series())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.firstToLatest().pairs()).isEqualTo(2);
              assertThat(series.firstToLatest().size().mean()).isEqualTo(Statistic.of(5, 2));
              assertThat(series.length()).isEqualTo(Period.Length.YEAR);
              assertThat(series.firstEfficientRelease()).isEqualTo(Fewest.TO_REGRESS.tooFew(2));
            });
  }

  @Test
  void a_figure_whose_second_date_may_be_the_first_shows_no_revision() {
    assertThat(
            revisions(
                    Figures.own("a", "office", "2010", "2009", "1402"),
                    Figures.own("b", "office", "2010-05", "2009", "1397"))
                .series())
        .isEmpty();
  }

  @Test
  void a_figure_without_a_date_shows_no_revision() {
    assertThat(
            revisions(
                    Figures.own("a", "office", "2010-03", "2009", "1402"),
                    Figures.own("b", "office", "", "2009", "1397"))
                .series())
        .isEmpty();
  }

  @Test
  void periods_of_different_lengths_and_origins_are_series_of_their_own() {
    List<Figure> figures = new ArrayList<>();
    for (String period : List.of("2009", "2009-H1")) {
      for (String office : List.of("office", "bureau")) {
        figures.add(Figures.own(office + period + "a", office, "2010-03", period, "1402"));
        figures.add(Figures.own(office + period + "b", office, "2012-03", period, "1407"));
      }
    }

    assertThat(revisions(figures).series())
        .extracting(RevisedSeries::length, RevisedSeries::origin)
        .containsExactly(
            tuple(Period.Length.YEAR, "bureau"),
            tuple(Period.Length.YEAR, "office"),
            tuple(Period.Length.HALF, "bureau"),
            tuple(Period.Length.HALF, "office"));
  }

  /** Years that are printed after a month with an error, and after two years without. */
  private static List<Figure> decade() {
    List<Figure> figures = new ArrayList<>();
    int[] errors = {3, -2, 4, 1, -3, 2, -4, 5, -1, 2};
    for (int i = 0; i < errors.length; i++) {
      int year = 2001 + i;
      int count = 1000 + 137 * i * (i % 2 == 0 ? 1 : 2);
      figures.add(
          Figures.own(
              "a" + i, "office", (year + 1) + "-01-31", "" + year, "" + (count + errors[i])));
      figures.add(Figures.own("b" + i, "office", (year + 3) + "-01-31", "" + year, "" + count));
      figures.add(Figures.own("c" + i, "office", (year + 4) + "-01-31", "" + year, "" + count));
    }
    return figures;
  }

  @Test
  void figures_are_compared_by_their_age() {
    RevisedSeries series = revisions(decade()).series().get(0);

    assertThat(series.byAge())
        .extracting(c -> c.preliminary().label(), c -> c.statistics().pairs())
        .containsExactly(
            tuple("31 days", 10),
            tuple("92 days", 10),
            tuple("183 days", 10),
            tuple("365 days", 10),
            tuple("730 days", 10));
    // The errors add up to 7; the later figure is the earlier one less its error.
    assertThat(series.byAge().get(0).statistics().size().mean())
        .satisfies(
            mean -> {
              assertThat(mean.outcome().orElseThrow()).isCloseTo(-0.7, within(1e-14));
              assertThat(mean.pairs()).isEqualTo(10);
            });
    assertThat(series.byAge().get(0).medianAge()).isEqualTo(31);
    assertThat(series.byNumber())
        .singleElement()
        .satisfies(c -> assertThat(c.preliminary().label()).isEqualTo("release 1"));
    assertThat(series.firstToLatest()).isEqualTo(series.byAge().get(0).statistics());
  }

  @Test
  void the_first_release_is_efficient_where_its_errors_follow_no_rule() {
    assertThat(revisions(decade()).series().get(0).firstEfficientRelease())
        .isEqualTo(Statistic.of(1, 10));
  }

  @Test
  void the_second_release_is_the_first_efficient_one_where_the_first_is_biased() {
    List<Figure> figures = new ArrayList<>();
    int[] noise = {3, -2, 4, 1, -3, 2, -4, 5, -1, 2, -5, 3, 1, -2, 4, -3};
    for (int i = 0; i < noise.length; i++) {
      int year = 2001 + i;
      int count = 5003 + 138 * (i % 5);
      int first = count - 40 + noise[(i + 7) % noise.length];
      figures.add(Figures.own("a" + i, "office", (year + 1) + "-01-31", "" + year, "" + first));
      figures.add(
          Figures.own(
              "b" + i, "office", (year + 1) + "-06-30", "" + year, "" + (count + noise[i])));
      figures.add(Figures.own("c" + i, "office", (year + 3) + "-01-31", "" + year, "" + count));
    }

    RevisedSeries series = revisions(figures).series().get(0);

    assertThat(series.byNumber()).hasSize(2);
    assertThat(series.firstToLatest().bias().p().asOptional().orElseThrow()).isLessThan(0.001);
    assertThat(series.firstEfficientRelease()).isEqualTo(Statistic.of(2, 16));
  }

  @Test
  void a_step_compares_a_release_with_the_next_where_that_could_have_been_seen() {
    RevisedSeries series =
        revisions(
                Figures.own("a1", "office", "2008-03", "2007", "900"),
                Figures.own("a2", "office", "2009-03", "2007", "912"),
                Figures.own("a3", "office", "2010-03", "2007", "954"),
                Figures.own("b1", "office", "2009-03", "2008", "1000"),
                Figures.own("b2", "office", "2010-03", "2008", "1030"),
                Figures.own("c1", "office", "2010-03", "2009", "1100"),
                Figures.own("c2", "office", "2011-03", "2009", "1100"),
                Figures.own("d1", "office", "2011-03", "2010", "1200"))
            .series()
            .get(0);

    // 12, 30 and 0 from the first to the second release; only 2007 was printed after its second.
    assertThat(series.steps())
        .extracting(
            c -> c.preliminary().label(), c -> c.later().label(), c -> c.statistics().size().mean())
        .containsExactly(
            tuple("release 1", "release 2", Statistic.of(14, 3)),
            tuple("release 2", "release 3", Fewest.TO_DESCRIBE.tooFew(1)));
    // To the latest it is 54, 30 and 0, from the second release 42, 0 and 0.
    assertThat(series.byNumber())
        .extracting(c -> c.later().label(), c -> c.statistics().size().mean())
        .containsExactly(
            tuple("latest", Statistic.of(28, 3)), tuple("latest", Statistic.of(14, 3)));
  }

  @Test
  void a_first_release_that_was_never_revised_is_efficient() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 2001; year < 2009; year++) {
      String count = "" + (1000 + 137 * (year % 3));
      figures.add(Figures.own("a" + year, "office", (year + 1) + "-03", "" + year, count));
      figures.add(Figures.own("b" + year, "office", (year + 2) + "-03", "" + year, count));
    }

    assertThat(revisions(figures).series().get(0).firstEfficientRelease())
        .isEqualTo(Statistic.of(1, 8));
  }

  @Test
  void a_first_release_that_is_short_by_the_same_share_each_time_is_not_efficient() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 2001; year < 2009; year++) {
      int count = 1000 + 200 * (year % 3);
      figures.add(
          Figures.own("a" + year, "office", (year + 1) + "-03", "" + year, "" + count * 9 / 10));
      figures.add(Figures.own("b" + year, "office", (year + 2) + "-03", "" + year, "" + count));
    }

    assertThat(revisions(figures).series().get(0).firstEfficientRelease())
        .isEqualTo(Statistic.undetermined(RevisionReason.NONE_EFFICIENT, 8));
  }

  @Test
  void the_table_has_a_row_for_each_maturity() {
    Table table = revisions(decade()).toTable();

    assertThat(table.columnNames())
        .startsWith(
            "measure",
            "dimensions",
            "basis",
            "length",
            "origin",
            "preliminary",
            "later",
            "age_days",
            "pairs",
            "mean",
            "mean_absolute",
            "root_mean_square")
        .endsWith("noise_p", "reading", "first_efficient_release", "remarks");
    assertThat(table.stringColumn("preliminary").asList())
        .containsExactly(
            "release 1", "release 1", "31 days", "92 days", "183 days", "365 days", "730 days");
    assertThat(table.stringColumn("later").asList())
        .containsExactly("latest", "release 2", "latest", "latest", "latest", "latest", "latest");
    assertThat(table.doubleColumn("first_efficient_release").isMissing(1)).isTrue();
  }

  @Test
  void the_table_says_why_a_statistic_is_blank() {
    Table table =
        revisions(
                Figures.own("a", "office", "2008-03", "2007", "900"),
                Figures.own("b", "office", "2009-03", "2007", "910"))
            .toTable();

    assertThat(table.stringColumn("remarks").get(0))
        .startsWith("mean, mean_absolute, ")
        .contains(
            "theil_u1: too few: 1 of at least 2 pairs; percentile_5, percentile_95: too few: 1 of"
                + " at least 19 pairs",
            "theil_u2: too few: 0 of at least 2 pairs",
            "noise_p, first_efficient_release: too few: 1 of at least 8 pairs");
  }

  @Test
  void without_revisions_the_table_is_empty() {
    assertThat(revisions(Figures.own("a", "office", "2010-03", "2009", "1402")).toTable().isEmpty())
        .isTrue();
  }
}
