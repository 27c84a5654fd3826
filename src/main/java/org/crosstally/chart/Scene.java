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

  /** The only plot, or the first of several. */
  Plot main() {
    return plots.get(0);
  }

  /** The words of a figure: what it shows, and what its axes stand for. */
  record Titles(String figure, String x, String y) {}
}
