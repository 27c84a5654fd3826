package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;

/** Nothing overlaps and nothing leaves the page, whatever is drawn on whatever page. */
class LayoutTest {
  /** Outlines and arrow heads reach a little beyond the points that place them. */
  private static final double PEN = 1.5;

  static Stream<Charts.Case> charts() {
    return Charts.all();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noLabelOverlapsAnother(Charts.Case chart) {
    for (Page page : Charts.PAGES) {
      List<Label> labels = chart.chart().scene(page).labels();
      for (int i = 0; i < labels.size(); i++) {
        for (int j = i + 1; j < labels.size(); j++) {
          assertThat(labels.get(i).bounds().intersects(inner(labels.get(j).bounds())))
              .as("%s overlaps %s on %s", labels.get(i), labels.get(j), page)
              .isFalse();
        }
      }
    }
  }

  /** Boxes include room above and below the letters that rows may share. */
  private static Rectangle2D inner(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() + 0.01, box.getY() + 0.01, box.getWidth() - 0.02, box.getHeight() - 0.02);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void nothingLeavesThePage(Charts.Case chart) {
    for (Page page : Charts.PAGES) {
      Scene scene = chart.chart().scene(page);
      Page laid = scene.page();
      Rectangle2D paper = new Rectangle2D.Double(0, 0, laid.widthPt(), laid.heightPt());
      for (Label label : scene.labels()) {
        assertThat(paper.contains(label.bounds())).as("%s on %s", label, page).isTrue();
      }
      Rectangle2D reach = outset(paper);
      for (Ink ink : scene.ink()) {
        assertThat(reach.contains(ShapeGraphics.covered(ink.shape(), 0.1)))
            .as("%s at %s on %s", ink, ink.shape().getBounds2D(), page)
            .isTrue();
      }
      for (Plot plot : scene.plots()) {
        assertThat(paper.contains(plot.plane().box())).as("%s on %s", plot.plane(), page).isTrue();
      }
    }
  }

  private static Rectangle2D outset(Rectangle2D box) {
    return new Rectangle2D.Double(-PEN, -PEN, box.getWidth() + 2 * PEN, box.getHeight() + 2 * PEN);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void whatIsLaidOverThePlotStandsWhereXChartDrawsIt(Charts.Case chart) {
    Scene scene = chart.chart().scene(Page.NATURE_DOUBLE);
    Plane plane = scene.main().plane();
    XYChart drawn = Plotter.bare(plane, scene.main().layers(), width -> width);
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    drawn.paint(g, drawn.getWidth(), drawn.getHeight());
    g.dispose();
    for (double share : new double[] {0, 0.3, 1}) {
      double x = plane.x().low() + share * plane.x().span();
      double y = plane.y().low() + share * plane.y().span();
      assertThat(plane.left() + drawn.getScreenXFromChart(x) / Plane.UNITS)
          .isCloseTo(plane.x(x), within(1e-3));
      assertThat(plane.top() + drawn.getScreenYFromChart(y) / Plane.UNITS)
          .isCloseTo(plane.y(y), within(1e-3));
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyTextHasAFontThatShowsIt(Charts.Case chart) {
    for (Label label : chart.chart().scene(Page.NATURE_SINGLE).labels()) {
      assertThat(Type.canDisplay(label.text())).as("%s", label).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void textsAreNotSmallerThanFivePointsNorLargerThanThePageSays(Charts.Case chart) {
    for (Label label : chart.chart().scene(Page.NATURE_SINGLE).labels()) {
      assertThat(label.size()).isBetween(5.0, 7.0);
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theChartCanBeTakenOverAsAnXChart(Charts.Case chart) {
    XYChart taken = chart.chart().toXChart();
    Graphics2D g = new BufferedImage(960, 600, BufferedImage.TYPE_INT_RGB).createGraphics();
    taken.paint(g, 960, 600);
    g.dispose();
    assertThat(chart.chart().toXChart()).isNotSameAs(taken);
  }
}
