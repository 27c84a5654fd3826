import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crosstally.balance.AccountingRules;
import org.crosstally.balance.Balance;
import org.crosstally.balance.Balancer;
import org.crosstally.balance.StockFlowChecks;
import org.crosstally.chart.Arrangement;
import org.crosstally.chart.Companion;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.figure.Dimensions;
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
  private static final String FLOW = "arrivals";
  private static final String STOCK = "cumulative_arrivals";
  private static final Dimensions KOREA = Dimensions.of(Map.of("place", "KOR"));

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
    figures.save("equivalence", ComparisonChart.equivalence(yearly));
    figures.save("forecasts", ComparisonChart.forecasts(yearly));
    figures.save("stock-and-flow", stocks(table));
    figures.save("revision-heat-map", ComparisonChart.revisionHeatMap(yearly));
    figures.save("vintages", ComparisonChart.vintages(yearly));
    figures.save("fresh-values", ComparisonChart.freshValues(yearly));
    figures.save("coverage", ComparisonChart.coverage(yearly));
    figures.save("slope", ComparisonChart.slope(yearly, "mou", "yonhap"));
    figures.save("balanced-parts", parts(table));
    figures.save(
        "panels",
        ComparisonChart.panels(
            Arrangement.STACKED,
            ComparisonChart.linesBySource(bySex(table, "female")).titled("Women"),
            ComparisonChart.linesBySource(bySex(table, "male")).titled("Men")));

    System.out.println("Written to " + out + ".");
  }

  /** The same series for women and for men. */
  private static Map<String, TimeSeries> women(FigureTable table) {
    Map<String, TimeSeries> parts = new LinkedHashMap<>();
    parts.put("Women", bySex(table, "female").series());
    parts.put("Men", bySex(table, "male").series());
    return parts;
  }

  private static Reconciliation bySex(FigureTable table, String sex) {
    FigureTable arrivals = table.measure("arrivals").where("place", "KOR").where("sex", sex);
    return Reconciler.byLineage().reconcile(arrivals.yearly());
  }

  /** What is reported of women and men, against what all reports together say. */
  private static ComparisonChart parts(FigureTable table) {
    AccountingRules rules =
        AccountingRules.none()
            .stockOf(STOCK, FLOW)
            .parts("sex", "female", "male")
            .nonNegative(FLOW)
            .join("debriefed", "settled", "living in the ROK");
    FigureTable reports =
        table
            .filter(f -> Set.of(FLOW, STOCK).contains(f.measure()))
            .filter(f -> f.dimensions().get("place").orElse("").equals("KOR"));
    Balance balance = Balancer.under(rules).balance(reports).orElseThrow();
    return ComparisonChart.balancedParts(balance, FLOW, KOREA, "sex");
  }

  /** The stated totals of all arrivals so far, and the arrivals between them. */
  private static ComparisonChart stocks(FigureTable table) {
    AccountingRules rules = AccountingRules.none().stockOf(STOCK, FLOW).nonNegative(FLOW);
    FigureTable figures =
        table
            .filter(f -> Set.of(FLOW, STOCK).contains(f.measure()))
            .filter(f -> f.dimensions().equals(KOREA));
    StockFlowChecks checks = StockFlowChecks.of(figures, rules, STOCK, KOREA);
    return ComparisonChart.stockAndFlow(checks, "Arrivals so far", "persons");
  }

  private void save(String name, ComparisonChart chart) {
    Page page = chart.fit(Page.NATURE_DOUBLE);
    Companion[] all = Companion.values();
    chart.save(out.resolve(name + ".pdf"), page, all);
    chart.save(out.resolve(name + ".png"), page.withDpi(150));
    System.out.println(name + ": " + chart.caption());
  }
}
