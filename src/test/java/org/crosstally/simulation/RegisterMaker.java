package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosstally.simulation.Rates.Habit;
import org.crosstally.simulation.Rates.Shape;
import org.crosstally.simulation.Register.Frame;
import org.crosstally.simulation.Register.Revision;

/** Makes the truth, and the registers of offices that count it. */
final class RegisterMaker {
  private static final int DAYS_IN_YEAR = 365;
  private static final int LAST_AGE_OF_REVISION = 14;

  private final Dice dice;
  private final Shape shape;
  private final Habit habit;

  RegisterMaker(Dice dice, Rates rates) {
    this.dice = dice;
    this.shape = rates.shape();
    this.habit = rates.habit().times(dice.uniform(0, 2));
  }

  /** The register of the office that counts everything. */
  Register main() {
    int years = dice.between(shape.minimumYears(), shape.maximumYears());
    int firstYear = dice.between(1960, 2020 - years);
    int parts = dice.between(2, shape.maximumParts());
    long[][] truth = flow(years, parts);
    return register(12 * firstYear, truth, before(truth));
  }

  /** The register of an office that counts the same for itself, not quite as well. */
  Register independent(Register main) {
    double bias = 0.004 * dice.gaussian();
    int months = main.lastMonth() - main.firstMonth() + 1;
    long[][] counted = new long[months][main.parts()];
    for (int month = 0; month < months; month++) {
      for (int part = 0; part < main.parts(); part++) {
        int at = main.firstMonth() + month;
        long value = main.finalValue(Topic.span(at, at).of(part));
        double error = bias * value + 0.1 * Math.sqrt((double) value) * dice.gaussian();
        counted[month][part] = Math.max(0, Math.round(value + error));
      }
    }
    return register(main.firstMonth(), counted, before(counted));
  }

  private long[][] flow(int years, int parts) {
    double[] season = season();
    double[] weights = new double[parts];
    for (int part = 0; part < parts; part++) {
      weights[part] = 0.7 * dice.gaussian();
    }
    double level = Math.log(shape.typicalYear()) - dice.uniform(0, 1.5);
    long[][] flow = new long[12 * years][parts];
    for (int year = 0; year < years; year++) {
      for (int month = 0; month < 12; month++) {
        double mean = Math.exp(level + 0.15 * dice.gaussian()) / 12 * season[month];
        fill(flow[12 * year + month], mean, weights);
      }
      level += 0.06 * (Math.log(shape.typicalYear()) + 0.3 - level);
      level += shape.volatility() * dice.gaussian();
      level += dice.chance(0.05) ? (dice.chance(0.5) ? 1 : -1) * dice.uniform(0.6, 1.4) : 0;
      for (int part = 0; part < parts; part++) {
        weights[part] += 0.08 * dice.gaussian();
      }
    }
    return flow;
  }

  private double[] season() {
    double strength = dice.uniform(0, 0.3);
    double phase = dice.uniform(0, 2 * Math.PI);
    double[] season = new double[12];
    for (int month = 0; month < 12; month++) {
      season[month] = 1 + strength * Math.sin(phase + month * Math.PI / 6);
    }
    return season;
  }

  private void fill(long[] parts, double mean, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += Math.exp(weight);
    }
    for (int part = 0; part < parts.length; part++) {
      parts[part] = dice.poisson(mean * Math.exp(weights[part]) / sum);
    }
  }

  /** What was counted before the first month: as much as some years brought. */
  private long[] before(long[][] flow) {
    double years = dice.uniform(1, 8);
    long[] before = new long[flow[0].length];
    for (int month = 0; month < 12; month++) {
      for (int part = 0; part < before.length; part++) {
        before[part] += Math.round(flow[month][part] * years);
      }
    }
    return before;
  }

  private Register register(int firstMonth, long[][] flow, long[] before) {
    int[] released = new int[flow.length];
    int lag = dice.between(3, 20);
    for (int month = 0; month < flow.length; month++) {
      released[month] =
          (int) Topic.endOf(firstMonth + month).toEpochDay() + lag + dice.between(0, 6);
    }
    return new Register(
        new Frame(firstMonth, before, left(flow), released), flow, revisions(firstMonth, flow));
  }

  /** In half of the worlds the stock is all that ever came, in the others some leave again. */
  private long[][] left(long[][] flow) {
    double share = dice.chance(0.5) ? 0 : dice.uniform(0.02, 0.3);
    long[][] left = new long[flow.length][flow[0].length];
    for (int month = 0; month < flow.length; month++) {
      for (int part = 0; part < flow[0].length; part++) {
        left[month][part] = Math.round(share * flow[month][part] * dice.uniform(0.5, 1.5));
      }
    }
    return left;
  }

  private List<Revision> revisions(int firstMonth, long[][] flow) {
    List<Integer> overhauls = overhauls(firstMonth, flow.length);
    List<Revision> all = new ArrayList<>();
    for (int year = 0; year < flow.length / 12; year++) {
      int end = (int) Topic.endOf(firstMonth + 12 * year + 11).toEpochDay();
      List<Revision> before = List.of();
      for (int day : days(end, overhauls)) {
        List<Revision> now =
            !before.isEmpty() && dice.chance(habit.undone())
                ? undo(before, day)
                : revise(firstMonth, flow, year, day);
        all.addAll(now);
        before = now;
      }
    }
    return withoutNegativeCounts(all, firstMonth, flow);
  }

  private List<Integer> overhauls(int firstMonth, int months) {
    List<Integer> days = new ArrayList<>();
    long count = dice.poisson(habit.overhauls());
    for (int i = 0; i < count; i++) {
      int month = firstMonth + dice.between(36, months + 36);
      days.add((int) Topic.endOf(month).toEpochDay() + dice.between(0, 27));
    }
    return days;
  }

  private List<Integer> days(int end, List<Integer> overhauls) {
    List<Integer> days = new ArrayList<>();
    if (dice.chance(habit.early())) {
      days.add(end + dice.between(60, 200));
    }
    if (dice.chance(0.7 * habit.early())) {
      days.add(end + dice.between(300, 650));
    }
    for (int age = 2; age < LAST_AGE_OF_REVISION; age++) {
      if (dice.chance(habit.late())) {
        days.add(end + DAYS_IN_YEAR * age + dice.between(0, 300));
      }
    }
    for (int day : overhauls) {
      if (day > end + DAYS_IN_YEAR && dice.chance(0.7)) {
        days.add(day);
      }
    }
    days.sort(Comparator.naturalOrder());
    return days;
  }

  private static List<Revision> undo(List<Revision> before, int day) {
    return before.stream()
        .map(revision -> new Revision(day, revision.month(), revision.part(), -revision.change()))
        .toList();
  }

  /** A change of the year, which falls on one to three of its months and parts. */
  private List<Revision> revise(int firstMonth, long[][] flow, int year, int day) {
    double total = 0;
    double[] weights = new double[12 * flow[0].length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = flow[12 * year + i % 12][i / 12];
      total += weights[i];
    }
    long change = Math.round(dice.laplace(habit.size() * total + 0.3));
    List<Revision> revisions = new ArrayList<>();
    int pieces = dice.between(1, 3);
    for (int i = 0; i < pieces && change != 0; i++) {
      int at = dice.weighted(weights);
      long piece = i == pieces - 1 ? change : change / (pieces - i);
      change -= piece;
      if (piece != 0) {
        revisions.add(new Revision(day, firstMonth + 12 * year + at % 12, at / 12, piece));
      }
    }
    return revisions;
  }

  /** Leaves out the changes before which a number would have been below zero. */
  private static List<Revision> withoutNegativeCounts(
      List<Revision> revisions, int firstMonth, long[][] flow) {
    long[][] held = new long[flow.length][];
    for (int month = 0; month < flow.length; month++) {
      held[month] = flow[month].clone();
    }
    List<Revision> kept = new ArrayList<>();
    revisions.stream()
        .sorted(Comparator.comparingInt(Revision::day).reversed())
        .forEach(
            revision -> {
              long[] month = held[revision.month() - firstMonth];
              if (month[revision.part()] >= revision.change()) {
                month[revision.part()] -= revision.change();
                kept.add(revision);
              }
            });
    return kept;
  }
}
