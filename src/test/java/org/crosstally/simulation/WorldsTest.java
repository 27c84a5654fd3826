package org.crosstally.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.simulation.Regime.Origin;
import org.crosstally.simulation.WorldScores.Score;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reconciling worlds with a known truth. The kinds of worlds take turns, so that ten in twelve are
 * of kinds that nothing was tuned on.
 *
 * <p>The full form is {@code mvn test -Dtest=WorldsTest -Dworlds=1000}.
 */
class WorldsTest {
  private static final int WORLDS = Integer.getInteger("worlds", 60);
  private static final long FIRST_SEED = Long.getLong("worlds.seed", 1);
  private static final List<Regime> REGIMES = List.of(Regime.values());
  private static final Map<Regime, WorldScores> SCORES = new EnumMap<>(Regime.class);
  private static final WorldScores ALL = new WorldScores();

  @BeforeAll
  static void reconcile_all() {
    IntStream.range(0, WORLDS)
        .parallel()
        .mapToObj(i -> score(regime(i), FIRST_SEED + i / REGIMES.size()))
        .toList()
        .forEach(
            scored -> {
              SCORES
                  .computeIfAbsent(scored.regime(), regime -> new WorldScores())
                  .add(scored.scores());
              ALL.add(scored.scores());
            });
    print();
  }

  private record Scored(Regime regime, WorldScores scores) {}

  private static Regime regime(int world) {
    return REGIMES.get(world % REGIMES.size());
  }

  private static Scored score(Regime regime, long seed) {
    World world = World.of(regime, seed);
    WorldScores scores = new WorldScores();
    scores.add(world, Reconciler.byLineage().reconcile(world.table()));
    return new Scored(regime, scores);
  }

  private static void print() {
    System.out.println(WorldScores.heading());
    SCORES.forEach((regime, scores) -> System.out.println(scores.line(regime.name())));
    for (Origin origin : Origin.values()) {
      WorldScores sum = new WorldScores();
      SCORES.forEach(
          (regime, scores) -> {
            if (regime.origin() == origin) {
              sum.add(scores);
            }
          });
      System.out.println(sum.line(origin.name()));
    }
    System.out.println(ALL.line("all"));
    System.out.println(ALL.confusion());
  }

  @Test
  void at_least_half_of_the_worlds_are_of_kinds_that_nothing_was_tuned_on() {
    assertThat(IntStream.range(0, WORLDS).mapToObj(WorldsTest::regime))
        .filteredOn(regime -> regime.origin() == Origin.HELD_OUT)
        .hasSizeGreaterThanOrEqualTo(WORLDS / 2);
  }

  /**
   * The aim is 95 per cent. One slip in six cannot be told from the table by the rule of {@link
   * AnswerKey#isIdentifiable}, though some of those are found from sums of what others print. What
   * is missing are misprints and numbers of other periods within usual revisions, slips where
   * nobody else prints the cell, and slips that relays repeat without saying so.
   */
  @Test
  void the_cause_is_right_in_most_of_the_slips_that_can_be_told() {
    assertThat(ALL.rate(Score.SLIPS_IDENTIFIABLE)).isGreaterThanOrEqualTo(0.955);
    assertThat(ALL.rate(Score.SLIPS)).isGreaterThanOrEqualTo(0.865);
  }

  @Test
  void at_most_one_per_cent_of_the_clean_figures_are_accused() {
    assertThat(ALL.rate(Score.ACCUSED)).isLessThanOrEqualTo(0.01);
  }

  @Test
  void the_number_is_the_latest_vintage_in_99_per_cent_of_the_cells() {
    assertThat(ALL.rate(Score.EQUAL)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void the_intervals_cover_the_final_number_as_often_as_they_say() {
    assertThat(ALL.rate(Score.COVERED)).isBetween(0.93, 0.98);
  }
}
