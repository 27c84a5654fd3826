package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;
import org.crosstally.simulation.AnswerKey.Target;

/** How well reconciling recovers the truth of worlds. */
final class WorldScores {

  /** What is counted, each a share of something. */
  enum Score {
    SLIPS("slips with the right cause"),
    SLIPS_IDENTIFIABLE("identifiable slips with the right cause"),
    IDENTIFIABLE("slips that are identifiable"),
    ACCUSED("clean figures accused of a slip"),
    PRECISION("accusations that are right"),
    EQUAL("cells with the right number"),
    EQUAL_SEVERAL("cells of several figures with the right number"),
    EQUAL_LATEST("cells of one office with the latest number that was printed"),
    COVERED("intervals that cover the final number"),
    COVERED_WIDE("intervals with a width that cover the final number"),
    WITH_WIDTH("intervals with a width");

    private final String label;

    Score(String label) {
      this.label = label;
    }
  }

  private record Share(int hits, int all) {
    Share plus(boolean hit) {
      return new Share(hits + (hit ? 1 : 0), all + 1);
    }

    double rate() {
      return all == 0 ? 1 : (double) hits / all;
    }
  }

  private final Map<Score, Share> shares = new TreeMap<>();
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private int worlds;
  private int figures;

  double rate(Score score) {
    return shares.getOrDefault(score, new Share(0, 0)).rate();
  }

  void add(World world, Reconciliation reconciliation) {
    worlds++;
    figures += world.statements().size();
    AnswerKey key = new AnswerKey(world);
    for (CellOutcome outcome : reconciliation.outcomes()) {
      outcome.accounts().forEach(account -> judge(account, world, key));
      judge(outcome, key);
    }
  }

  private void judge(Account account, World world, AnswerKey key) {
    Statement statement = statement(world, account);
    Optional<Cause> found = account.cause();
    boolean accused = found.map(Cause::isSlip).orElse(false);
    String label =
        statement.printing().slip().map(Cause::name).orElse("clean " + statement.printing().form());
    confusion
        .computeIfAbsent(label, key2 -> new TreeMap<>())
        .merge(found.map(Cause::name).orElse("none"), 1, Integer::sum);
    if (statement.isSlip()) {
      boolean right = accused && key.causes(statement).contains(found.orElseThrow());
      boolean identifiable = key.isIdentifiable(statement);
      count(Score.SLIPS, right);
      count(Score.IDENTIFIABLE, identifiable);
      if (identifiable) {
        count(Score.SLIPS_IDENTIFIABLE, right);
      }
      if (accused) {
        count(Score.PRECISION, right);
      }
    } else {
      count(Score.ACCUSED, accused);
      if (accused) {
        count(Score.PRECISION, false);
      }
    }
  }

  static Statement statement(World world, Account account) {
    return world.statements().get(Integer.parseInt(account.figure().id().substring(1)));
  }

  private void judge(CellOutcome outcome, AnswerKey key) {
    Optional<Target> target = key.target(outcome.cell());
    if (target.isEmpty()) {
      return;
    }
    boolean equal =
        outcome.estimate().map(Estimate::value).map(target.get()::accepts).orElse(false);
    count(Score.EQUAL, equal);
    if (outcome.accounts().size() > 1) {
      count(Score.EQUAL_SEVERAL, equal);
    }
    if (target.get().oneOffice()) {
      count(
          Score.EQUAL_LATEST,
          outcome.estimate().map(e -> e.value() == target.get().latest()).orElse(false));
    }
    outcome.estimate().ifPresent(estimate -> judge(estimate, target.get().finalValue()));
  }

  private void judge(Estimate estimate, double finalValue) {
    boolean covered = estimate.low() <= finalValue && finalValue <= estimate.high();
    count(Score.COVERED, covered);
    count(Score.WITH_WIDTH, estimate.hasWidth());
    if (estimate.hasWidth()) {
      count(Score.COVERED_WIDE, covered);
    }
  }

  private void count(Score score, boolean hit) {
    shares.merge(score, new Share(hit ? 1 : 0, 1), (a, b) -> a.plus(hit));
  }

  /** Adds what others counted. */
  void add(WorldScores other) {
    worlds += other.worlds;
    figures += other.figures;
    other.shares.forEach(
        (score, share) ->
            shares.merge(
                score, share, (a, b) -> new Share(a.hits() + b.hits(), a.all() + b.all())));
    other.confusion.forEach(
        (label, row) ->
            row.forEach(
                (found, count) ->
                    confusion
                        .computeIfAbsent(label, key -> new TreeMap<>())
                        .merge(found, count, Integer::sum)));
  }

  /** One line of rates. */
  String line(String name) {
    StringBuilder line =
        new StringBuilder(String.format(Locale.ROOT, "%-18s %5d %8d", name, worlds, figures));
    for (Score score : Score.values()) {
      line.append(String.format(Locale.ROOT, " %7.2f", 100 * rate(score)));
    }
    return line.append(String.format(Locale.ROOT, " %6d", all(Score.SLIPS))).toString();
  }

  private int all(Score score) {
    return shares.getOrDefault(score, new Share(0, 0)).all();
  }

  /** The heading of the lines, and what the columns mean. */
  static String heading() {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Score score : Score.values()) {
      text.append(String.format(Locale.ROOT, "%d: %% of %s%n", ++number, score.label));
    }
    text.append(String.format(Locale.ROOT, "%-18s %5s %8s", "regime", "n", "figures"));
    for (int column = 1; column <= number; column++) {
      text.append(String.format(Locale.ROOT, " %7d", column));
    }
    return text.append("  slips").toString();
  }

  /** How often which cause was found for which true one. */
  String confusion() {
    Set<String> columns = new java.util.TreeSet<>();
    confusion.values().forEach(row -> columns.addAll(row.keySet()));
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-16s", "true \\ found"));
    columns.forEach(column -> head.append(String.format(Locale.ROOT, " %11s", column)));
    lines.add(head.toString());
    confusion.forEach(
        (label, row) -> {
          StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s", label));
          columns.forEach(
              column ->
                  line.append(String.format(Locale.ROOT, " %11d", row.getOrDefault(column, 0))));
          lines.add(line.toString());
        });
    return String.join("\n", lines);
  }
}
