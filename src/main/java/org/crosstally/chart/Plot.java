package org.crosstally.chart;

import java.util.List;

/** One plot of a figure: a rectangle with coordinates, and what XChart draws into it. */
record Plot(Plane plane, List<Layer> layers) {
  Plot {
    layers = List.copyOf(layers);
  }
}
