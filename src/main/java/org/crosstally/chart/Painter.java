package org.crosstally.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;

/** Paints a scene onto anything that is drawn on in points. */
final class Painter {
  private Painter() {}

  static void paint(Scene scene, Graphics2D g) {
    hints(g);
    g.setColor(Look.PAPER);
    g.fill(new Rectangle2D.Double(0, 0, scene.page().widthPt(), scene.page().heightPt()));
    scene.plots().forEach(plot -> plot(plot, g));
    hints(g);
    scene.ink().forEach(ink -> ink.paint(g));
    scene.labels().forEach(label -> text(label, g));
  }

  private static void plot(Plot plot, Graphics2D g) {
    XYChart chart = Plotter.bare(plot.plane(), plot.layers());
    AffineTransform before = g.getTransform();
    g.translate(plot.plane().left(), plot.plane().top());
    g.scale(1.0 / Plane.UNITS, 1.0 / Plane.UNITS);
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.setTransform(before);
  }

  private static void text(Label label, Graphics2D g) {
    g.setColor(label.color());
    g.setFont(Type.font(label.text(), label.size()));
    if (label.turn() == Label.Turn.LEVEL) {
      g.drawString(label.text(), (float) label.x(), (float) label.y());
      return;
    }
    AffineTransform before = g.getTransform();
    g.translate(label.x(), label.y());
    g.rotate(-Math.PI / 2);
    g.drawString(label.text(), 0f, 0f);
    g.setTransform(before);
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
