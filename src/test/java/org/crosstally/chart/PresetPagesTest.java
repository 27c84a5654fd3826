package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps, slopes, parts and panels on the pages of all publishers. */
class PresetPagesTest {
  private static final List<Page> PRESETS =
      List.of(
          Page.NATURE_SINGLE,
          Page.NATURE_DOUBLE,
          Page.PLOS_TEXT,
          Page.PLOS_FULL,
          Page.ELSEVIER_SINGLE,
          Page.ELSEVIER_ONE_AND_A_HALF,
          Page.ELSEVIER_DOUBLE,
          Page.SPRINGER_SINGLE,
          Page.SPRINGER_DOUBLE,
          Page.IEEE_SINGLE,
          Page.IEEE_DOUBLE,
          Page.THESIS,
          Page.SLIDE);

  static Stream<Charts.Case> charts() {
    return Stream.of(
            FurtherCharts.of("usual", Made.usual()),
            FurtherCharts.of("hostile", Charts.hostile()),
            FurtherCharts.of("many sources", Charts.manySources()),
            FurtherCharts.of("one point", Charts.onePoint()),
            FurtherCharts.all())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void labelsAreOnThePageAndApart(Charts.Case chart) {
    for (Page page : PRESETS) {
      Scene scene = chart.chart().scene(page);
      Rectangle2D paper =
          new Rectangle2D.Double(0, 0, scene.page().widthPt(), scene.page().heightPt());
      List<Label> labels = scene.labels();
      for (int i = 0; i < labels.size(); i++) {
        Rectangle2D box = labels.get(i).bounds();
        assertThat(paper.contains(box)).as("%s on %s", labels.get(i), page).isTrue();
        for (int j = i + 1; j < labels.size(); j++) {
          Rectangle2D other = labels.get(j).bounds();
          boolean apart =
              !other.intersects(
                  box.getX() + 0.01,
                  box.getY() + 0.01,
                  box.getWidth() - 0.02,
                  box.getHeight() - 0.02);
          assertThat(apart).as("%s, %s on %s", labels.get(i), labels.get(j), page).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aPageThatFitsHoldsTheChart(Charts.Case chart) {
    for (Page page : List.of(Page.NATURE_SINGLE, Page.THESIS)) {
      Page fitted = chart.chart().fit(page);
      Scene scene = chart.chart().scene(fitted);
      Rectangle2D paper =
          new Rectangle2D.Double(0, 0, scene.page().widthPt(), scene.page().heightPt());
      for (Label label : scene.labels()) {
        assertThat(paper.contains(label.bounds())).as("%s on %s", label, fitted).isTrue();
      }
    }
  }
}
