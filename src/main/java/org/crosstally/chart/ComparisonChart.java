package org.crosstally.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.YearOverYear;
import org.knowm.xchart.XYChart;

/**
 * A chart that compares what sources report. It is drawn by XChart, with texts, axes and legend
 * laid over the plot, so that texts stay texts in a vector format and every size is exact.
 *
 * <p>Colours are those of Okabe and Ito without yellow, and every source has a shape of its own, so
 * that a chart reads without colour. An open mark is a figure that is rounded, provisional or a
 * forecast; an arrow is a bound; a cross is a figure that was set aside; what is missing is a gap.
 *
 * <p>Immutable and safe to share between threads. The same chart on the same page gives the same
 * bytes.
 */
public final class ComparisonChart {
  private final Drawing drawing;
  private final String title;

  private ComparisonChart(Drawing drawing, String title) {
    this.drawing = drawing;
    this.title = title;
  }

  /**
   * The reconciled series with its interval, and the figures of each source around it, over single
   * calendar years. The few sources that matter most have their own colour and mark: first the
   * origins that the reconciled numbers rest on, then those with the most figures; the further ones
   * share a small grey mark. Where a reconciliation holds several series, the one with the most
   * reconciled years is shown. The description says what is left out.
   *
   * @param reconciliation the reconciliation
   * @return the chart
   */
  public static ComparisonChart linesBySource(Reconciliation reconciliation) {
    return new ComparisonChart(LinesBySource.of(reconciliation), "");
  }

  /**
   * What each source says for the same period, row by row, as the difference from the reconciled
   * number in per cent: {@code 100 (x - r) / |r|}. Sources that state the same number in the same
   * form share a row. Where the page has no room for all rows, periods without a conflict are left
   * out first, then statements of the periods with the most of them, then periods; the description
   * says how many. {@link #fit(Page)} gives a page that holds all.
   *
   * @param reconciliation the reconciliation
   * @param periods the periods to show; all where none is given
   * @return the chart
   */
  public static ComparisonChart sourceBySource(Reconciliation reconciliation, Period... periods) {
    return new ComparisonChart(SourceBySource.of(reconciliation, List.of(periods)), "");
  }

  /**
   * The change of a series on the year before, in per cent, or in percentage points where the
   * series is a ratio. A hollow bar rests on a provisional value. Whiskers are the interval of the
   * change.
   *
   * @param changes the changes
   * @return the chart
   */
  public static ComparisonChart yearOverYear(YearOverYear changes) {
    return new ComparisonChart(YearOverYearBars.of(changes), "");
  }

  /**
   * This chart with a title in the figure. Journals want the title in the caption, so there is none
   * by default.
   *
   * @param words the title; blank for none
   * @return the changed copy
   */
  public ComparisonChart titled(String words) {
    return new ComparisonChart(drawing, Words.displayable(words));
  }

  /**
   * What the chart shows on a page, and what it leaves out, in sentences: for the caption and for
   * readers who do not see the figure. An SVG file carries it as its description.
   *
   * @param page the page
   * @return the description
   */
  public String description(Page page) {
    return drawing.lay(page, title).description();
  }

  /**
   * A page of the same width with the height that the chart needs to show all that it has. Only a
   * chart of rows changes it.
   *
   * @param page the page
   * @return the page with its height changed
   */
  public Page fit(Page page) {
    return drawing.fit(page);
  }

  /**
   * The chart as an XChart with XChart's own axes and legend, to be styled further or to be shown
   * in a window. Every call makes a new one, since XChart's charts are mutable; what this class
   * lays over the plot is not part of it.
   *
   * @return a new XChart
   */
  public XYChart toXChart() {
    Scene scene = drawing.lay(Page.NATURE_DOUBLE, title);
    return Plotter.complete(scene);
  }

  /**
   * Writes the chart into a file: a PNG image without transparency and with its resolution, or an
   * SVG document of the exact size with texts as texts. The file is written beside its place and
   * then moved there; missing folders are made.
   *
   * @param file the file; its name ends in {@code .png} or {@code .svg}
   * @param page the size
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file cannot be written
   */
  public void save(Path file, Page page) {
    ImageFormat format = ImageFormat.of(file);
    try {
      ImageFile.write(file, encode(format, page));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * The chart as the text of an SVG document, as {@link #save} writes it: to be put into a page of
   * HTML, for example.
   *
   * @param page the size
   * @return the document, with its XML declaration
   */
  public String svg(Page page) {
    return new String(SvgDocument.encode(scene(page)), StandardCharsets.UTF_8);
  }

  byte[] encode(ImageFormat format, Page page) throws IOException {
    Scene scene = scene(page);
    return switch (format) {
      case PNG -> PngImage.encode(scene);
      case SVG -> SvgDocument.encode(scene);
    };
  }

  Scene scene(Page page) {
    return drawing.lay(page, title);
  }
}
