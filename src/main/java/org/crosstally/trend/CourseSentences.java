package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crosstally.trend.TrendConclusion.Course;
import org.crosstally.trend.TrendConclusion.Monotone;

/** Says in words how a series goes between its joins, and how that fits a monotone trend. */
final class CourseSentences {

  private final TrendEvidence results;
  private final TrendConclusion conclusion;

  /** The unit of the series and the time, with a blank before them. */
  private final String perYear;

  CourseSentences(TrendEvidence results, TrendConclusion conclusion, String perYear) {
    this.results = results;
    this.conclusion = conclusion;
    this.perYear = perYear;
  }

  List<String> all() {
    List<String> sentences = new ArrayList<>(course());
    sentences.addAll(together());
    return sentences;
  }

  private List<String> course() {
    if (results.joins().asOptional().isEmpty() || results.turn().asOptional().isEmpty()) {
      return results.joins().asOptional().isEmpty()
          ? List.of("No broken line: " + TrendWords.why(results.joins()) + ".")
          : List.of("A turn cannot be tested: " + TrendWords.why(results.turn()) + ".");
    }
    JoinModel line = results.joins().asOptional().get().best();
    JoinPoints.Test turn = results.turn().asOptional().get();
    String tested =
        "(permutation test of a straight line against "
            + joins(turn.more())
            + ": p = "
            + TrendWords.p(turn.p())
            + largestF()
            + ")";
    if (line.joins().isEmpty()) {
      return List.of(
          "By the weighted criterion a straight line is enough"
              + (turn.p() < turn.level()
                  ? ", against the permutation test "
                  : "; a turn is not established ")
              + tested
              + ".");
    }
    String at =
        IntStream.range(0, line.joins().size())
            .mapToObj(j -> TrendWords.year(line.joins().get(j).at()) + range(j))
            .collect(Collectors.joining(", "));
    String legs = line.segments().stream().map(s -> leg(line, s)).collect(Collectors.joining(", "));
    String fit =
        "The best continuous line of straight pieces has "
            + joins(line.joins().size())
            + ", at "
            + at
            + ": "
            + legs
            + ".";
    String status =
        turn.p() < turn.level()
            ? "That it is not one straight line is established at the 5 % level " + tested + "."
            : "Against one straight line that is not established at the 5 % level " + tested + ".";
    return List.of(fit, status);
  }

  /** Between which years a join can lie. */
  private String range(int join) {
    return results
        .joinRanges()
        .asOptional()
        .map(ranges -> ranges.get(join))
        .map(
            r ->
                r.from() == r.to()
                    ? " (95 %: no other year)"
                    : " (95 %: "
                        + TrendWords.year(r.from())
                        + " to "
                        + TrendWords.year(r.to())
                        + ")")
        .orElse("");
  }

  private String largestF() {
    return results
        .breaks()
        .asOptional()
        .flatMap(b -> b.tests().asOptional())
        .flatMap(t -> t.simulated().asOptional())
        .map(
            t ->
                String.format(
                    Locale.ROOT,
                    "; largest F of a break in the line: p = %s from %,d draws without one",
                    TrendWords.p(t.largestFP()),
                    t.draws()))
        .orElse("");
  }

  private String leg(JoinModel line, JoinModel.Segment s) {
    String span = TrendWords.year(s.from()) + " to " + TrendWords.year(s.to());
    boolean log = line.scale() == JoinPoints.Scale.LOG;
    String slope =
        log ? TrendWords.percent(s.percent()) + " a year" : TrendWords.number(s.slope()) + perYear;
    return s.inference()
        .asOptional()
        .map(
            i -> {
              ConfidenceInterval ends = log ? i.percent() : i.interval();
              String low = log ? TrendWords.percent(ends.low()) : TrendWords.number(ends.low());
              String high = log ? TrendWords.percent(ends.high()) : TrendWords.number(ends.high());
              return span + " " + slope + " (95 % " + low + " to " + high + ")";
            })
        .orElse(span + " " + slope);
  }

  private static String joins(int count) {
    return count == 1 ? "one join" : count + " joins";
  }

  /** Where answers seem to contradict each other, and do not. */
  private List<String> together() {
    Course course = conclusion.course();
    boolean turned =
        results.turn().asOptional().filter(t -> t.p() < t.level()).isPresent()
            && (course == Course.RISE_THEN_FALL
                || course == Course.FALL_THEN_RISE
                || course == Course.SEVERAL_TURNS);
    if (!turned) {
      return List.of();
    }
    Monotone monotone = conclusion.monotone();
    boolean none =
        monotone == Monotone.NOT_ESTABLISHED || monotone == Monotone.HINGES_ON_INDEPENDENCE;
    if (none) {
      return List.of(
          "Both hold together: no monotone trend over the whole span, and "
              + course.words()
              + " within it. No trend does not mean that nothing changed.");
    }
    return List.of(
        "The monotone trend is not the whole course: within the span there is "
            + course.words()
            + ".");
  }
}
