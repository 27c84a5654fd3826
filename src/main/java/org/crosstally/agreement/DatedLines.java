package org.crosstally.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.agreement.Revisions.ByAge;
import org.crosstally.agreement.Revisions.ByNumber;
import org.crosstally.agreement.Revisions.Comparison;
import org.crosstally.agreement.Revisions.Latest;
import org.crosstally.agreement.Revisions.Maturity;
import org.crosstally.agreement.Revisions.RevisedSeries;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Period;

/**
 * The releases of one series of one origin, all of them dated, and their comparisons.
 *
 * @param lines one line for each period, in their order
 */
record DatedLines(List<Line> lines) {
  /** The ages at which a series is looked at, in days after the end of the period. */
  private static final int[] AGES = {31, 92, 183, 365, 730, 1826};

  /** The preliminary and the later figure of one period. */
  private record Pair(Cell cell, Release preliminary, Release later) {
    long age() {
      return ChronoUnit.DAYS.between(cell.period().end(), firstDay(preliminary));
    }
  }

  /** The comparisons; empty where no revision could have been seen. */
  Optional<RevisedSeries> revised() {
    List<Comparison> byNumber = new ArrayList<>();
    List<Comparison> steps = new ArrayList<>();
    List<Comparison> byAge = new ArrayList<>();
    int most = lines.stream().mapToInt(line -> line.releases().size()).max().orElse(0);
    for (int number = 1; number == 1 || number < most; number++) {
      compare(new ByNumber(number), new Latest()).ifPresent(byNumber::add);
    }
    for (int number = 1; number < most; number++) {
      compare(new ByNumber(number), new ByNumber(number + 1)).ifPresent(steps::add);
    }
    for (int age : AGES) {
      compare(new ByAge(age), new Latest()).ifPresent(byAge::add);
    }
    if (byNumber.isEmpty()) {
      return Optional.empty();
    }
    Line last = lines.get(lines.size() - 1);
    return Optional.of(
        new RevisedSeries(
            last.cell(),
            last.cell().period().length(),
            last.origin(),
            byNumber,
            steps,
            byAge,
            firstEfficient(byNumber)));
  }

  private Optional<Comparison> compare(Maturity preliminary, Maturity later) {
    List<Pair> pairs =
        lines.stream().flatMap(line -> pair(line, preliminary, later).stream()).toList();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    double[] p = pairs.stream().mapToDouble(pair -> pair.preliminary().value()).toArray();
    double[] l = pairs.stream().mapToDouble(pair -> pair.later().value()).toArray();
    double[] ages = pairs.stream().mapToDouble(Pair::age).toArray();
    return Optional.of(
        new Comparison(
            preliminary,
            later,
            Locations.median(ages),
            RevisionStatistics.of(p, l, before(pairs))));
  }

  private static Optional<Pair> pair(Line line, Maturity preliminary, Maturity later) {
    if (preliminary instanceof ByAge by) {
      LocalDate day = line.cell().period().end().plusDays(by.days());
      return line.knownOn(day)
          .filter(release -> isPrintedAfter(line, day))
          .map(release -> new Pair(line.cell(), release, line.latest()));
    }
    int number = ((ByNumber) preliminary).number();
    Optional<Release> release = line.release(number);
    if (later instanceof ByNumber next) {
      return release
          .filter(r -> isPrintedAfter(line, firstDay(r)))
          .map(r -> new Pair(line.cell(), r, line.release(next.number()).orElse(line.latest())));
    }
    return isPrintedAfter(line, firstDay(line.first()))
        ? Optional.of(new Pair(line.cell(), release.orElse(line.latest()), line.latest()))
        : Optional.empty();
  }

  /** The day on which a release was out for certain. */
  private static LocalDate firstDay(Release release) {
    return release.published().orElseThrow().end();
  }

  /** Whether a figure of the line was printed after a day for certain. */
  private static boolean isPrintedAfter(Line line, LocalDate day) {
    return line.releases().stream()
        .flatMap(release -> release.lastPublished().stream())
        .anyMatch(date -> date.start().isAfter(day));
  }

  /**
   * The position of the pair of the period before: that which ends as the period begins, or, for
   * days and for parts of years, the same one a year before; -1 where there is none.
   */
  private static int[] before(List<Pair> pairs) {
    Map<LocalDate, Integer> byEnd = new HashMap<>();
    Map<Period, Integer> byPeriod = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Period period = pairs.get(i).cell().period();
      byEnd.put(period.end(), i);
      byPeriod.put(period, i);
    }
    int[] before = new int[pairs.size()];
    Arrays.setAll(
        before,
        i -> {
          Period period = pairs.get(i).cell().period();
          return switch (period.length()) {
            case YEAR, HALF, QUARTER, MONTH -> byEnd.getOrDefault(period.start().minusDays(1), -1);
            case DAY, OTHER ->
                period.yearBefore().map(year -> byPeriod.getOrDefault(year, -1)).orElse(-1);
            case YEARS, OPEN -> -1;
          };
        });
    return before;
  }

  /**
   * The first release that the regression of Mincer and Zarnowitz does not reject, or that was
   * never revised. Revisions that lie on a line exactly can be foreseen exactly.
   */
  private static Statistic firstEfficient(List<Comparison> byNumber) {
    int number = 0;
    for (Comparison comparison : byNumber) {
      number++;
      RevisionStatistics statistics = comparison.statistics();
      Statistic p = statistics.news().p();
      if (statistics.pairs() < Fewest.TO_REGRESS.count()) {
        return p;
      }
      if (p.asOptional().orElse(0) >= RevisionStatistics.LEVEL
          || statistics.size().rootMeanSquare().asOptional().orElseThrow() == 0) {
        return Statistic.of(number, statistics.pairs());
      }
      if (p.whyNot().filter(why -> why != RevisionReason.EXACT_LINE).isPresent()) {
        return p;
      }
    }
    return Statistic.undetermined(
        RevisionReason.NONE_EFFICIENT, byNumber.get(0).statistics().pairs());
  }
}
