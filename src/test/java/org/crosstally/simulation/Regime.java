package org.crosstally.simulation;

import org.crosstally.simulation.Rates.Errors;
import org.crosstally.simulation.Rates.Habit;
import org.crosstally.simulation.Rates.Shape;
import org.crosstally.simulation.Rates.Voices;
import org.crosstally.simulation.Rates.Words;

/**
 * Kinds of worlds. The first ones have the rates of a real collection of 1,200 figures on one
 * quantity: 170 documents of 75 sources, one figure in five from the office itself, 1.3 % slips
 * (half of them another period, a third another span), one in thirty rounded, one in thirty a
 * bound, one in ten a percentage or a rate, a mean absolute revision of 0.4 %. The others have
 * other rates and other kinds of lineage.
 */
enum Regime {
  /** The rates of the collection. */
  MEASURED(Origin.TUNED),
  /** The same with more of the office's own documents, as for all quantities of the collection. */
  OWN_TABLES(Origin.TUNED),
  /** Several offices, some of which count for themselves. */
  MANY_OFFICES(Origin.HELD_OUT),
  /** Hardly a document of the office, and many relays. */
  RELAYS(Origin.HELD_OUT),
  /** Few documents. */
  SPARSE(Origin.HELD_OUT),
  /** Large revisions, early and late, many of them undone. */
  NOISY_REVISIONS(Origin.HELD_OUT),
  /** Millions. */
  LARGE_NUMBERS(Origin.HELD_OUT),
  /** Tens. */
  SMALL_NUMBERS(Origin.HELD_OUT),
  /** No document of any office. */
  NO_OWN_DOCUMENTS(Origin.HELD_OUT),
  /** Most documents are taken from others, and slips with them. */
  CHAINS(Origin.HELD_OUT),
  /** Three times as many slips, of other kinds. */
  CARELESS(Origin.HELD_OUT),
  /** Five regions instead of two or three parts, and calmer years. */
  REGIONS(Origin.HELD_OUT);

  /** Whether the finder of causes may have been tuned on worlds of this kind. */
  enum Origin {
    TUNED,
    HELD_OUT
  }

  private final Origin origin;

  Regime(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  Rates rates() {
    return switch (this) {
      case MEASURED -> base();
      case OWN_TABLES -> base().with(voices(0.2, 0, 5, 0.5, 20, 90, 0.08, 0.2, 0.5, 0.05, 0.08));
      case MANY_OFFICES ->
          base().with(voices(1.2, 1.5, 2, 0.3, 24, 110, 0.1, 0.25, 0.5, 0.05, 0.1));
      case RELAYS -> base().with(voices(0.3, 0, 0.7, 0.05, 40, 170, 0.1, 0.3, 0.5, 0.06, 0.1));
      case SPARSE -> base().with(voices(0.3, 0, 1.5, 0.2, 10, 24, 0.15, 0.2, 0.5, 0.05, 0.1));
      case NOISY_REVISIONS -> base().with(new Habit(0.7, 0.1, 0.8, 0.012, 0.3));
      case LARGE_NUMBERS -> base().with(new Shape(10, 30, 3e6, 0.12, 3));
      case SMALL_NUMBERS -> base().with(new Shape(10, 30, 60, 0.3, 2));
      case NO_OWN_DOCUMENTS -> base().with(voices(0, 0, 0, 0, 30, 130, 0.12, 0.3, 0.6, 0.06, 0.1));
      case CHAINS -> base().with(voices(0.2, 0, 2, 0.15, 24, 120, 0.1, 0.65, 0.6, 0.06, 0.12));
      case CARELESS -> base().with(new Errors(0.045, 1, 1, 1, 1, 0.1, 0.3, 0.004));
      case REGIONS -> base().with(new Shape(12, 25, 20_000, 0.1, 5));
    };
  }

  private static Rates base() {
    return new Rates(
        new Shape(12, 28, 1500, 0.22, 3),
        new Habit(0.4, 0.03, 0.3, 0.004, 0.15),
        voices(0.4, 0.1, 2.5, 0.15, 30, 130, 0.08, 0.25, 0.5, 0.05, 0.08),
        new Words(0.03, 0.03, 0.01, 0.01, 0.05, 0.3, 0.3, 0.1),
        new Errors(0.013, 0.5, 0.2, 0.12, 0.18, 0.05, 0.3, 0.004));
  }

  private static Voices voices(
      double mirrors,
      double independents,
      double tables,
      double releases,
      int relays,
      int articles,
      double retrospects,
      double copying,
      double declared,
      double unattributed,
      double stale) {
    return new Voices(
        mirrors,
        independents,
        tables,
        releases,
        relays,
        articles,
        retrospects,
        copying,
        declared,
        unattributed,
        stale);
  }
}
