package org.crosstally.chart;

import java.util.List;

/**
 * A figure with everything in its place: what XChart draws, what is laid over it, and the texts.
 * Immutable; painting it computes nothing more.
 */
record Scene(
    Page page,
    List<Plot> plots,
    List<Ink> ink,
    List<Label> labels,
    Titles titles,
    String description) {
  Scene {
    plots = List.copyOf(plots);
    ink = List.copyOf(ink);
    labels = List.copyOf(labels);
  }

  /** A figure with one plot. */
  Scene(
      Page page,
      Plane plane,
      List<Layer> layers,
      List<Ink> ink,
      List<Label> labels,
      Titles titles,
      String description) {
    this(page, List.of(new Plot(plane, layers)), ink, labels, titles, description);
  }

  /** The same figure elsewhere on the page. */
  Scene moved(double dx, double dy) {
    // A plot stands on whole tenths of a point; what lies over it keeps its place to it.
    double x = Math.rint(dx * Plane.UNITS) / Plane.UNITS;
    double y = Math.rint(dy * Plane.UNITS) / Plane.UNITS;
    return new Scene(
        page,
        plots.stream().map(plot -> new Plot(plot.plane().moved(x, y), plot.layers())).toList(),
        ink.stream().map(item -> item.moved(x, y)).toList(),
        labels.stream().map(label -> label.moved(x, y)).toList(),
        titles,
        description);
  }

  /** The only plot, or the first of several. */
  Plot main() {
    return plots.get(0);
  }

  /** The words of a figure: what it shows, and what its axes stand for. */
  record Titles(String figure, String x, String y) {}
}
