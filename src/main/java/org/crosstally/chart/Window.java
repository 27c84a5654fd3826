package org.crosstally.chart;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.lang.reflect.InvocationTargetException;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window that shows a figure as it is printed, as large as the window. */
final class Window {
  private static final double SCREEN_DPI = 144;
  private static final double POINTS = 72;

  private Window() {}

  static JFrame open(Scene scene, Page page) {
    JFrame[] frame = new JFrame[1];
    Runnable opening = () -> frame[0] = make(scene, page);
    if (SwingUtilities.isEventDispatchThread()) {
      opening.run();
      return frame[0];
    }
    try {
      SwingUtilities.invokeAndWait(opening);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a window was opened", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("no window could be opened", e.getCause());
    }
    return frame[0];
  }

  private static JFrame make(Scene scene, Page page) {
    JPanel panel = new Sheet(scene, page);
    double zoom = SCREEN_DPI / POINTS;
    panel.setPreferredSize(
        new Dimension((int) (zoom * page.widthPt()), (int) (zoom * page.heightPt())));
    JFrame frame = new JFrame(scene.titles().figure());
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.add(panel);
    frame.pack();
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    return frame;
  }

  private static final class Sheet extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Scene scene;
    private final transient Page page;

    Sheet(Scene scene, Page page) {
      this.scene = scene;
      this.page = page;
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      Graphics2D copy = (Graphics2D) g.create();
      try {
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double fit = Math.min(getWidth() / page.widthPt(), getHeight() / page.heightPt());
        copy.scale(fit, fit);
        Painter.paint(scene, page, new Onto(copy));
      } finally {
        copy.dispose();
      }
    }
  }
}
