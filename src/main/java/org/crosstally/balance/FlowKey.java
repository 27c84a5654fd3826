package org.crosstally.balance;

import java.util.Comparator;
import org.crosstally.figure.Dimensions;

/**
 * What a latent flow is a flow of: everything about a cell but its period and the parts that add
 * up.
 *
 * @param measure the id of the flow
 * @param unit the name of its unit
 * @param dimensions the dimension values that are no parts
 * @param basis the definition, after joining
 */
record FlowKey(String measure, String unit, Dimensions dimensions, String basis)
    implements Comparable<FlowKey> {
  private static final Comparator<FlowKey> ORDER =
      Comparator.comparing(FlowKey::measure)
          .thenComparing(FlowKey::unit)
          .thenComparing(FlowKey::dimensions)
          .thenComparing(FlowKey::basis);

  @Override
  public int compareTo(FlowKey other) {
    return ORDER.compare(this, other);
  }
}
