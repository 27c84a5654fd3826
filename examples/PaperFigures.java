import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crosstally.chart.Companion;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendReport;

/**
 * Every kind of chart, as it goes into a paper: PDF at the width of two columns, with its caption,
 * its text for readers who do not see it, and its data beside it.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class PaperFigures {
  private final Path out;

  private PaperFigures(Path out) {
    this.out = out;
  }

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/paper-figures");
    PaperFigures figures = new PaperFigures(out);

    FigureTable table = FigureReader.strict().read(data);
    FigureTable arrivals = table.measure("arrivals").where("place", "KOR").totalOver("sex");
    Reconciliation yearly = Reconciler.byLineage().reconcile(arrivals.yearly());
    TimeSeries series = yearly.series();

    figures.save("lines-by-source", ComparisonChart.linesBySource(yearly));
    Period[] years = {Period.ofYear(2009), Period.ofYear(2014), Period.ofYear(2015)};
    figures.save("source-by-source", ComparisonChart.sourceBySource(yearly, years));
    figures.save("forest", ComparisonChart.forest(yearly, years));
    figures.save("year-over-year", ComparisonChart.yearOverYear(series.yearOverYear()));
    figures.save("index", ComparisonChart.index(women(table), Period.ofYear(2009)));
    figures.save("trend", ComparisonChart.trend(TrendReport.of(series)));
    figures.save("differences", ComparisonChart.differences(yearly, "yonhap"));

    System.out.println("Written to " + out + ".");
  }

  /** The same series for women and for men. */
  private static Map<String, TimeSeries> women(FigureTable table) {
    FigureTable arrivals = table.measure("arrivals").where("place", "KOR").yearly();
    Map<String, TimeSeries> parts = new LinkedHashMap<>();
    for (String sex : new String[] {"female", "male"}) {
      Reconciliation part = Reconciler.byLineage().reconcile(arrivals.where("sex", sex));
      parts.put(sex.equals("female") ? "Women" : "Men", part.series());
    }
    return parts;
  }

  private void save(String name, ComparisonChart chart) {
    Page page = chart.fit(Page.NATURE_DOUBLE);
    Companion[] all = Companion.values();
    chart.save(out.resolve(name + ".pdf"), page, all);
    chart.save(out.resolve(name + ".png"), page);
    System.out.println(name + ": " + chart.caption());
  }
}
