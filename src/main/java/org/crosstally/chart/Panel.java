package org.crosstally.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A figure laid into a part of a page. What is left out of it (its legend, labels that a neighbour
 * has as well) lies beyond the part, so that its plot takes the room.
 *
 * @param area the part of the page
 * @param beyond how far the figure reaches beyond its part on each side; negative where it keeps
 *     back
 */
record Panel(Drawing drawing, Page page, Rectangle2D area, Sides beyond, Cut cut) {
  /** The least side of a page. */
  private static final double LEAST = 30.0 * 72 / 25.4;

  /** Distances to the left, above, to the right and below. */
  record Sides(double left, double top, double right, double bottom) {
    static final Sides NONE = new Sides(0, 0, 0, 0);

    Sides plus(Sides other) {
      return new Sides(
          left + other.left, top + other.top, right + other.right, bottom + other.bottom);
    }
  }

  /** What is left out. */
  record Cut(boolean legend, boolean below, boolean left) {}

  Panel with(Sides other) {
    return new Panel(drawing, page, area, other, cut);
  }

  Panel with(Cut other) {
    return new Panel(drawing, page, area, beyond, other);
  }

  /** The whole figure in its place. */
  Scene whole() {
    double width = Math.max(LEAST, area.getWidth() + beyond.left() + beyond.right());
    double height = Math.max(LEAST, area.getHeight() + beyond.top() + beyond.bottom());
    return drawing
        .lay(page(page, width, height), "")
        .moved(area.getX() - beyond.left(), area.getY() - beyond.top());
  }

  /** A page of a size in points, with the type of another and no limit of its height. */
  static Page page(Page like, double width, double height) {
    Page.Rules rules = like.rules();
    Page.Rules free =
        new Page.Rules(
            rules.publisher(),
            Page.Rules.NONE.maxHeightMm(),
            rules.minFontPt(),
            rules.maxFontPt(),
            rules.minLinePt(),
            rules.maxLinePt(),
            rules.text(),
            rules.extras());
    // A thousandth of a point more, since millimetres may round down below the least side.
    return new Page(Page.mm(width + 1e-3), Page.mm(height + 1e-3), like.dpi(), like.fontPt(), free);
  }

  static Optional<Ink.Key> key(Scene scene) {
    return scene.ink().stream()
        .flatMap(ink -> ink instanceof Ink.Key key ? Stream.of(key) : Stream.empty())
        .findFirst();
  }

  /** The labels below the only plot, without those of a legend. */
  static List<Label> below(Scene scene) {
    double bottom = scene.main().plane().bottom();
    return free(scene).stream().filter(l -> l.bounds().getMinY() >= bottom - 1e-6).toList();
  }

  /** The labels to the left of the only plot. */
  static List<Label> left(Scene scene) {
    double left = scene.main().plane().left();
    return free(scene).stream().filter(l -> l.bounds().getMaxX() <= left + 1e-6).toList();
  }

  private static List<Label> free(Scene scene) {
    Optional<Ink.Key> key = key(scene);
    return scene.labels().stream().filter(l -> !isIn(key, l)).toList();
  }

  private static boolean isIn(Optional<Ink.Key> key, Label label) {
    Rectangle2D bounds = label.bounds();
    return key.filter(k -> k.box().contains(bounds.getCenterX(), bounds.getCenterY())).isPresent();
  }

  /** The figure without what is left out. */
  Scene scene() {
    Scene whole = whole();
    List<Label> labels = new ArrayList<>(whole.labels());
    List<Ink> ink = new ArrayList<>(whole.ink());
    if (cut.below()) {
      labels.removeAll(below(whole));
    }
    if (cut.left()) {
      labels.removeAll(left(whole));
    }
    if (cut.legend()) {
      Optional<Ink.Key> key = key(whole);
      labels.removeIf(label -> isIn(key, label));
      key.ifPresent(ink::remove);
    }
    return new Scene(page, whole.plots(), ink, labels, whole.titles(), whole.description());
  }

  /** How far the first plot is from the sides of the part. */
  Sides insets(Scene scene) {
    Plane plane = scene.main().plane();
    return new Sides(
        plane.left() - area.getX(),
        plane.top() - area.getY(),
        area.getMaxX() - plane.right(),
        area.getMaxY() - plane.bottom());
  }
}
