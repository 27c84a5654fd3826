package org.crosstally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A shape in points on the page, filled or stroked in one colour. */
sealed interface Ink {

  /** Paints the shape. */
  void paint(Graphics2D g);

  /** The shape without its stroke. */
  Shape shape();

  /** The same shape elsewhere. */
  Ink moved(double dx, double dy);

  /** The same shape with the weight of its line changed. */
  default Ink weighed(DoubleUnaryOperator weights) {
    return this;
  }

  record Filled(Shape shape, Color color) implements Ink {
    @Override
    public void paint(Graphics2D g) {
      g.setColor(color);
      g.fill(shape);
    }

    @Override
    public Ink moved(double dx, double dy) {
      return new Filled(move(shape, dx, dy), color);
    }
  }

  record Stroked(Shape shape, Color color, double width, Dash dash) implements Ink {
    Stroked(Shape shape, Color color, double width) {
      this(shape, color, width, Dash.SOLID);
    }

    @Override
    public void paint(Graphics2D g) {
      g.setColor(color);
      g.setStroke(dash.pen(width, 1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      g.draw(shape);
    }

    @Override
    public Ink moved(double dx, double dy) {
      return new Stroked(move(shape, dx, dy), color, width, dash);
    }

    @Override
    public Ink weighed(DoubleUnaryOperator weights) {
      return new Stroked(shape, color, weights.applyAsDouble(width), dash);
    }
  }

  /** The signs of a legend, which knows what they stand for. */
  record Key(Legend legend, Rectangle2D box, List<Ink> signs) implements Ink {
    public Key {
      signs = List.copyOf(signs);
    }

    @Override
    public void paint(Graphics2D g) {
      signs.forEach(sign -> sign.paint(g));
    }

    @Override
    public Shape shape() {
      return box;
    }

    @Override
    public Ink moved(double dx, double dy) {
      return new Key(
          legend,
          move(box, dx, dy).getBounds2D(),
          signs.stream().map(sign -> sign.moved(dx, dy)).toList());
    }

    @Override
    public Ink weighed(DoubleUnaryOperator weights) {
      return new Key(legend, box, signs.stream().map(sign -> sign.weighed(weights)).toList());
    }
  }

  private static Shape move(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  static Ink line(double x1, double y1, double x2, double y2, Color color, double width) {
    return new Stroked(new Line2D.Double(x1, y1, x2, y2), color, width);
  }

  static Ink box(double x, double y, double width, double height, Color color) {
    return new Filled(new Rectangle2D.Double(x, y, width, height), color);
  }

  /** An arrow whose head is at its end, for a bound or for what lies outside the plot. */
  static Ink arrow(double x1, double y1, double x2, double y2, Color color) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double head = 2.2;
    double half = 1.5;
    Path2D path = new Path2D.Double();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    path.moveTo(x2 - head * ux - half * uy, y2 - head * uy + half * ux);
    path.lineTo(x2, y2);
    path.lineTo(x2 - head * ux + half * uy, y2 - head * uy - half * ux);
    return new Stroked(path, color, Look.THIN);
  }
}
