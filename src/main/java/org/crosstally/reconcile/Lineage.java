package org.crosstally.reconcile;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a figure comes from: the origin that counted, and the chain that relays it.
 *
 * @param origin the id of the source that counted; for an unattributed figure, of the source that
 *     states it
 * @param directness how the figure comes from its origin
 * @param chain everybody who handed the figure on, the source that states it included; for an
 *     origin's own document, the origin alone
 */
public record Lineage(String origin, Directness directness, SortedSet<String> chain) {

  /** How a figure comes from its origin. */
  public enum Directness {
    /** The origin states it itself. */
    OWN,
    /** Somebody states it and names the origin. */
    RELAYED,
    /** Somebody who does not count states it and names nobody. */
    UNATTRIBUTED
  }

  /**
   * Copies the chain.
   *
   * @param origin the id of the source that counted
   * @param directness how the figure comes from its origin
   * @param chain everybody who handed the figure on, the source that states it included
   */
  public Lineage {
    chain = Collections.unmodifiableSortedSet(new TreeSet<>(chain));
  }

  /**
   * Whether two figures can attest a value together.
   *
   * @param other another lineage
   * @return whether their chains have no member in common
   */
  public boolean isDisjointFrom(Lineage other) {
    return Collections.disjoint(chain, other.chain);
  }
}
