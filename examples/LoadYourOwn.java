import java.nio.file.Path;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.io.ResultTables;
import org.crosstally.io.WideReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;

/**
 * Figures of your own: a flat file with three columns, and a wide table with a column for each
 * source. The quantity here is the world's population.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class LoadYourOwn {
  private LoadYourOwn() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/world-population");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/load-your-own");

    System.out.println("A flat file: source, period, value. The median of the three sources:");
    FigureTable flat = FigureReader.strict().read(data.resolve("estimates-flat.csv"));
    Reconciliation medians = Reconciler.median().reconcile(flat);
    System.out.println(medians.toTable().printAll());
    System.out.println();

    System.out.println(
        "A wide table: a row for each year, a column for each source. From 1950 on:");
    FigureTable wide =
        WideReader.columnPerSource("Year")
            .measure("population")
            .unit("persons")
            .read(data.resolve("World_population_estimates.csv"));
    Reconciliation yearly = Reconciler.byLineage().reconcile(wide);
    System.out.println(yearly.toTable().first(8).printAll());
    System.out.println();
    System.out.println(yearly.explain(Period.ofYear(1950)));

    ResultTables.write(yearly.toTable(), out.resolve("reconciled.csv"));
    ResultTables.write(yearly.conflicts().toTable(), out.resolve("conflicts.csv"));
    ComparisonChart.linesBySource(yearly)
        .save(out.resolve("lines-by-source.png"), Page.NATURE_DOUBLE);
    System.out.println("Written to " + out + ".");
  }
}
