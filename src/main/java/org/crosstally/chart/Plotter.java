package org.crosstally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Makes an XChart of the layers of a plot; a new one each time, since XChart is mutable. */
final class Plotter {
  private final double unit;
  private final Dashes dashes;
  private final DoubleUnaryOperator weights;
  private final UnaryOperator<List<At>> thinning;
  private final Set<String> names = new HashSet<>();

  /** Whether the dashes of a line are cut into its data, or left to the pen of XChart. */
  private enum Dashes {
    CUT,
    BY_PEN
  }

  private Plotter(
      double unit, Dashes dashes, DoubleUnaryOperator weights, UnaryOperator<List<At>> thinning) {
    this.unit = unit;
    this.dashes = dashes;
    this.weights = weights;
    this.thinning = thinning;
  }

  /**
   * The bare plot, which fills the whole chart, in tenths of a point; texts and axes are laid over
   * it.
   *
   * @param weights what becomes of the weight of a line
   */
  static XYChart bare(Plane plane, List<Layer> layers, DoubleUnaryOperator weights) {
    Plotter plotter = new Plotter(Plane.UNITS, Dashes.CUT, weights, at -> Decimation.of(at, plane));
    XYChart chart =
        plotter.chart(
            (int) Math.rint(plane.width() * Plane.UNITS),
            (int) Math.rint(plane.height() * Plane.UNITS),
            plane,
            layers);
    XYStyler styler = chart.getStyler();
    styler.setChartPadding(0);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setAxisTitlesVisible(false);
    styler.setAxisTicksVisible(false);
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    return chart;
  }

  /** A chart with the axes, the title and the legend that XChart draws itself, in pixels. */
  static XYChart complete(Scene scene) {
    Plotter plotter = new Plotter(1.5, Dashes.BY_PEN, width -> width, at -> at);
    XYChart chart = plotter.chart(960, 600, scene.main().plane(), scene.main().layers());
    chart.setTitle(scene.titles().figure());
    chart.setXAxisTitle(scene.titles().x());
    chart.setYAxisTitle(scene.titles().y());
    XYStyler styler = chart.getStyler();
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Look.PAPER);
    styler.setXAxisDecimalPattern("0.###");
    Font font = Type.platformFont(13);
    styler.setBaseFont(font);
    styler.setChartTitleFont(font.deriveFont(15f));
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font.deriveFont(12f));
    styler.setLegendFont(font.deriveFont(12f));
    return chart;
  }

  private XYChart chart(int width, int height, Plane plane, List<Layer> layers) {
    XYChart chart = new XYChart(width, height);
    XYStyler styler = chart.getStyler();
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Look.PAPER);
    styler.setPlotBackgroundColor(Look.PAPER);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotTicksMarksVisible(false);
    styler.setXAxisMin(plane.x().low());
    styler.setXAxisMax(plane.x().high());
    styler.setYAxisMin(plane.y().low());
    styler.setYAxisMax(plane.y().high());
    layers.stream()
        .filter(layer -> !layer.at().isEmpty())
        .forEach(layer -> add(chart, plane, layer));
    return chart;
  }

  private void add(XYChart chart, Plane plane, Layer layer) {
    List<At> thin = layer instanceof Layer.Line ? thinning.apply(layer.at()) : layer.at();
    List<At> at = dashes == Dashes.CUT ? dash(layer).pieces(thin, plane) : thin;
    if (at.isEmpty()) {
      return;
    }
    double[] x = at.stream().mapToDouble(At::x).toArray();
    double[] y = at.stream().mapToDouble(At::y).toArray();
    XYSeries series = chart.addSeries(unique(layer.name()), x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(SeriesLines.NONE);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    if (layer instanceof Layer.Area area) {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(area.color());
      series.setLineColor(area.color());
    } else if (layer instanceof Layer.Line line) {
      series.setLineColor(line.color());
      series.setLineStyle(pen(layer, line.width(), BasicStroke.CAP_ROUND));
    } else if (layer instanceof Layer.Whiskers whiskers) {
      series.setLineColor(whiskers.color());
      series.setLineStyle(pen(layer, whiskers.width(), BasicStroke.CAP_BUTT));
      series.setShowInLegend(false);
    } else if (layer instanceof Layer.Marks marks) {
      Color color = marks.mark().color();
      series.setMarkerColor(color);
      series.setLineColor(color);
      series.setMarker(new Inked(marks.mark(), unit, weights));
    }
  }

  /** XChart refuses a blank name and one that it has already. */
  private String unique(String name) {
    String base = name.isBlank() ? "series" : name;
    String free = base;
    for (int i = 2; !names.add(free); i++) {
      free = base + " (" + i + ")";
    }
    return free;
  }

  private BasicStroke pen(Layer layer, double width, int cap) {
    Dash dash = dashes == Dashes.CUT ? Dash.SOLID : dash(layer);
    int end = dash(layer) == Dash.SOLID ? cap : BasicStroke.CAP_BUTT;
    return dash.pen(weights.applyAsDouble(width), unit, end, BasicStroke.JOIN_ROUND);
  }

  private static Dash dash(Layer layer) {
    if (layer instanceof Layer.Line line) {
      return line.dash();
    }
    return layer instanceof Layer.Whiskers whiskers ? whiskers.dash() : Dash.SOLID;
  }

  /** Our marks as markers of XChart, which has no open ones. */
  private static final class Inked extends Marker {
    private final List<Ink> ink;
    private final double unit;

    Inked(Mark mark, double unit, DoubleUnaryOperator weights) {
      this.ink = mark.ink().stream().map(item -> item.weighed(weights)).toList();
      this.unit = unit;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      AffineTransform before = g.getTransform();
      g.translate(x, y);
      g.scale(unit, unit);
      ink.forEach(item -> item.paint(g));
      g.setTransform(before);
    }
  }
}
