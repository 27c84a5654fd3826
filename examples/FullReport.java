import java.nio.file.Path;
import org.crosstally.agreement.Revisions;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.report.ComparisonReport;
import org.crosstally.report.ReportTable;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendReport;

/**
 * A whole comparison as one page to read, and as files for a paper: tables for LaTeX, Markdown and
 * spreadsheets, references, a paragraph on the methods, provenance.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class FullReport {
  private FullReport() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/full-report");

    FigureTable figures = FigureReader.strict().read(data);
    FigureTable arrivals = figures.measure("arrivals").where("place", "KOR").totalOver("sex");
    Reconciliation yearly = Reconciler.byLineage().reconcile(arrivals.yearly());
    TimeSeries series = yearly.series();

    ComparisonReport report =
        ComparisonReport.of(yearly)
            .titled("How many North Koreans arrived in South Korea each year?")
            .introducedBy(
                "The ministry counts and the press relays, so ten papers that quote one count are one"
                    + " witness. This page follows each number back to who printed it.")
            .with(series.yearOverYear())
            .with(TrendReport.of(series))
            .with(Revisions.of(yearly));

    report.saveAll(out);

    System.out.println(report.methods());
    System.out.println();
    for (ReportTable table : report.tables()) {
      System.out.println(table.rows().size() + " rows: " + table.caption());
    }
    System.out.println("Written to " + out + "; begin with report.html.");
  }
}
