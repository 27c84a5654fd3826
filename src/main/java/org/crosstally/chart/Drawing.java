package org.crosstally.chart;

/** What a chart shows, before it has a size. Immutable. */
interface Drawing {

  /**
   * Puts everything in its place on a page.
   *
   * @param title the title in the figure; blank for none
   */
  Scene lay(Page page, String title);

  /** The caption, the text for readers who do not see the figure, and its marks as data. */
  Beside beside();

  /**
   * The figure whose plot is handed over as an XChart; another one than that on the page where the
   * kind is not painted by XChart.
   */
  default Scene asXChart(Page page, String title) {
    return lay(page, title);
  }

  /** The page with the height that the drawing needs, where it depends on what is shown. */
  default Page fit(Page page) {
    return page;
  }

  /** A page that holds nothing but a sentence. */
  static Scene empty(Page page, String title, String words, Scene.Titles titles) {
    Sketch sketch = new Sketch(page);
    double top = sketch.title(title);
    String fitted = Type.fitted(words, sketch.small, page.widthPt() - 2 * Sketch.MARGIN);
    sketch.text(fitted, sketch.small, page.widthPt() / 2, page.heightPt() / 2, Sketch.Align.CENTRE);
    Plane plane =
        new Plane(
            Sketch.MARGIN,
            top,
            page.widthPt() - 2 * Sketch.MARGIN,
            page.heightPt() - top - Sketch.MARGIN,
            new Range(0, 1),
            new Range(0, 1));
    return new Scene(
        page, plane, java.util.List.of(), sketch.ink(), sketch.labels(), titles, words);
  }
}
