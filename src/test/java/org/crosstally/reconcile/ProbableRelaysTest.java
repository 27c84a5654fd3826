package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.ProbableRelays.ProbableRelay;
import org.junit.jupiter.api.Test;

/** Sources that share rare values, found as probable relays of each other. */
class ProbableRelaysTest {
  private static final int YEARS = 40;
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
              new Source("paper", "Paper", Source.Kind.PRESS),
              new Source("radio", "Radio", Source.Kind.PRESS),
              new Source("copy", "Copy", Source.Kind.PRESS)),
          List.of(),
          List.of());

  /** A world in which one paper takes most numbers from another, errors and all. */
  private static FigureTable world(long seed, double copyRate) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < YEARS; i++) {
      int year = 1970 + i;
      int count = 1000 + random.nextInt(4000);
      figures.add(Figures.own("o" + i, "office", (year + 1) + "-02", "" + year, "" + count));
      int paper = printed(count, random);
      int radio = printed(count, random);
      int copy = random.nextDouble() < copyRate ? paper : printed(count, random);
      figures.add(relay("p" + i, "paper", (year + 1) + "-03", year, paper));
      figures.add(relay("r" + i, "radio", (year + 1) + "-04", year, radio));
      figures.add(relay("c" + i, "copy", (year + 1) + "-05", year, copy));
    }
    return FigureTable.of(figures, CATALOGUE);
  }

  private static int printed(int count, SplittableRandom random) {
    return random.nextDouble() < 0.08 ? count + 300 + random.nextInt(900) : count;
  }

  private static Figure relay(String id, String source, String published, int year, int value) {
    return Figures.relay(id, source, "office", published, "" + year, "" + value);
  }

  private static double probability(ProbableRelays relays, String copier, String copied) {
    return relays.list().stream()
        .filter(r -> r.copier().equals(copier) && r.copied().equals(copied))
        .mapToDouble(ProbableRelay::probability)
        .findFirst()
        .orElse(0);
  }

  @Test
  void a_copier_is_found_with_its_direction_and_independent_relays_of_one_origin_are_not() {
    int found = 0;
    int wrong = 0;
    for (int seed = 1; seed <= 60; seed++) {
      ProbableRelays relays =
          ProbableRelays.of(Reconciler.byLineage().reconcile(world(seed, 0.8))).atLeast(0.5);
      found += probability(relays, "copy", "paper") > 0 ? 1 : 0;
      wrong += (int) relays.list().stream().filter(r -> !isRight(r)).count();
    }
    System.out.println("copiers found in 60 worlds: " + found + ", wrong pairs: " + wrong);

    assertThat(found).isGreaterThanOrEqualTo(45);
    assertThat(wrong).isLessThanOrEqualTo(2);
  }

  private static boolean isRight(ProbableRelay relay) {
    return relay.copier().equals("copy") && relay.copied().equals("paper");
  }

  @Test
  void where_nobody_copies_nobody_is_accused() {
    for (int seed = 1; seed <= 60; seed++) {
      assertThat(
              ProbableRelays.of(Reconciler.byLineage().reconcile(world(1000 + seed, 0)))
                  .atLeast(0.5)
                  .list())
          .isEmpty();
    }
  }

  @Test
  void two_sources_that_share_true_values_alone_are_no_pair() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 1990; year < 2010; year++) {
      figures.add(Figures.own("o" + year, "office", "2011", "" + year, "" + (7 * year)));
      figures.add(relay("p" + year, "paper", "2012", year, 7 * year));
      figures.add(relay("c" + year, "copy", "2013", year, 7 * year));
    }

    assertThat(
            ProbableRelays.of(Reconciler.byLineage().reconcile(FigureTable.of(figures, CATALOGUE)))
                .list())
        .isEmpty();
  }

  @Test
  void a_relay_that_is_declared_is_not_found_again() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figures.own("o", "office", "2010-02", "2009", "2000"));
    figures.add(relay("p", "paper", "2010-03", 2009, 3111));
    figures.add(Figures.relayVia("c", "copy", "Paper", "office", "2010-04", "2009", "3111"));

    assertThat(
            ProbableRelays.of(Reconciler.byLineage().reconcile(FigureTable.of(figures, CATALOGUE)))
                .list())
        .isEmpty();
  }

  @Test
  void a_relay_that_the_user_believes_attests_nothing_together_with_what_it_copies() {
    List<Figure> figures = new ArrayList<>(world(3, 0.8).figures());
    figures.add(relay("x", "radio", "2011-02", 2010, 2000));
    figures.add(relay("y", "paper", "2011-03", 2010, 2900));
    figures.add(relay("z", "copy", "2011-04", 2010, 2900));
    figures.add(relay("x2", "radio", "2011-05", 2010, 2000));
    FigureTable table = FigureTable.of(figures, CATALOGUE);
    Reconciliation plain = Reconciler.byLineage().reconcile(table);
    ProbableRelays relays = ProbableRelays.of(plain).atLeast(0.5);
    Reconciliation believing = Reconciler.byLineage().relaying(relays).reconcile(table);

    assertThat(relays.list()).isNotEmpty();
    assertThat(attestation(plain)).isEqualTo(Vintage.Attestation.DISJOINT_RELAYS);
    assertThat(attestation(believing)).isEqualTo(Vintage.Attestation.ONE_CHAIN);
  }

  private static Vintage.Attestation attestation(Reconciliation reconciliation) {
    return reconciliation.outcome(Period.ofYear(2010)).orElseThrow().vintages().stream()
        .filter(vintage -> vintage.value() == 2900)
        .findFirst()
        .map(Vintage::attestation)
        .orElse(Vintage.Attestation.ONE_CHAIN);
  }
}
