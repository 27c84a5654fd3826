package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.crosstally.agreement.ForecastScores.Holding;
import org.crosstally.agreement.ForecastScores.Score;
import org.crosstally.agreement.ForecastScores.Verification;
import org.crosstally.figure.Figure;
import tech.tablesaw.api.Table;

/**
 * How the forecasts of each forecaster did, by measure and unit, for errors in different units have
 * no mean.
 *
 * <p>Immutable.
 *
 * @param kind what the forecasters are: source or origin
 * @param lines one line for each forecaster, measure and unit, in their order
 */
public record ForecastSummary(String kind, List<Line> lines) {

  /**
   * The forecasts of one forecaster for one measure in one unit. Means are over those scored
   * forecasts that name a number, shares over those that do not; each says how many these are.
   *
   * @param forecaster the id of the source or origin
   * @param measure the id of the measure
   * @param unit the unit of the forecasts
   * @param forecasts how many there are
   * @param scored how many of them are scored
   * @param meanError the mean of forecast less outcome
   * @param meanAbsoluteError the mean of its absolute value
   * @param meanAbsolutePercentageError the mean of the absolute error in per cent of the outcome;
   *     too few where errors are percentage points
   * @param shareHeld the share of bounds, ranges and their like that held
   */
  public record Line(
      String forecaster,
      String measure,
      String unit,
      int forecasts,
      int scored,
      Statistic meanError,
      Statistic meanAbsoluteError,
      Statistic meanAbsolutePercentageError,
      Statistic shareHeld) {}

  private record Key(String forecaster, String measure, String unit) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::forecaster).thenComparing(Key::measure).thenComparing(Key::unit);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Copies the lines.
   *
   * @param kind what the forecasters are
   * @param lines one line for each forecaster, measure and unit
   */
  public ForecastSummary {
    lines = List.copyOf(lines);
  }

  static ForecastSummary of(String kind, List<Score> scores, Function<Figure, String> forecaster) {
    SortedMap<Key, List<Score>> byKey = new TreeMap<>();
    for (Score score : scores) {
      Figure figure = score.forecast();
      Key key = new Key(forecaster.apply(figure), figure.measure(), figure.unit().format());
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(score);
    }
    List<Line> lines = new ArrayList<>();
    byKey.forEach((key, list) -> lines.add(line(key, list)));
    return new ForecastSummary(kind, lines);
  }

  private static Line line(Key key, List<Score> scores) {
    List<Verification> all = verifications(scores, score -> true);
    List<Verification> numbers = verifications(scores, Score::namesNumber);
    List<Verification> relative =
        numbers.stream().filter(v -> v.relativeError().isPresent()).toList();
    List<Verification> worded =
        all.stream().filter(v -> v.holding() != Holding.PLAIN_NUMBER).toList();
    return new Line(
        key.forecaster(),
        key.measure(),
        key.unit(),
        scores.size(),
        all.size(),
        mean(numbers, Verification::error),
        mean(numbers, v -> Math.abs(v.error())),
        mean(relative, v -> 100 * Math.abs(v.relativeError().orElseThrow())),
        mean(worded, v -> v.holding() == Holding.HELD ? 1 : 0));
  }

  private static List<Verification> verifications(List<Score> scores, Predicate<Score> condition) {
    return scores.stream()
        .filter(condition)
        .flatMap(score -> score.verification().asOptional().stream())
        .toList();
  }

  private static Statistic mean(List<Verification> pairs, ToDoubleFunction<Verification> of) {
    OptionalDouble mean = pairs.stream().mapToDouble(of).average();
    return Fewest.TO_AVERAGE.of(pairs.size(), mean::getAsDouble);
  }

  /**
   * One row for each forecaster, measure and unit.
   *
   * @return a table with the columns source or origin, measure, unit, forecasts, scored, numbers
   *     (of the means), mean_error, mean_absolute_error, mean_absolute_pct_error, worded, held_pct
   */
  public Table toTable() {
    return ForecastTables.summary(this);
  }
}
