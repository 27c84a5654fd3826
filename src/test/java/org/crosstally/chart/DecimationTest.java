package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
  private static final Page PAGE = Page.of(89, 60).withDpi(150);

  private static List<At> walk(int points, long seed) {
    Random random = new Random(seed);
    List<At> at = new ArrayList<>();
    double y = 0;
    for (int i = 0; i < points; i++) {
      y += random.nextGaussian();
      at.add(i % 9973 == 5000 ? At.gap(i) : new At(i, y));
    }
    return at;
  }

  private static Plane plane(List<At> at) {
    Range y = Range.of(at.stream().filter(a -> !a.isGap()).map(At::y).toList());
    return new Plane(20, 5, 220, 150, new Range(0, at.size()), y);
  }

  @Test
  void extremesAndGapsStay() {
    List<At> at = walk(50_000, 1);
    Plane plane = plane(at);
    List<At> kept = Decimation.of(at, plane);
    assertThat(kept).hasSizeLessThan(4 * 8 * 220 + 50);
    assertThat(at).containsAll(kept.stream().filter(a -> !a.isGap()).toList());
    assertThat(kept.stream().filter(At::isGap)).hasSize(5);
    assertThat(Range.of(kept.stream().filter(a -> !a.isGap()).map(At::y).toList()))
        .isEqualTo(plane.y());
  }

  @Test
  void aShortLineAndOneThatTurnsBackStayAsTheyAre() {
    List<At> few = walk(500, 2);
    assertThat(Decimation.of(few, plane(few))).isSameAs(few);
    List<At> back = new ArrayList<>(walk(20_000, 3));
    back.add(new At(0, 0));
    assertThat(Decimation.of(back, plane(back))).isSameAs(back);
  }

  /** No pixel changes by more than a quarter of the way from ink to paper. */
  @Test
  void nobodySeesTheDifference() {
    List<At> at = walk(30_000, 4);
    Plane plane = plane(at);
    BufferedImage whole = image(plane, at);
    BufferedImage thinned = image(plane, Decimation.of(at, plane));
    long different = 0;
    long ink = 0;
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        int a = whole.getRGB(x, y) & 0xFF;
        int b = thinned.getRGB(x, y) & 0xFF;
        ink += a < 128 ? 1 : 0;
        different += Math.abs(a - b) > 64 ? 1 : 0;
      }
    }
    assertThat(ink).isGreaterThan(1000);
    assertThat(different).isZero();
  }

  /** Strokes as ink, which is not thinned out again. */
  private static BufferedImage image(Plane plane, List<At> at) {
    java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
    boolean isOpen = false;
    for (At a : at) {
      if (a.isGap()) {
        isOpen = false;
      } else if (isOpen) {
        path.lineTo(plane.x(a.x()), plane.y(a.y()));
      } else {
        path.moveTo(plane.x(a.x()), plane.y(a.y()));
        isOpen = true;
      }
    }
    // The pen of a line of XChart.
    BasicStroke pen =
        new BasicStroke((float) Look.MAIN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    Scene scene =
        new Scene(
            PAGE,
            plane,
            List.of(),
            List.of(new Ink.Filled(pen.createStrokedShape(path), Look.INK)),
            List.of(),
            new Scene.Titles("", "", ""),
            "");
    return Raster.image(scene, PAGE);
  }
}
