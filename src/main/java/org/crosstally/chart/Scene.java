package org.crosstally.chart;

import java.util.List;

/**
 * A figure with everything in its place: what XChart draws, what is laid over it, and the texts.
 * Immutable; painting it computes nothing more.
 */
record Scene(
    Page page,
    Plane plane,
    List<Layer> layers,
    List<Ink> ink,
    List<Label> labels,
    Titles titles,
    String description) {
  Scene {
    layers = List.copyOf(layers);
    ink = List.copyOf(ink);
    labels = List.copyOf(labels);
  }

  /** The words of a figure: what it shows, and what its axes stand for. */
  record Titles(String figure, String x, String y) {}
}
