package org.crosstally.chart;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JFrame;
import org.crosstally.balance.Balance;
import org.crosstally.balance.StockFlowChecks;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;
import org.crosstally.io.WholeFile;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

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
    return new ComparisonChart(SourceBySource.differences(reconciliation, List.of(periods)), "");
  }

  /**
   * What each source says for the same period, row by row, as the numbers themselves: a forest
   * plot. A mark has the interval that its statement allows, and the reconciled number is a diamond
   * as wide as its interval. The axis is in the unit of the numbers; it is logarithmic where all
   * are above 0 and the largest is more than 20 times the smallest. Rows are shared and left out as
   * in {@link #sourceBySource}.
   *
   * @param reconciliation the reconciliation
   * @param periods the periods to show; all where none is given
   * @return the chart
   */
  public static ComparisonChart forest(Reconciliation reconciliation, Period... periods) {
    return new ComparisonChart(SourceBySource.values(reconciliation, List.of(periods)), "");
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
   * Several series on one scale: each as an index, {@code 100 x / b} with b its value of a base
   * period. Periods of another length than the base are not shown, and a series that has no index
   * is named in the description with the reason. Whiskers are the intervals of the index; an open
   * mark is a provisional value.
   *
   * @param series the series by the names that the legend gives them; the order is that of the map
   * @param base the base period
   * @return the chart
   */
  public static ComparisonChart index(Map<String, TimeSeries> series, Period base) {
    return new ComparisonChart(IndexLines.of(series, base), "");
  }

  /**
   * The values of a series of years with the broken line that the report chose, its pointwise 95 %
   * band, the joins as diamonds with their years, and the change a year of each piece; a dashed
   * upright line is a break between regimes, with the 95 % interval of its place as a bar at the
   * foot.
   *
   * @param report the report on the series
   * @return the chart
   */
  public static ComparisonChart trend(TrendReport report) {
    return new ComparisonChart(TrendLines.of(report), "");
  }

  /**
   * A source against the reconciled values, as Bland and Altman drew it: the difference over the
   * mean of both for each period of which both name a number, the mean difference and the limits
   * between which 95 % of all differences lie, each with its 95 % interval as a band. Of several
   * figures of the source for one period the latest counts.
   *
   * @param reconciliation the reconciliation
   * @param source the id of the source
   * @return the chart
   */
  public static ComparisonChart differences(Reconciliation reconciliation, String source) {
    return new ComparisonChart(AgreementPoints.of(reconciliation, source, Optional.empty()), "");
  }

  /**
   * A source against another, as {@link #differences(Reconciliation, String)} has it against the
   * reconciled values.
   *
   * @param reconciliation the reconciliation that holds the figures
   * @param source the id of the source
   * @param other the id of the other source, which is subtracted
   * @return the chart
   */
  public static ComparisonChart differences(
      Reconciliation reconciliation, String source, String other) {
    return new ComparisonChart(AgreementPoints.of(reconciliation, source, Optional.of(other)), "");
  }

  /**
   * The degree of equivalence of each source with the reconciled values, row by row: {@code D} in
   * per cent with its expanded uncertainty {@code U} as a line from {@code D - U} to {@code D + U},
   * both averaged over the cells that have an uncertainty, whose number is a column. A source
   * without such a cell is counted in the description with the reason. Where the page has no room
   * for all sources, those with the fewest cells are left out; {@link #fit(Page)} gives a page that
   * holds all.
   *
   * @param reconciliation the reconciliation
   * @return the chart
   * @see org.crosstally.agreement.Equivalence
   */
  public static ComparisonChart equivalence(Reconciliation reconciliation) {
    return new ComparisonChart(EquivalenceRows.of(reconciliation), "");
  }

  /**
   * Forecasts against outcomes over time: for each period that somebody expected something of, the
   * forecasts as open dashed marks in the order of their publication, then the outcome, the
   * reconciled value as it stands now, in black (open where it is provisional) with a line at its
   * height. A dashed line is what the words of a forecast allow, an arrow the open side of a bound.
   * Forecasts without an outcome are shown alone; what a source says twice in the same words is
   * shown once. Of several quantities (measure, dimensions, definition, unit, length of period) the
   * one with the most forecasts is shown; the description says how many others there are.
   *
   * @param reconciliation the reconciliation that holds the forecasts
   * @return the chart
   * @see org.crosstally.agreement.ForecastScores
   */
  public static ComparisonChart forecasts(Reconciliation reconciliation) {
    return new ComparisonChart(ForecastMarks.of(reconciliation), "");
  }

  /**
   * Stated stocks against what flowed between them: the stocks as points over time, the first of
   * them with the cumulated flow as a line, and below the gap of each stretch as a bar, the change
   * of the stated stock less the flow, {@code (S_1 - S_0) - F}. Where the flow of a stretch is not
   * known, the line ends and begins anew at the next stated stock; stocks from before the first
   * known flow are counted in the description. The band adds up the ends of the intervals of the
   * flows, which is long enough whatever their errors have in common. Where the page has no room
   * for bars, the description says so.
   *
   * @param checks the stocks and flows
   * @param label what is in stock, the title of the axis
   * @param unit its unit; blank where it has none
   * @return the chart
   */
  public static ComparisonChart stockAndFlow(StockFlowChecks checks, String label, String unit) {
    return new ComparisonChart(StockAndFlow.of(checks, label, unit), "");
  }

  /**
   * What each source says for one period and for another, as a line from the one to the other, and
   * the reconciled numbers as a black one. Sources with the same two numbers share a line. The
   * labels stand at both ends; where numbers lie near one another the labels are moved apart by as
   * little as possible, with thin lines that lead to them.
   *
   * @param reconciliation the reconciliation
   * @param left the period on the left
   * @param right the period on the right
   * @return the chart
   */
  public static ComparisonChart slope(Reconciliation reconciliation, Period left, Period right) {
    return new ComparisonChart(Slopes.ofPeriods(reconciliation, left, right), "");
  }

  /**
   * What two sources say, with a line for each period from the number of the one to that of the
   * other.
   *
   * @param reconciliation the reconciliation
   * @param left the id of the source on the left
   * @param right the id of the source on the right
   * @return the chart
   */
  public static ComparisonChart slope(Reconciliation reconciliation, String left, String right) {
    return new ComparisonChart(Slopes.ofSources(reconciliation, left, right), "");
  }

  /**
   * Series in one unit, such as the parts of a total, each as a line from one period to another,
   * named by its label.
   *
   * @param left the period on the left
   * @param right the period on the right
   * @param series the series
   * @return the chart
   */
  public static ComparisonChart slope(Period left, Period right, TimeSeries... series) {
    return new ComparisonChart(Slopes.ofSeries(left, right, List.of(series)), "");
  }

  /**
   * How far the number of each period had been revised by the end of each year of publication, or
   * month where all was published within three years: {@code 100 (v - f) / |f|} with the value v
   * that the origin held then and its first value f; {@code v - f} where a first value is zero.
   * Rows are periods, columns are times of publication in which something was new, and a number
   * stands where a revised value was new. What was not yet published is blank. Shown is the origin
   * with the most releases. Where the page has no room for all rows, periods without a revision are
   * left out first; {@link #fit(Page)} gives a page that holds all.
   *
   * @param reconciliation a reconciliation by lineage; other rules know no vintages
   * @return the chart
   */
  public static ComparisonChart revisionHeatMap(Reconciliation reconciliation) {
    return new ComparisonChart(new RevisionHeatMap(RevisionTriangle.of(reconciliation)), "");
  }

  /**
   * Which source reports which period, and in what form: exact, rounded or provisional, a bound, a
   * forecast, or set aside. Sources are grouped by their kind, those that report the most periods
   * first; bars on top count all sources for each period. Shown are the periods of the commonest
   * length. Where the page has no room for all sources, those that report the fewest periods are
   * left out; {@link #fit(Page)} gives a page that holds all.
   *
   * @param reconciliation the reconciliation
   * @return the chart
   */
  public static ComparisonChart coverage(Reconciliation reconciliation) {
    return new ComparisonChart(new CoverageMap(CoverageRows.of(reconciliation)), "");
  }

  /**
   * How the number of each period moved with its vintages: the difference of each release from the
   * latest one in per cent, {@code 100 (v - l) / |l|}, by the time since the period ended. The
   * bands behind, the darkest in the middle, hold 50, 80 and 90 per cent of the numbers that stood
   * at an age and were printed again later, as far as there are enough of them: 3, 9 and 19. Shown
   * is the origin with the most releases.
   *
   * @param reconciliation a reconciliation by lineage; other rules know no vintages
   * @return the chart
   */
  public static ComparisonChart vintages(Reconciliation reconciliation) {
    return new ComparisonChart(new VintagesFan(RevisionTriangle.of(reconciliation)), "");
  }

  /**
   * The reconciled series over single calendar years, with nested bands around the values that may
   * still be revised, the darkest in the middle: {@code v (1 + q)} with the quantiles q of the
   * revisions {@code l / p - 1} that past numbers of the same age went through, from the number p
   * that stood to the latest one l. The bands hold 50, 80 and 90 per cent, as far as there are
   * enough past numbers: 3, 9 and 19; the lightest is the interval of the reconciled value.
   *
   * @param reconciliation a reconciliation by lineage; other rules know no vintages
   * @return the chart
   */
  public static ComparisonChart freshValues(Reconciliation reconciliation) {
    return new ComparisonChart(FreshBands.of(reconciliation), "");
  }

  /**
   * What was reported of a total and of each of its parts, against what the balance of all reports
   * makes of it: small multiples on one scale, first the total, then the parts by name. The line is
   * the balanced value, the band its 95 per cent interval, and the marks are the figures, with
   * those that were set aside as crosses. Where a page has no room for all parts, the last ones are
   * left out.
   *
   * @param balance the balance
   * @param measure the id of the measure
   * @param total the dimension values of the total
   * @param dimension the dimension whose values are the parts, such as {@code sex}
   * @param periods the periods to show; where none is given, the single years that are reported
   * @return the chart
   */
  public static ComparisonChart balancedParts(
      Balance balance, String measure, Dimensions total, String dimension, Period... periods) {
    return new ComparisonChart(
        new BalancedParts(PartSeries.of(balance, measure, total, dimension, List.of(periods))), "");
  }

  /**
   * Several charts on one page as panels (a), (b), (c), in rows and columns so that each is as
   * large as it can be.
   *
   * @param charts the charts, of any kinds
   * @return the chart
   * @see #panels(Arrangement, ComparisonChart...)
   */
  public static ComparisonChart panels(ComparisonChart... charts) {
    return panels(Arrangement.GRID, charts);
  }

  /**
   * Several charts on one page as panels (a), (b), (c). Plots in one row or column are aligned; an
   * axis that two neighbours have in common, with the same ends and labels, has its labels once;
   * and the legends are collected into one below all panels, unless it would take more than half of
   * the page; an entry that does not hold in all panels names its panel. The title of a chart
   * stands beside its letter. A panel is at least 30 mm and ten lines of type wide and high: where
   * a page has no room for all, the last ones are left out, and the description says so. {@link
   * #toXChart()} gives the first panel.
   *
   * @param arrangement how the panels stand
   * @param charts the charts, of any kinds
   * @return the chart
   */
  public static ComparisonChart panels(Arrangement arrangement, ComparisonChart... charts) {
    List<Panels.Part> parts = new ArrayList<>();
    for (ComparisonChart chart : charts) {
      parts.add(new Panels.Part(chart.drawing, chart.title));
    }
    return new ComparisonChart(new Panels(parts, arrangement), "");
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
    return described(scene(page));
  }

  /**
   * A page of the same width with the height that the chart needs to show all that it has. Only a
   * chart of rows changes it. Where the publisher allows no such height, it is the largest allowed,
   * and the description says what is left out.
   *
   * @param page the page
   * @return the page with its height changed
   */
  public Page fit(Page page) {
    Page design = page.design().withRules(Page.Rules.NONE);
    Page needed = drawing.fit(design);
    return needed.equals(design) ? page : page.asHighAs(page.scale() * needed.heightMm());
  }

  /**
   * The caption: what is shown, what the intervals cover, what the marks mean, and whose figures
   * they are, with the keys of the documents in brackets (of the source, where a figure names no
   * document).
   *
   * @return the caption in sentences
   */
  public String caption() {
    return drawing.beside().caption();
  }

  /**
   * A text for readers who do not see the figure: its kind, the course and the extremes of its
   * numbers, and the largest disagreements. An SVG and a PDF document carry it.
   *
   * @return the text in sentences
   */
  public String alternativeText() {
    return drawing.beside().alternative();
  }

  /**
   * The chart as an XChart with XChart's own axes and legend, to be styled further or to be shown
   * in a window. Every call makes a new one, since XChart's charts are mutable; what this class
   * lays over the plot is not part of it.
   *
   * @return a new XChart
   */
  public XYChart toXChart() {
    Scene scene = drawing.asXChart(Page.NATURE_DOUBLE, title);
    return Plotter.complete(scene);
  }

  /**
   * The marks of the chart as a table: {@code panel}, {@code series}, {@code at} (where the mark
   * stands along the first axis), {@code value}, {@code low}, {@code high}, {@code status} (exact,
   * rounded, provisional, forecast, bound, set aside) and {@code note} (the cause, the document). A
   * number that a mark does not have is missing.
   *
   * @return a new table
   */
  public Table toTable() {
    return DatumTables.table(drawing.beside().data());
  }

  /**
   * Opens a window that shows the chart as it is printed on a page. Closing the window frees it.
   *
   * @param page the page
   * @return the window, or the reason why there is none
   */
  public Outcome<JFrame> show(Page page) {
    return GraphicsEnvironment.isHeadless()
        ? Outcome.undetermined(NoWindow.HEADLESS)
        : Outcome.of(Window.open(scene(page), page));
  }

  /**
   * Writes the chart into a file of the exact size. The ending of its name chooses the format:
   *
   * <ul>
   *   <li>{@code .pdf}: texts as texts, their fonts embedded as far as they are used, or outlined,
   *       as the page says; with title, subject and language
   *   <li>{@code .svg}: texts as texts or outlined, as the page says; with {@code title} and {@code
   *       desc}
   *   <li>{@code .eps}: texts always outlined
   *   <li>{@code .png}, {@code .tif}, {@code .tiff} (LZW): in RGB without transparency, with the
   *       resolution written in
   * </ul>
   *
   * <p>Texts are set in Liberation Sans, which has the widths of Arial. What it cannot show is set
   * in a TrueType font with {@code glyf} outlines that may be embedded: the first that has the
   * characters among the files and folders that the system property {@code
   * org.crosstally.chart.fonts} lists, then among the fonts of the system. {@link #fontFor(String)}
   * tells which. Where there is none, the text is drawn as outlines of a font that may not be
   * embedded; without any font, a source is named by its id and other characters become question
   * marks.
   *
   * <p>Every file is written beside its place and then moved there; missing folders are made.
   *
   * @param file the file
   * @param page the size, and how texts are stored
   * @param companions what else is written, next to the file and named like it
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if a file cannot be written
   */
  public void save(Path file, Page page, Companion... companions) {
    ImageFormat format = ImageFormat.of(file);
    try {
      WholeFile.write(file, encode(format, page));
      for (Companion companion : companions) {
        Path beside = file.resolveSibling(format.stem(file) + companion.ending());
        WholeFile.write(beside, text(companion, page));
      }
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
    Scene scene = scene(page);
    return new String(SvgDocument.encode(scene, page, words(scene)), StandardCharsets.UTF_8);
  }

  private String text(Companion companion, Page page) {
    return switch (companion) {
      case CAPTION -> caption() + "\n\n" + description(page) + "\n";
      case ALT -> alternativeText() + "\n";
      case DATA -> DatumTables.csv(drawing.beside().data());
    };
  }

  /**
   * The font that a text is embedded with in a PDF document, for instance the name of a source in
   * another script than the Latin one.
   *
   * @param text the text
   * @return the name of the font family, of several separated by commas, or why there is none that
   *     may be embedded
   */
  public static Outcome<String> fontFor(String text) {
    return Type.families(text);
  }

  /** A chart of what a kind draws. */
  static ComparisonChart of(Drawing drawing) {
    return new ComparisonChart(drawing, "");
  }

  byte[] encode(ImageFormat format, Page page) throws IOException {
    Scene scene = scene(page);
    return switch (format) {
      case PDF -> PdfDocument.encode(scene, page, words(scene));
      case EPS -> EpsDocument.encode(scene, page);
      case SVG -> SvgDocument.encode(scene, page, words(scene));
      case PNG -> Raster.png(scene, page);
      case TIFF -> Raster.tiff(scene, page);
    };
  }

  /** For readers who do not see the figure: what it shows, and what it leaves out. */
  private String words(Scene scene) {
    return alternativeText() + " " + described(scene);
  }

  private static String described(Scene scene) {
    int outlined =
        (int) scene.labels().stream().filter(label -> !Type.isEmbeddable(label.text())).count();
    return new Remarks(scene.description())
        .add(outlined, "text is", "texts are", " drawn as outlines: no font can be embedded.")
        .toString();
  }

  Scene scene(Page page) {
    return drawing.lay(page.design(), title);
  }
}
