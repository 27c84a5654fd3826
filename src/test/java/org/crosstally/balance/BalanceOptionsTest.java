package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Options of the balance on seeded systems, and the proof that its solution is one. */
class BalanceOptionsTest {
  private static final AccountingRules RULES =
      AccountingRules.none().parts("sex", "female", "male").nonNegative("visitors");
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons"))));

  private final List<Figure> figures = new ArrayList<>();

  private void add(String sex, Period period, String amount, String unit) {
    String id = String.format(Locale.ROOT, "f%03d", figures.size());
    figures.add(
        Figure.builder(id, "source " + id)
            .measure("visitors")
            .dimensions(Systems.sex(sex))
            .period(period)
            .amount(Amount.parse(amount))
            .unit(Unit.parse(unit))
            .build());
  }

  private void measured(String sex, Period period, double value, double u) {
    add(sex, period, String.format(Locale.ROOT, "%.6f±%.3f", value, u), "persons");
  }

  private Balance balance(Balancer balancer) {
    return balancer.balance(FigureTable.of(figures, CATALOGUE)).orElseThrow();
  }

  private static double number(Balance balance, String sex, Period period) {
    return balance.value("visitors", Systems.sex(sex), period).estimate().orElseThrow().value();
  }

  private static TimeSeries monthly(Measure.Kind kind, double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int month = 0; month < values.length; month++) {
      observations.add(
          new Observation.Present(
              Period.ofMonth(2015, month + 1),
              Estimate.exact(values[month]),
              org.crosstally.figure.Status.OBSERVED));
    }
    return new TimeSeries("tickets", kind, Unit.parse("tickets"), observations);
  }

  @Test
  void an_indicator_spreads_a_flow_within_a_stretch() {
    add("", Period.ofYear(2015), "1200", "persons");
    TimeSeries tickets = monthly(Measure.Kind.FLOW, 5, 10, 15, 5, 5, 5, 5, 5, 5, 20, 10, 10);

    Balance even = balance(Balancer.under(RULES));
    Balance spread = balance(Balancer.under(RULES).indicator("visitors", tickets));

    assertThat(number(even, "", Period.ofMonth(2015, 10)))
        .isCloseTo(1200 * 31 / 365.0, within(1e-9));
    BalancedValue october = spread.value("visitors", Systems.sex(""), Period.ofMonth(2015, 10));
    assertThat(october.estimate().orElseThrow().value()).isCloseTo(240, within(1e-9));
    assertThat(october.identifiedBy()).isEqualTo(BalancedValue.IdentifiedBy.INDICATOR);
    assertThat(number(spread, "", Period.ofYear(2015))).isCloseTo(1200, within(1e-10));
  }

  @Test
  void gaps_are_filled_in_proportion_to_an_indicator() {
    add("", Period.ofYear(2015), "1200", "persons");
    TimeSeries tickets = monthly(Measure.Kind.LEVEL, 5, 10, 15, 5, 5, 5, 5, 5, 5, 20, 10, 10);
    List<Period> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      months.add(Period.ofMonth(2015, month));
    }

    Balance filled =
        balance(
            Balancer.under(RULES)
                .resolving(months)
                .with(Gaps.FILL_SMOOTHLY)
                .indicator("visitors", tickets));

    // A level lasts throughout its month: 20 on each of 31 days, of the sum over all days.
    double all = 5 * (31 + 30 + 31 + 30 + 31 + 31 + 30) + 10 * (28 + 30 + 31) + 15 * 31 + 20 * 31;
    assertThat(number(filled, "", Period.ofMonth(2015, 10)))
        .isCloseTo(1200 * 20 * 31 / all, within(1e-6));
    assertThat(filled.value("visitors", Systems.sex(""), Period.ofMonth(2015, 10)).identifiedBy())
        .isEqualTo(BalancedValue.IdentifiedBy.SMOOTHNESS);
  }

  @Test
  void an_indicator_is_a_flow_or_level_that_is_not_negative() {
    Balancer balancer = Balancer.under(RULES);
    assertThatThrownBy(() -> balancer.indicator("visitors", monthly(Measure.Kind.STOCK, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tickets");
    assertThatThrownBy(() -> balancer.indicator("visitors", monthly(Measure.Kind.FLOW, 1, -2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2015-02");
  }

  @Test
  void ups_and_downs_of_a_total_are_shared_in_proportion_to_the_parts() {
    int[] totals = {100, 300, 200, 400};
    for (int quarter = 1; quarter <= 4; quarter++) {
      add("", Period.ofQuarter(2015, quarter), String.valueOf(totals[quarter - 1]), "persons");
    }
    add("female", Period.ofYear(2015), "900", "persons");
    add("male", Period.ofYear(2015), "100", "persons");
    Balance filled = balance(Balancer.under(RULES).with(Gaps.FILL_SMOOTHLY));

    for (int quarter = 1; quarter <= 4; quarter++) {
      assertThat(number(filled, "male", Period.ofQuarter(2015, quarter)))
          .isCloseTo(0.1 * totals[quarter - 1], within(1e-6));
    }
  }

  /** Months, quarters, years and ten months that are measured, of which one is far off. */
  private double[] plantSlip(int seed) {
    figures.clear();
    Random random = new Random(seed);
    double[] months = random.doubles(24, 100, 1000).toArray();
    for (int month = 0; month < 24; month++) {
      measured("", Systems.months(month, 1), months[month] + 5 * random.nextGaussian(), 5);
    }
    for (int[] span : new int[][] {{0, 12}, {12, 12}, {0, 10}, {12, 10}, {0, 6}, {12, 6}, {3, 3}}) {
      double sum = Arrays.stream(months, span[0], span[0] + span[1]).sum();
      measured("", Systems.months(span[0], span[1]), sum + 5 * random.nextGaussian(), 5);
    }
    double half = Arrays.stream(months, 0, 6).sum();
    measured("", Systems.months(0, 6), half + (random.nextBoolean() ? 1 : -1) * 55, 5);
    return months;
  }

  private static double miss(Balance balance, double[] months) {
    double sum = 0;
    for (int month = 0; month < 6; month++) {
      double off = number(balance, "", Systems.months(month, 1)) - months[month];
      sum += off * off;
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @EnumSource(
      value = Robustness.class,
      names = {"HUBER", "STUDENT"})
  void a_robust_fit_is_nearer_to_the_truth_beside_a_slip(Robustness robustness) {
    double plain = 0;
    double robust = 0;
    int unproved = 0;
    for (int seed = 0; seed < 200; seed++) {
      double[] months = plantSlip(seed);
      Outcome<Balance> outcome = outcome(robustness);
      if (outcome.whyNot().isPresent()) {
        // With the weights of Huber, numbers of which all reports are far off have no one minimum.
        assertThat(robustness).isEqualTo(Robustness.HUBER);
        assertThat(outcome.whyNot()).contains(BalanceReason.NOT_CONVERGED);
        unproved++;
        continue;
      }
      Balance fit = outcome.orElseThrow();
      plain += miss(balance(Balancer.under(RULES)), months);
      robust += miss(fit, months);
      assertThat(fit.convergence().contraction()).as("seed %d", seed).isLessThan(1);
      assertThat(fit.convergence().distance()).as("seed %d", seed).isLessThan(1e-3);
      assertSlopeIsZero(fit, robustness, seed);
    }
    assertThat(unproved).isLessThan(10);
    assertThat(robust).isLessThan(0.75 * plain);
  }

  private Outcome<Balance> outcome(Robustness robustness) {
    return Balancer.under(RULES).with(robustness).balance(FigureTable.of(figures, CATALOGUE));
  }

  /** At the minimum of the robust criterion the pulls of all reports on each month cancel. */
  private static void assertSlopeIsZero(Balance balance, Robustness robustness, int seed) {
    double[] pulls = new double[24];
    double[] sizes = new double[24];
    for (Adjustment adjustment : balance.adjustments()) {
      double r = adjustment.inUncertainties().orElseThrow();
      double u = adjustment.uncertainty().orElseThrow();
      double pull =
          (robustness == Robustness.HUBER
                  ? Math.max(-1.345, Math.min(1.345, r))
                  : 5 * r / (4 + r * r))
              / u;
      for (int month = 0; month < 24; month++) {
        if (adjustment.figure().period().contains(Systems.months(month, 1))) {
          pulls[month] += pull;
          sizes[month] += 1 / u;
        }
      }
    }
    for (int month = 0; month < 24; month++) {
      assertThat(pulls[month]).as("seed %d", seed).isCloseTo(0, within(1e-5 * sizes[month]));
    }
  }

  @ParameterizedTest
  @EnumSource(Robustness.class)
  void scaling_all_numbers_scales_the_fit(Robustness robustness) {
    for (int seed = 0; seed < 20; seed++) {
      plantSlip(seed);
      Outcome<Balance> one = outcome(robustness);
      List<Figure> scaled = new ArrayList<>();
      for (Figure figure : figures) {
        Amount.Measured amount = (Amount.Measured) figure.amount();
        scaled.add(
            Figure.builder(figure.id(), figure.source())
                .measure("visitors")
                .period(figure.period())
                .amount(
                    Amount.parse(
                        amount.value().movePointRight(3).toPlainString()
                            + "±"
                            + amount.standardUncertainty().movePointRight(3).toPlainString()))
                .unit(figure.unit())
                .build());
      }
      figures.clear();
      figures.addAll(scaled);
      Outcome<Balance> thousand = outcome(robustness);
      assertThat(thousand.whyNot()).isEqualTo(one.whyNot());
      if (one.asOptional().isPresent()) {
        double value = number(one.orElseThrow(), "", Systems.months(2, 1));
        assertThat(number(thousand.orElseThrow(), "", Systems.months(2, 1)))
            .isCloseTo(1000 * value, within(1e-3 * value));
      }
    }
  }

  @Test
  void leaving_one_out_honours_the_bounds() {
    measured("", Period.parse("2015-01/2015-10"), 110, 3);
    measured("", Period.ofYear(2015), 100, 4);
    Balance balance = balance(Balancer.under(RULES));

    // Without the year nothing but the ten months and "never negative" is left: nothing predicts
    // it; with a second count of both, the rest of the year cannot be negative.
    assertThat(balance.adjustments().get(0).leaveOneOut().whyNot())
        .contains(BalanceReason.NOT_PREDICTED);
    measured("", Period.parse("2015-11/2015-12"), 2, 5);
    Balance three = balance(Balancer.under(RULES));
    Adjustment rest = three.adjustments().get(2);
    // The others say -10, which cannot be.
    assertThat(rest.leaveOneOut().orElseThrow().value()).isCloseTo(0, within(1e-9));
    assertThat(rest.leaveOneOut().orElseThrow().low()).isCloseTo(0, within(1e-9));
    // Of the year, the others say 110 + 2.
    assertThat(three.adjustments().get(1).leaveOneOut().orElseThrow().value())
        .isCloseTo(112, within(1e-9));
  }

  @Test
  void predictions_are_those_of_the_system_without_the_figure() {
    for (int seed = 0; seed < 40; seed++) {
      figures.clear();
      Random random = new Random(seed);
      double[] months = random.doubles(12, 0, 30).toArray();
      for (int month = 0; month < 12; month++) {
        measured("", Systems.months(month, 1), months[month] + 8 * random.nextGaussian(), 8);
      }
      for (int[] span : new int[][] {{0, 12}, {0, 6}, {2, 8}, {6, 6}, {1, 3}, {0, 4}, {5, 4}}) {
        double sum = Arrays.stream(months, span[0], span[0] + span[1]).sum();
        measured("", Systems.months(span[0], span[1]), sum + 12 * random.nextGaussian(), 12);
      }
      List<Figure> all = List.copyOf(figures);
      List<Adjustment> adjustments = balance(Balancer.under(RULES)).adjustments();
      for (int i = 0; i < all.size(); i++) {
        figures.clear();
        figures.addAll(all);
        Figure left = figures.remove(i);
        double without = number(balance(Balancer.under(RULES)), "", left.period());
        assertThat(adjustments.get(i).leaveOneOut().orElseThrow().value())
            .as("seed %d, %s", seed, left)
            .isCloseTo(without, within(1e-6));
      }
    }
  }

  @Test
  void a_linear_system_is_solved_at_once_and_a_quotient_is_proved() {
    add("", Period.ofYear(2015), "200±10", "persons");
    assertThat(balance(Balancer.under(RULES)).convergence()).isEqualTo(new ConvergenceProof(0, 0));
    add("female", Period.ofYear(2015), "30±0.5", "% of total");
    add("male", Period.ofYear(2015), "138±4", "persons");
    Balance balance = balance(Balancer.under(RULES));

    // The minimum of ((200-T)/10)² + ((0.3-F/T)/0.005)² + ((138-(T-F))/4)², by Newton's method.
    double[] minimum = minimum();
    double distance = balance.convergence().distance();
    assertThat(distance).isBetween(0.0, 1e-6);
    assertThat(balance.convergence().contraction()).isBetween(0.0, 0.5);
    assertThat(number(balance, "", Period.ofYear(2015)))
        .isCloseTo(minimum[0], within(distance * 10 + 1e-9));
    assertThat(number(balance, "female", Period.ofYear(2015)))
        .isCloseTo(minimum[1], within(distance * 10 + 1e-9));
  }

  private static double[] minimum() {
    double all = 200;
    double female = 60;
    for (int step = 0; step < 200; step++) {
      double h = 1e-4;
      double[] g = slope(all, female);
      double[] a = slope(all + h, female);
      double[] b = slope(all, female + h);
      double[] c = slope(all - h, female);
      double[] d = slope(all, female - h);
      double j00 = (a[0] - c[0]) / (2 * h);
      double j10 = (a[1] - c[1]) / (2 * h);
      double j01 = (b[0] - d[0]) / (2 * h);
      double j11 = (b[1] - d[1]) / (2 * h);
      double determinant = j00 * j11 - j01 * j10;
      all -= (g[0] * j11 - g[1] * j01) / determinant;
      female -= (g[1] * j00 - g[0] * j10) / determinant;
    }
    return new double[] {all, female};
  }

  private static double[] slope(double all, double female) {
    double share = (female / all - 0.3) / (0.005 * 0.005);
    double rest = (all - female - 138) / 16;
    return new double[] {
      (all - 200) / 100 - share * female / (all * all) + rest, share / all - rest
    };
  }

  @Test
  void systems_of_quotients_are_proved_or_say_what_was_left_out() {
    int proved = 0;
    for (int seed = 0; seed < 200; seed++) {
      figures.clear();
      figures.addAll(new Systems(seed, 3).withTrueReports(40).table().figures());
      Balance balance = balance(Balancer.under(Systems.RULES));
      boolean isWhole = balance.adjustments().stream().noneMatch(a -> a.use() == Use.UNSETTLED);
      assertThat(balance.convergence().distance()).as("seed %d", seed).isLessThan(1e-4);
      proved += isWhole ? 1 : 0;
    }
    assertThat(proved).isGreaterThanOrEqualTo(199);
  }
}
