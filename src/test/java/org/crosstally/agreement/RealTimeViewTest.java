package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crosstally.Figures;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was known on a day: nothing that was published later has a part in it. */
class RealTimeViewTest {
  private static final FigureTable DEFECTORS =
      FigureReader.strict().read(Path.of("data/defectors"));

  private static boolean isOut(Figure figure, LocalDate day) {
    return figure.published().filter(date -> !date.end().isAfter(day)).isPresent();
  }

  private static List<Reconciler> rules() {
    return List.of(
        Reconciler.byLineage(),
        Reconciler.latest(),
        Reconciler.preferring("office"),
        Reconciler.median(),
        Reconciler.mean());
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  /** Figures about a dozen years, dated to a day, a month or a year, or not at all. */
  private static List<Figure> world(int seed) {
    Random random = new Random(seed);
    List<Figure> figures = new ArrayList<>();
    for (int year = 1995; year < 2007; year++) {
      int base = 1000 + random.nextInt(4000);
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        String value = String.valueOf(base + (random.nextInt(5) == 0 ? 3000 : random.nextInt(9)));
        String office = random.nextInt(5) == 0 ? "bureau" : "office";
        String id = "f" + year + "-" + i;
        String published = date(random, year);
        figures.add(
            random.nextInt(3) == 0
                ? Figures.own(id, office, published, "" + year, value)
                : Figures.relay(
                    id, "paper" + random.nextInt(4), office, published, "" + year, value));
      }
      figures.add(Figures.forecast("e" + year, "paper1", year + "-06-30", "" + year, "" + base));
    }
    return figures;
  }

  private static String date(Random random, int year) {
    int published = year + 1 + random.nextInt(10);
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "" + published;
      case 2 -> published + "-0" + (1 + random.nextInt(9));
      default -> published + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void it_is_that_of_a_table_without_the_later_figures(int seed) {
    List<Figure> figures = world(seed);
    LocalDate day = LocalDate.of(1998 + seed % 9, 1 + seed % 12, 15);
    FigureTable removed =
        FigureTable.of(figures.stream().filter(figure -> isOut(figure, day)).toList());

    for (Reconciler rule : rules()) {
      Reconciliation then = rule.reconcile(FigureTable.of(figures).publishedBy(day));
      assertThat(then.outcomes()).isEqualTo(rule.reconcile(removed).outcomes());
      assertThat(VintageTable.of(then)).isEqualTo(VintageTable.of(rule.reconcile(removed)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void later_figures_may_say_anything(int seed) {
    List<Figure> figures = world(seed);
    LocalDate day = LocalDate.of(1998 + seed % 9, 1 + seed % 12, 15);
    Random random = new Random(seed);
    List<Figure> others = new ArrayList<>();
    for (Figure figure : figures) {
      others.add(
          isOut(figure, day)
              ? figure
              : Figures.own(
                  figure.id(),
                  "office",
                  "2030-01-01",
                  figure.period().format(),
                  String.valueOf(random.nextInt(9000))));
    }

    assertThat(Reconciler.byLineage().reconcile(FigureTable.of(others).publishedBy(day)).outcomes())
        .isEqualTo(
            Reconciler.byLineage().reconcile(FigureTable.of(figures).publishedBy(day)).outcomes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2009-12-31", "2012-01-11", "2014-06-30", "2020-12-31"})
  void chosen_cells_see_the_past_only_in_whichever_order_they_are_chosen(String text) {
    LocalDate day = LocalDate.parse(text);
    FigureTable removed =
        FigureTable.of(
            DEFECTORS.figures().stream().filter(figure -> isOut(figure, day)).toList(),
            DEFECTORS.catalogue());
    Reconciler rule = Reconciler.byLineage();
    Reconciliation rebuilt = rule.reconcile(removed.measure("arrivals").yearly());
    Reconciliation first = rule.reconcile(DEFECTORS.publishedBy(day).measure("arrivals").yearly());
    Reconciliation last = rule.reconcile(DEFECTORS.measure("arrivals").yearly().publishedBy(day));

    assertThat(first.outcomes()).isEqualTo(rebuilt.outcomes()).isNotEmpty();
    assertThat(last.outcomes()).isEqualTo(rebuilt.outcomes());
    assertThat(
            last.accounts().stream()
                .flatMap(account -> account.evidence().stream())
                .map(figure -> figure.published().orElseThrow().end()))
        .noneMatch(published -> published.isAfter(day));
  }

  @Test
  void a_date_known_to_the_year_counts_from_its_end_and_no_date_never() {
    FigureTable table =
        FigureTable.of(
            List.of(
                Figures.own("a", "office", "2012", "2009", "1402"),
                Figures.own("b", "office", "2012-03", "2010", "1511"),
                Figures.own("c", "office", "", "2011", "1633")));

    assertThat(table.publishedBy(LocalDate.of(2012, 3, 30)).size()).isZero();
    assertThat(table.publishedBy(LocalDate.of(2012, 3, 31)).size()).isEqualTo(1);
    assertThat(table.publishedBy(LocalDate.of(2012, 12, 31)).size()).isEqualTo(2);
    assertThat(table.publishedBy(LocalDate.of(9999, 12, 31)).size()).isEqualTo(2);
  }
}
