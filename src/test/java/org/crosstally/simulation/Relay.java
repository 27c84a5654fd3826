package org.crosstally.simulation;

import org.crosstally.figure.Source;

/**
 * Somebody who hands on the numbers of others.
 *
 * @param id the id
 * @param kind what kind of source it is
 * @param weight how often it speaks
 * @param carelessness how often it slips, as a factor
 */
record Relay(String id, Source.Kind kind, double weight, double carelessness) {
  /** The name under which others quote it. */
  String name() {
    return "Relay " + id;
  }
}
