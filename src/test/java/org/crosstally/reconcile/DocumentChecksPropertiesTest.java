package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.crosstally.Figures;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of documents that report on one known truth, in all forms that writers use. */
class DocumentChecksPropertiesTest {
  private static final int FIRST_YEAR = 2000;
  private static final int YEARS = 6;
  private static final int DOCUMENTS = 60;
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("visitors_so_far", "So far", Measure.Kind.STOCK, List.of("persons"))));

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  /** Counts by month and part, and documents that report them. */
  private static final class World {
    private final Random random;
    private final int[][] counts = new int[12 * YEARS][2];
    private final List<Figure> figures = new ArrayList<>();

    World(int seed) {
      random = new Random(seed);
      for (int[] month : counts) {
        month[0] = random.nextInt(200);
        month[1] = random.nextInt(120);
      }
      for (int i = 0; i < DOCUMENTS; i++) {
        report("d" + i);
      }
    }

    /** A document on one year, with a share of all that could be said about it. */
    private void report(String document) {
      int year = 1 + random.nextInt(YEARS - 1);
      double share = 0.2 + 0.7 * random.nextDouble();
      int[][] spans = {
        {0, 12}, {0, 6}, {6, 12}, {0, 3}, {3, 6}, {6, 9}, {9, 12}, {0, 10}, {10, 11}, {11, 12}
      };
      for (int y = year - 1; y <= year; y++) {
        for (int[] span : spans) {
          for (String part : List.of("", "female", "male")) {
            if (random.nextDouble() < share) {
              flow(document, y, span, part);
            }
          }
          if (random.nextDouble() < share) {
            quotients(document, y, span);
          }
        }
        for (int month = 0; month < 12; month += 3) {
          if (random.nextDouble() < share) {
            stock(document, y, month);
          }
        }
      }
    }

    private void flow(String document, int year, int[] span, String part) {
      long count = count(year, span, part);
      String value =
          switch (random.nextInt(12)) {
            case 0 -> "~" + rounded(count);
            case 1 -> ">" + (count - 1 - random.nextInt(50));
            case 2 -> "<=" + (count + random.nextInt(50));
            case 3 -> (count - random.nextInt(5)) + ".." + (count + random.nextInt(5));
            default -> "" + count;
          };
      add(document, period(year, span), value, "persons", part);
    }

    private static long rounded(long count) {
      int digits = count < 10 ? 0 : count < 100 ? -1 : -2;
      return BigDecimal.valueOf(count).setScale(digits, RoundingMode.HALF_UP).longValue();
    }

    private void quotients(String document, int year, int[] span) {
      long total = count(year, span, "");
      long before = year == 0 ? 0 : count(year - 1, span, "");
      if (total > 0) {
        add(
            document,
            period(year, span),
            percent(count(year, span, "female"), total, 0),
            "% of total",
            "female");
        add(
            document,
            period(year, span),
            percent(count(year, span, "male"), total, 0),
            "% of total",
            "male");
      }
      if (before > 0) {
        add(document, period(year, span), percent(total, before, 100), "% yoy", "");
        if (total != before) {
          add(document, period(year, span), total > before ? ">0" : "<0", "% yoy", "");
        }
      }
      add(document, period(year, span), quotient(total, span[1] - span[0], 0), "persons/month", "");
    }

    private void stock(String document, int year, int month) {
      long stock = count(0, new int[] {0, 12 * year + month + 1}, "");
      Period end = Period.ofMonth(FIRST_YEAR + year, month + 1);
      figures.add(start(document, end, "" + stock).measure("visitors_so_far").build());
    }

    private String percent(long part, long whole, int offset) {
      return quotient(100 * part, whole, offset);
    }

    /** Rounded or cut after up to two decimals. */
    private String quotient(long dividend, long divisor, int offset) {
      RoundingMode[] modes = {
        RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN, RoundingMode.DOWN
      };
      return BigDecimal.valueOf(dividend - offset * divisor)
          .divide(BigDecimal.valueOf(divisor), random.nextInt(3), modes[random.nextInt(4)])
          .toPlainString();
    }

    private long count(int year, int[] span, String part) {
      long sum = 0;
      for (int month = 12 * year + span[0]; month < 12 * year + span[1]; month++) {
        sum += part.equals("male") ? 0 : counts[month][0];
        sum += part.equals("female") ? 0 : counts[month][1];
      }
      return sum;
    }

    private static Period period(int year, int[] span) {
      Period first = Period.ofMonth(FIRST_YEAR + year, span[0] + 1);
      Period last = Period.ofMonth(FIRST_YEAR + year, span[1]);
      return new Period(first.start(), last.end());
    }

    private Figure.Builder start(String document, Period period, String value) {
      String id = "f%05d".formatted(figures.size());
      return Figures.start(id, "paper", "", period.format(), value).document(document);
    }

    private void add(String document, Period period, String value, String unit, String part) {
      figures.add(
          start(document, period, value)
              .unit(Unit.parse(unit))
              .dimensions(part.isEmpty() ? Dimensions.none() : Dimensions.of(Map.of("sex", part)))
              .build());
    }

    DocumentChecks checks() {
      return DocumentChecks.of(FigureTable.of(figures, CATALOGUE));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_said_about_one_truth_is_never_broken(int seed) {
    DocumentChecks checks = new World(seed).checks();

    assertThat(checks.list()).hasSizeGreaterThan(DOCUMENTS);
    assertThat(checks.broken()).extracting(DocumentCheck::reason).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_slip_in_a_number_that_a_sum_confirms_breaks_that_sum(int seed) {
    World world = new World(seed);
    DocumentChecks before = world.checks();
    List<Figure> confirmed = world.figures.stream().filter(before::isConfirmed).toList();
    Figure right = confirmed.get(world.random.nextInt(confirmed.size()));
    BigDecimal slip = ((Amount.Exact) right.amount()).value().add(BigDecimal.valueOf(7));
    Figure wrong = changed(right, slip);
    world.figures.replaceAll(figure -> figure.equals(right) ? wrong : figure);

    DocumentChecks after = world.checks();

    assertThat(after.checksOf(wrong)).anyMatch(DocumentCheck::isBroken);
    assertThat(after.broken()).allMatch(check -> check.figures().contains(wrong));
    assertThat(world.figures)
        .filteredOn(figure -> after.suspect(figure).isPresent())
        .isSubsetOf(wrong);
  }

  private static Figure changed(Figure figure, BigDecimal value) {
    return Figures.start(
            figure.id(), figure.source(), "", figure.period().format(), value.toPlainString())
        .document(figure.document().orElseThrow())
        .measure(figure.measure())
        .dimensions(figure.dimensions())
        .build();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_the_figures_does_not_matter(int seed) {
    World world = new World(seed);
    List<DocumentCheck> expected = world.checks().list();
    Collections.shuffle(world.figures, new Random(seed));

    assertThat(world.checks().list()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_copy_of_a_document_changes_nothing_for_the_others(int seed) {
    World world = new World(seed);
    List<DocumentCheck> expected = world.checks().list();
    for (Figure figure : List.copyOf(world.figures)) {
      if (figure.document().orElseThrow().equals("d0")) {
        world.figures.add(
            Figures.start(
                    "copy-" + figure.id(), "radio", "", figure.period().format(), figure.printed())
                .document("z")
                .measure(figure.measure())
                .unit(figure.unit())
                .dimensions(figure.dimensions())
                .build());
      }
    }

    assertThat(world.checks().list())
        .filteredOn(check -> !check.document().equals("z"))
        .isEqualTo(expected);
  }
}
