package org.crosstally.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;

/** Paints a scene onto anything that is drawn on in points. */
final class Painter {
  private Painter() {}

  /**
   * Paints a scene.
   *
   * @param page the page that it is printed on, which may be larger than the one it is laid out on
   */
  static void paint(Scene scene, Page page, ShapeGraphics g) {
    double scale = page.widthPt() / scene.page().widthPt();
    DoubleUnaryOperator weights = width -> page.rules().line(scale * width) / scale;
    hints(g);
    g.setColor(Look.PAPER);
    g.fill(new Rectangle2D.Double(0, 0, page.widthPt(), page.heightPt()));
    g.scale(scale, scale);
    scene.plots().forEach(plot -> plot(plot, g, weights));
    hints(g);
    scene.ink().forEach(ink -> ink.weighed(weights).paint(g));
    scene.labels().forEach(g::set);
    g.flush();
  }

  private static void plot(Plot plot, Graphics2D g, DoubleUnaryOperator weights) {
    XYChart chart = Plotter.bare(plot.plane(), plot.layers(), weights);
    AffineTransform before = g.getTransform();
    Shape clip = g.getClip();
    g.translate(plot.plane().left(), plot.plane().top());
    g.scale(1.0 / Plane.UNITS, 1.0 / Plane.UNITS);
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.setTransform(before);
    g.setClip(clip);
  }

  private static void hints(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }
}
