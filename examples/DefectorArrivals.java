import java.nio.file.Path;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.io.ResultTables;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendReport;
import tech.tablesaw.api.Table;

/**
 * How many North Koreans arrived in South Korea each year? A notebook: from what the sources say to
 * one reconciled series, its change, its trend and its charts.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class DefectorArrivals {
  private DefectorArrivals() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/defector-arrivals");

    heading("1. What the sources say");
    FigureTable figures = FigureReader.strict().read(data);
    FigureTable arrivals = figures.measure("arrivals").where("place", "KOR").totalOver("sex");
    text(
        figures.size()
            + " figures are loaded; "
            + arrivals.yearly().size()
            + " of them are about arrivals in South Korea in",
        "whole years. A few, as they are stated:");
    print(
        arrivals
            .yearly()
            .toTable()
            .first(6)
            .selectColumns(
                "id", "source", "origin", "published", "period", "value", "unit", "status"));

    heading("2. One series, reconciled");
    Reconciliation yearly = Reconciler.byLineage().reconcile(arrivals.yearly());
    text(
        "The ministry counts and the press relays, so ten papers that quote one count are one witness. The",
        "latest value that the ministry itself or two unconnected relays attest stands. The interval covers",
        "the revisions that the ministry's past figures of the same age went through. A total over several",
        "years is a cell of its own.");
    print(yearly.toTable());

    heading("3. Why 2,914 in 2009");
    print(yearly.explain(Period.ofYear(2009)));

    heading("4. Where the figures differ, and why");
    text(
        yearly.conflicts().list().size()
            + " figures differ from the number that stands. Those of 2014 and 2015:");
    print(
        yearly
            .conflicts()
            .filter(
                c ->
                    c.figure().period().end().getYear() == 2014
                        || c.figure().period().end().getYear() == 2015)
            .toTable()
            .selectColumns(
                "figure_id", "source", "published", "period", "value", "reconciled", "cause"));
    text(
        "Slips of the pen, each with the figure that it was compared with, and the probability that a",
        "number drawn at random would have found such a match:");
    print(
        yearly
            .conflicts()
            .filter(c -> c.cause().isSlip())
            .toTable()
            .selectColumns(
                "figure_id",
                "source",
                "period",
                "value",
                "reconciled",
                "cause",
                "evidence",
                "probability_by_chance"));
    text("And the real conflicts, for which no cause is found:");
    print(
        yearly
            .conflicts()
            .of(Cause.UNEXPLAINED)
            .toTable()
            .selectColumns(
                "figure_id",
                "source",
                "published",
                "period",
                "value",
                "reconciled",
                "difference_pct"));

    heading("5. From year to year");
    TimeSeries series = yearly.series();
    text("Always on the same period of the year before, by the calendar.");
    print(series.yearOverYear().toTable());

    heading("6. Trend");
    TrendReport trend = TrendReport.of(series);
    print(trend);

    heading("7. Tables and charts");
    ResultTables.write(yearly.toTable(), out.resolve("reconciled.csv"));
    ResultTables.write(yearly.conflicts().toTable(), out.resolve("conflicts.csv"));
    ResultTables.write(series.yearOverYear().toTable(), out.resolve("year-over-year.csv"));
    ResultTables.write(trend.toTable(), out.resolve("trend.csv"));
    save(ComparisonChart.linesBySource(yearly), Page.NATURE_DOUBLE, out.resolve("lines-by-source"));
    ComparisonChart bySource =
        ComparisonChart.sourceBySource(
            yearly, Period.ofYear(2009), Period.ofYear(2014), Period.ofYear(2015));
    save(bySource, bySource.fit(Page.NATURE_DOUBLE), out.resolve("source-by-source"));
    ComparisonChart change = ComparisonChart.yearOverYear(series.yearOverYear());
    save(change, Page.NATURE_DOUBLE, out.resolve("year-over-year"));
    text("Written to " + out + ".");
  }

  private static void save(ComparisonChart chart, Page page, Path path) {
    chart.save(path.resolveSibling(path.getFileName() + ".png"), page);
    chart.save(path.resolveSibling(path.getFileName() + ".svg"), page);
  }

  private static void heading(String title) {
    System.out.println();
    System.out.println(title);
    System.out.println("-".repeat(title.length()));
  }

  private static void text(String... lines) {
    System.out.println(String.join(System.lineSeparator(), lines));
    System.out.println();
  }

  private static void print(Table table) {
    print((Object) table.printAll());
  }

  private static void print(Object result) {
    System.out.println(result);
    System.out.println();
  }
}
