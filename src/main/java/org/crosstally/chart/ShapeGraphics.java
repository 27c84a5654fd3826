package org.crosstally.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of a drawing and turns every call into a filled shape, a stroked shape or a text,
 * placed on the page.
 */
abstract class ShapeGraphics extends PlainGraphics {
  private final RenderingHints hints = new RenderingHints(Map.of());
  private AffineTransform transform = new AffineTransform();
  private @Nullable Shape clip;
  private Color color = Color.BLACK;
  private Color background = Color.WHITE;
  private Stroke stroke = new BasicStroke();
  private Composite composite = AlphaComposite.SrcOver;
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private @Nullable Pieces pieces;

  /** Lines that are drawn one after the other with one pen, as XChart draws a series. */
  private static final class Pieces {
    final Path2D path = new Path2D.Double();
    final Color color;
    final Stroke stroke;
    final BasicStroke pen;
    final @Nullable Shape clip;

    Pieces(Color color, Stroke stroke, BasicStroke pen, @Nullable Shape clip) {
      this.color = color;
      this.stroke = stroke;
      this.pen = pen;
      this.clip = clip;
    }
  }

  /** Fills a shape that is given in the space of the page. */
  abstract void fillOnPage(Shape shape, Color paint);

  /** Strokes a shape that is given in the space of the page; so is the stroke. */
  abstract void drawOnPage(Shape shape, Color paint, BasicStroke pen);

  /** Sets a text; the transform leads from the space of the text to the page. */
  abstract void textOnPage(String text, double size, Color paint, AffineTransform toPage);

  /** Fills the outline of a text. */
  final void outlineOnPage(String text, double size, Color paint, AffineTransform toPage) {
    fillOnPage(toPage.createTransformedShape(Type.outline(text, size)), paint);
  }

  /** Sets a label of a figure. */
  final void set(Label label) {
    flush();
    AffineTransform toPage = new AffineTransform(transform);
    toPage.translate(label.x(), label.y());
    if (label.turn() == Label.Turn.UPRIGHT) {
      toPage.rotate(-Math.PI / 2);
    }
    textOnPage(label.text(), label.size(), label.color(), toPage);
  }

  /** Draws what is still being collected. It is called at the end of a drawing. */
  final void flush() {
    Pieces done = pieces;
    if (done != null) {
      pieces = null;
      Shape now = clip;
      clip = done.clip;
      drawOnPage(done.path, done.color, done.pen);
      clip = now;
    }
  }

  /** The clip in the space of the page. */
  @Nullable Shape clipOnPage() {
    return clip;
  }

  @Override
  public void fill(Shape shape) {
    flush();
    fillOnPage(transform.createTransformedShape(shape), color);
  }

  @Override
  public void draw(Shape shape) {
    if (stroke instanceof BasicStroke pen) {
      double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
      if (shape instanceof Line2D line) {
        collect(line, pen, (float) scale);
      } else {
        flush();
        drawOnPage(transform.createTransformedShape(shape), color, scaled(pen, (float) scale));
      }
    } else {
      fill(stroke.createStrokedShape(shape));
    }
  }

  /** Pieces of one line become one path: they are joined, and dashes run on. */
  private void collect(Line2D line, BasicStroke pen, float scale) {
    Pieces open = pieces;
    if (open == null
        || !open.stroke.equals(pen)
        || !open.color.equals(color)
        || open.clip != clip) {
      flush();
      open = new Pieces(color, pen, scaled(pen, scale), clip);
      pieces = open;
    }
    Point2D from = transform.transform(line.getP1(), null);
    Point2D to = transform.transform(line.getP2(), null);
    if (!from.equals(open.path.getCurrentPoint())) {
      open.path.moveTo(from.getX(), from.getY());
    }
    open.path.lineTo(to.getX(), to.getY());
  }

  private static BasicStroke scaled(BasicStroke pen, float scale) {
    float[] dashes = pen.getDashArray();
    if (dashes != null) {
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] *= scale;
      }
    }
    return new BasicStroke(
        pen.getLineWidth() * scale,
        pen.getEndCap(),
        pen.getLineJoin(),
        pen.getMiterLimit(),
        dashes,
        pen.getDashPhase() * scale);
  }

  @Override
  public void drawString(String text, float x, float y) {
    flush();
    AffineTransform toPage = new AffineTransform(transform);
    toPage.translate(x, y);
    textOnPage(text, font.getSize2D(), color, toPage);
  }

  @Override
  public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
    Shape tested = onStroke ? stroke.createStrokedShape(shape) : shape;
    return transform.createTransformedShape(tested).intersects(area);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform further) {
    transform.concatenate(further);
  }

  @Override
  public void setTransform(AffineTransform other) {
    transform = new AffineTransform(other);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void clip(@Nullable Shape further) {
    if (further == null) {
      clip = null;
      return;
    }
    Shape placed = transform.createTransformedShape(further);
    if (clip == null) {
      clip = placed;
    } else {
      Area both = new Area(clip);
      both.intersect(new Area(placed));
      clip = both;
    }
  }

  @Override
  public void setClip(@Nullable Shape other) {
    clip = other == null ? null : transform.createTransformedShape(other);
  }

  @Override
  public @Nullable Shape getClip() {
    return clip == null ? null : inverse().createTransformedShape(clip);
  }

  private AffineTransform inverse() {
    AffineTransform inverse = new AffineTransform(transform);
    try {
      inverse.invert();
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException("the transform flattens the page", e);
    }
    return inverse;
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    Shape shape = getClip();
    return shape == null ? null : shape.getBounds();
  }

  @Override
  public void setPaint(Paint paint) {
    if (!(paint instanceof Color plain)) {
      throw new UnsupportedOperationException("only plain colours, not " + paint);
    }
    color = plain;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setColor(Color other) {
    color = other;
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setBackground(Color other) {
    background = other;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setStroke(Stroke other) {
    stroke = other;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setComposite(Composite other) {
    composite = other;
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setPaintMode() {
    composite = AlphaComposite.SrcOver;
  }

  @Override
  public void setXORMode(Color other) {
    throw new UnsupportedOperationException("XOR");
  }

  @Override
  public void setFont(Font other) {
    font = other;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    hints.put(key, value);
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> others) {
    hints.clear();
    hints.putAll(others);
  }

  @Override
  public void addRenderingHints(Map<?, ?> others) {
    hints.putAll(others);
  }

  @Override
  public RenderingHints getRenderingHints() {
    RenderingHints copy = new RenderingHints(Map.of());
    copy.add(hints);
    return copy;
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    flush();
    fillOnPage(transform.createTransformedShape(new Rectangle(x, y, width, height)), background);
  }

  /** The part of the page that a shape and its stroke cover. */
  static Rectangle2D covered(Shape shape, double penWidth) {
    Rectangle2D box = shape.getBounds2D();
    return new Rectangle2D.Double(
        box.getX() - penWidth / 2,
        box.getY() - penWidth / 2,
        box.getWidth() + penWidth,
        box.getHeight() + penWidth);
  }
}
