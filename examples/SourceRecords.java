import java.nio.file.Path;
import java.time.LocalDate;
import org.crosstally.agreement.ForecastScores;
import org.crosstally.agreement.Revisions;
import org.crosstally.agreement.VintageTable;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.io.ResultTables;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.ProbableRelays;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * Whom can one rely on? A notebook on the sources: whom each relays, how often and how it errs, how
 * its numbers are revised, how its forecasts did, and who probably took numbers from whom.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class SourceRecords {
  private SourceRecords() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/source-records");

    FigureTable figures = FigureReader.strict().read(data);
    Reconciliation all = Reconciler.byLineage().reconcile(figures);

    heading("1. The record of each source");
    Table sources = org.crosstally.agreement.SourceRecords.of(all).toTable();
    text("The twelve that state most, with how often they differ and why:");
    print(
        sources
            .sortDescendingOn("figures")
            .first(12)
            .selectColumns(
                "source",
                "figures",
                "own",
                "relayed",
                "compared",
                "rounding",
                "revision",
                "stale",
                "slips",
                "unexplained",
                "slip_rate_pct"));

    heading("2. The slips");
    print(
        all.conflicts()
            .filter(conflict -> conflict.cause().isSlip())
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

    heading("3. Conflicts without a cause");
    print(
        all.conflicts()
            .of(Cause.UNEXPLAINED)
            .toTable()
            .selectColumns("figure_id", "source", "published", "period", "value", "reconciled"));

    heading("4. Revisions");
    Table revisions = Revisions.of(all).toTable();
    Table often = revisions.where(revisions.intColumn("pairs").isGreaterThanOrEqualTo(5));
    Selection first =
        often
            .stringColumn("preliminary")
            .isEqualTo("release 1")
            .and(often.stringColumn("later").isEqualTo("latest"));
    text("First against latest figure, where at least five periods could be seen twice:");
    print(
        often
            .where(first)
            .selectColumns(
                "measure",
                "dimensions",
                "length",
                "origin",
                "age_days",
                "pairs",
                "mean",
                "mean_absolute",
                "relative_mean_absolute",
                "bias_p",
                "right_signs"));
    text("Could they be foreseen (no news), or do they remove errors of measurement (noise)?");
    print(
        often
            .where(first)
            .selectColumns(
                "measure",
                "dimensions",
                "length",
                "origin",
                "pairs",
                "news_intercept",
                "news_slope",
                "news_p",
                "noise_intercept",
                "noise_slope",
                "noise_p",
                "reading",
                "first_efficient_release"));
    text("By age, and from one release to the next:");
    print(
        often
            .dropWhere(first)
            .selectColumns(
                "measure",
                "dimensions",
                "length",
                "origin",
                "preliminary",
                "later",
                "age_days",
                "pairs",
                "mean",
                "mean_absolute",
                "bias_p"));

    heading("5. What was known on 30 June 2014");
    FigureTable arrivals = figures.measure("arrivals").where("place", "KOR").totalOver("sex");
    Reconciliation then =
        Reconciler.byLineage().reconcile(arrivals.publishedBy(LocalDate.of(2014, 6, 30)).yearly());
    Reconciliation now = Reconciler.byLineage().reconcile(arrivals.yearly());
    text("The ten years before, as they stood then, and as they stand now:");
    for (int year = 2004; year <= 2013; year++) {
      System.out.println(year + ": then " + value(then, year) + ", now " + value(now, year));
    }
    System.out.println();

    heading("6. Forecasts");
    ForecastScores forecasts = ForecastScores.of(all);
    print(
        forecasts
            .toTable()
            .selectColumns(
                "figure_id",
                "source",
                "period",
                "published",
                "forecast",
                "outcome",
                "relative_error_pct",
                "held",
                "note"));
    print(forecasts.bySource().toTable());

    heading("7. Probable relays");
    ProbableRelays relays = ProbableRelays.of(all);
    text("Sources that share rare values, which nobody declares:");
    print(relays.toTable());

    ResultTables.write(sources, out.resolve("sources.csv"));
    ResultTables.write(revisions, out.resolve("revisions.csv"));
    ResultTables.write(VintageTable.of(all).toTable(), out.resolve("vintages.csv"));
    ResultTables.write(forecasts.toTable(), out.resolve("forecasts.csv"));
    ResultTables.write(relays.toTable(), out.resolve("relays.csv"));
    text("Written to " + out + ".");
  }

  private static String value(Reconciliation reconciliation, int year) {
    return reconciliation
        .outcome(Period.ofYear(year))
        .flatMap(outcome -> outcome.estimate())
        .map(estimate -> String.format(java.util.Locale.ROOT, "%,.0f", estimate.value()))
        .orElse("nothing");
  }

  private static void heading(String title) {
    System.out.println();
    System.out.println(title);
    System.out.println("-".repeat(title.length()));
  }

  private static void text(String line) {
    System.out.println(line);
    System.out.println();
  }

  private static void print(Table table) {
    System.out.println(table.printAll());
    System.out.println();
  }
}
