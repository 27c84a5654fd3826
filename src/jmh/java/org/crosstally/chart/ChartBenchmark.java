package org.crosstally.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Draws a chart of lines with 25 years of four sources, and a line of 100,000 points, on two
 * columns of a journal in each format, and prints the mean times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ChartBenchmark {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  /** The format, at 300 dpi for the images. */
  @Param({"PNG", "PDF", "SVG", "TIFF", "EPS"})
  private String format = "PNG";

  private ComparisonChart years =
      ComparisonChart.linesBySource(Reconciler.byLineage().reconcile(FigureTable.of(List.of())));
  private ComparisonChart walk = years;

  /** Makes the charts. */
  @Setup
  public void makeCharts() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 0; year < 25; year++) {
      for (int source = 0; source < 4; source++) {
        int value = 1500 + (int) (900 * Math.sin(year / 3.0)) + (year % 4 == source ? 0 : source);
        figures.add(
            Figure.builder("f" + figures.size(), "Source " + source)
                .period(Period.ofYear(2000 + year))
                .amount(Amount.parse(Integer.toString(value)))
                .build());
      }
    }
    years =
        ComparisonChart.linesBySource(Reconciler.byLineage().reconcile(FigureTable.of(figures)));
    walk = ComparisonChart.of(new Walk());
  }

  /** A random walk as one line. */
  private record Walk() implements Drawing {
    @Override
    public Beside beside() {
      return new Beside("", "", List.of());
    }

    @Override
    public Scene lay(Page page, String title) {
      Random random = new Random(1);
      List<At> at = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      double y = 0;
      for (int i = 0; i < 100_000; i++) {
        y += random.nextGaussian();
        at.add(new At(i, y));
        values.add(y);
      }
      Plane plane =
          new Plane(
              30,
              5,
              page.widthPt() - 35,
              page.heightPt() - 30,
              new Range(0, 100_000),
              Range.of(values));
      Layer line = new Layer.Line("Walk", Look.INK, Look.MAIN, at);
      Scene.Titles titles = new Scene.Titles("Walk", "Step", "Height");
      return new Scene(page, plane, List.of(line), List.of(), List.of(), titles, "A walk.");
    }
  }

  /** Twenty-five years. */
  @Benchmark
  public byte[] twentyFiveYears() throws IOException {
    return years.encode(ImageFormat.valueOf(format), PAGE);
  }

  /** A hundred thousand points. */
  @Benchmark
  public byte[] hundredThousandPoints() throws IOException {
    return walk.encode(ImageFormat.valueOf(format), PAGE);
  }

  /** Runs all formats and prints the times. */
  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ChartBenchmark.class.getSimpleName())
                .shouldFailOnError(true)
                .build())
        .run()
        .forEach(
            result ->
                System.out.printf(
                    Locale.ROOT,
                    "%s as %s: %.0f ms%n",
                    result.getParams().getBenchmark(),
                    result.getParams().getParam("format"),
                    result.getPrimaryResult().getScore()));
  }
}
