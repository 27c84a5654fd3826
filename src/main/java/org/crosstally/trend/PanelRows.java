package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows of a panel; a number that does not exist gets none. */
final class PanelRows {

  private final List<Evidence> rows = new ArrayList<>();

  PanelRows add(String method, String quantity, double value) {
    if (Double.isFinite(value)) {
      rows.add(new Evidence(method, quantity, value));
    }
    return this;
  }

  List<Evidence> all() {
    return rows;
  }
}
