package org.crosstally.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What panels that stand in a row or a column have in common: labels of axes, and their edges. */
final class PanelAxes {
  /** A plot whose texts take more of its width or height is not aligned with others. */
  private static final double FAR = 0.3;

  private PanelAxes() {}

  /** Labels of an axis stand once, at the lowest and at the leftmost panel that has it. */
  static List<Panel> shared(List<Panel> panels, Panels.Grid grid) {
    List<Panel> cut = new ArrayList<>(panels);
    for (int i = 0; i < panels.size(); i++) {
      Scene scene = panels.get(i).whole();
      if (!canBeCut(panels.get(i), scene)) {
        continue;
      }
      int under = i + grid.columns();
      if (under < panels.size() && haveCommonX(scene, panels.get(under).whole())) {
        cut.set(i, withoutBelow(cut.get(i), scene));
      }
      if (grid.column(i) > 0 && haveCommonY(panels.get(i - 1).whole(), scene)) {
        cut.set(i, withoutLeft(cut.get(i), scene));
      }
    }
    return cut;
  }

  private static boolean haveCommonX(Scene upper, Scene lower) {
    return haveOnePlot(upper, lower)
        && upper.main().plane().x().equals(lower.main().plane().x())
        && !Panel.below(upper).isEmpty()
        && texts(Panel.below(upper)).equals(texts(Panel.below(lower)));
  }

  private static boolean haveCommonY(Scene left, Scene right) {
    return haveOnePlot(left, right)
        && left.main().plane().y().equals(right.main().plane().y())
        && !Panel.left(left).isEmpty()
        && texts(Panel.left(left)).equals(texts(Panel.left(right)));
  }

  private static boolean haveOnePlot(Scene a, Scene b) {
    return a.plots().size() == 1 && b.plots().size() == 1;
  }

  /** Whether labels may be left out: a legend or a scale of its own would lie beyond its part. */
  private static boolean canBeCut(Panel panel, Scene scene) {
    double axis = scene.main().plane().bottom() + Axes.TICK + 1e-6;
    boolean hasMore =
        scene.ink().stream()
            .anyMatch(
                ink -> !(ink instanceof Ink.Key) && ink.shape().getBounds2D().getMinY() > axis);
    return !hasMore && (panel.cut().legend() || Panel.key(scene).isEmpty());
  }

  private static List<String> texts(List<Label> labels) {
    return labels.stream().map(Label::text).toList();
  }

  private static Panel withoutBelow(Panel panel, Scene scene) {
    double lowest =
        Panel.below(scene).stream().mapToDouble(l -> l.bounds().getMaxY()).max().orElse(0);
    double more = Math.max(0, lowest - scene.main().plane().bottom() - Axes.TICK);
    Panel.Cut cut = new Panel.Cut(panel.cut().legend(), true, panel.cut().left());
    return panel.with(panel.beyond().plus(new Panel.Sides(0, 0, 0, more))).with(cut);
  }

  private static Panel withoutLeft(Panel panel, Scene scene) {
    double leftmost =
        Panel.left(scene).stream().mapToDouble(l -> l.bounds().getMinX()).min().orElse(0);
    double more = Math.max(0, scene.main().plane().left() - leftmost - Axes.TICK);
    Panel.Cut cut = new Panel.Cut(panel.cut().legend(), panel.cut().below(), true);
    return panel.with(panel.beyond().plus(new Panel.Sides(more, 0, 0, 0))).with(cut);
  }

  /** Plots of a column have the same left and right, plots of a row the same top and bottom. */
  static List<Panel> aligned(List<Panel> panels, Panels.Grid grid) {
    List<Panel> moved = panels;
    for (int pass = 0; pass < 2; pass++) {
      List<Panel.Sides> insets = moved.stream().map(panel -> panel.insets(panel.whole())).toList();
      List<Panel> next = new ArrayList<>();
      for (int i = 0; i < moved.size(); i++) {
        int own = i;
        List<Integer> column = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j < moved.size(); j++) {
          if (grid.column(j) == grid.column(own)) {
            column.add(j);
          }
          if (grid.row(j) == grid.row(own) && moved.get(j).whole().plots().size() == 1) {
            row.add(j);
          }
        }
        Rectangle2D area = moved.get(i).area();
        double left = back(insets, column, i, Panel.Sides::left, FAR * area.getWidth());
        double right = back(insets, column, i, Panel.Sides::right, FAR * area.getWidth());
        double top = back(insets, row, i, Panel.Sides::top, FAR * area.getHeight());
        double bottom = back(insets, row, i, Panel.Sides::bottom, FAR * area.getHeight());
        next.add(kept(moved.get(i), new Panel.Sides(-left, -top, -right, -bottom)));
      }
      moved = next;
    }
    return moved;
  }

  /** How far a plot keeps back to stand in line with its neighbours. */
  private static double back(
      List<Panel.Sides> insets,
      List<Integer> line,
      int own,
      ToDoubleFunction<Panel.Sides> side,
      double far) {
    double inset = side.applyAsDouble(insets.get(own));
    if (!line.contains(own) || inset > far) {
      return 0;
    }
    double most =
        line.stream()
            .mapToDouble(i -> side.applyAsDouble(insets.get(i)))
            .filter(i -> i <= far)
            .max()
            .orElse(inset);
    return Math.max(0, most - inset);
  }

  /** A panel keeps back only as far as it remains a page. */
  private static Panel kept(Panel panel, Panel.Sides back) {
    Panel.Sides all = panel.beyond().plus(back);
    double width = panel.area().getWidth() + all.left() + all.right();
    double height = panel.area().getHeight() + all.top() + all.bottom();
    boolean fits = Math.min(width, height) >= Panels.side(panel.page());
    return fits ? panel.with(all) : panel;
  }
}
