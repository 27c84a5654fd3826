import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.consensus.PooledModel;
import org.crosstally.consensus.PooledModel.CellReport;
import org.crosstally.consensus.Report;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;

/**
 * How many North Koreans live in China? Nobody counts them; the sources state ranges, bounds and
 * round numbers from 6,000 to 300,000. What can be concluded, and what not.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class PeopleInChina {
  /** The years are compared on a scale of factors: twice as many counts as much as half as many. */
  private static final PooledModel MODEL = PooledModel.withDefaults();

  private PeopleInChina() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/people-in-china");
    FigureTable table =
        FigureReader.strict().read(data).measure("population_estimate").where("place", "CHN");
    SortedMap<Integer, List<Figure>> byYear = lastOfEachOrigin(table.figures());

    System.out.println("1. What the sources say: the last word of each origin for each year");
    byYear.forEach((year, figures) -> System.out.println("  " + year + "  " + words(figures)));

    System.out.println();
    System.out.println("2. The numbers that all of a year allow");
    byYear.forEach((year, figures) -> System.out.println("  " + year + "  " + common(figures)));

    System.out.println();
    System.out.println("3. Days of which several speak, combined as the sets that they state");
    Reconciliation combined =
        Reconciler.byLineage().combining(ConsensusPanel.recommended()).reconcile(table);
    List<CellOutcome> several =
        combined.outcomes().stream()
            .filter(o -> o.accounts().stream().map(a -> origin(a.figure())).distinct().count() > 1)
            .toList();
    several.forEach(o -> System.out.println(combined.explain(o.cell().period())));
    ComparisonChart chart =
        ComparisonChart.forest(
            combined, several.stream().map(o -> o.cell().period()).toArray(Period[]::new));
    chart.save(out.resolve("people-in-china.png"), chart.fit(Page.NATURE_DOUBLE));

    System.out.println("4. All years together");
    List<CellReport> reports = reports(byYear);
    PooledModel.Result pooled = MODEL.fit(reports).orElseThrow();
    print(pooled);
    System.out.println(
        "  Which sources always state more than others: "
            + MODEL
                .with(PooledModel.SourceBias.PER_SOURCE)
                .fit(reports)
                .whyNot()
                .map(Reason::sentence)
                .orElse("these reports tell"));

    System.out.println();
    System.out.println("5. What can be concluded");
    conclude(byYear, pooled);
    System.out.println("Drawn in " + out + ".");
  }

  private static void print(PooledModel.Result pooled) {
    pooled.cells().stream()
        .sorted(Comparator.comparing(PooledModel.OfCell::cell))
        .forEach(
            cell ->
                System.out.printf(
                    Locale.ROOT,
                    "  %d  %,7.0f  (%,6.0f to %,9.0f), sources: %d%n",
                    cell.cell(),
                    cell.estimate(),
                    cell.interval().low(),
                    cell.interval().high(),
                    cell.k()));
  }

  private static void conclude(SortedMap<Integer, List<Figure>> byYear, PooledModel.Result pooled) {
    long contradicted = byYear.values().stream().filter(f -> common(f).startsWith("no")).count();
    PooledModel.OfCell best =
        pooled.cells().stream()
            .min(Comparator.comparing(c -> c.interval().high() / c.interval().low()))
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        """
          In %d of %d years the sources contradict each other. If those of a year were independent
          and equally good, half of them would be wrong by more than a factor of %.1f. The year
          known best is %d: %,.0f to %,.0f with 95 %%, the one end %.0f times the other.
          What one source alone says of a year can be wrong by more than a factor of ten.
        """,
        contradicted,
        byYear.size(),
        Math.exp(0.6745 * pooled.sigma()),
        best.cell(),
        best.interval().low(),
        best.interval().high(),
        best.interval().high() / best.interval().low());
    System.out.println(
        """
          They are hardly independent: some state one range word for word. They do not mean the same:
          some count the north-east of China only, some refugees and some everybody. So the intervals
          are rather too narrow than too wide, and no single number can be defended.
        """);
    decline(byYear, "courtland-robinson");
  }

  /** Only a source that counts in one way can tell whether there are fewer than there were. */
  private static void decline(SortedMap<Integer, List<Figure>> byYear, String origin) {
    List<Figure> own =
        byYear.values().stream()
            .flatMap(List::stream)
            .filter(f -> origin(f).equals(origin))
            .toList();
    Figure first = own.get(0);
    Figure last = own.get(own.size() - 1);
    double atLeast = first.amount().interval().low() / last.amount().interval().high();
    System.out.printf(
        Locale.ROOT,
        """
          Whether they became fewer can be asked only of one who counts in one way:
          %s states %s for %s and %s for %s,
          %s.

        """,
        origin,
        first.printed(),
        first.period(),
        last.printed(),
        last.period(),
        atLeast > 1
            ? String.format(Locale.ROOT, "a fall by a factor of %.1f at least", atLeast)
            : "which need not be a fall");
  }

  private static SortedMap<Integer, List<Figure>> lastOfEachOrigin(List<Figure> figures) {
    Map<String, Figure> last = new LinkedHashMap<>();
    figures.stream()
        .sorted(Comparator.comparing((Figure f) -> f.period().end()).thenComparing(Figure::id))
        .forEach(f -> last.put(origin(f) + " " + f.period().end().getYear(), f));
    return last.values().stream()
        .collect(
            Collectors.groupingBy(
                f -> f.period().end().getYear(), TreeMap::new, Collectors.toList()));
  }

  private static String origin(Figure figure) {
    return figure.origin().orElse(figure.source());
  }

  private static String words(List<Figure> figures) {
    return figures.stream()
        .map(f -> f.printed() + " (" + origin(f) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String common(List<Figure> figures) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (Figure figure : figures) {
      low = Math.max(low, figure.amount().interval().low());
      high = Math.min(high, figure.amount().interval().high());
    }
    return low > high
        ? "none: they contradict each other"
        : String.format(Locale.ROOT, "%,.0f to %,.0f", low, high);
  }

  private static List<CellReport> reports(SortedMap<Integer, List<Figure>> byYear) {
    List<String> origins = new ArrayList<>();
    List<CellReport> reports = new ArrayList<>();
    byYear.forEach(
        (year, figures) -> {
          for (Figure figure : figures) {
            if (!origins.contains(origin(figure))) {
              origins.add(origin(figure));
            }
            Interval set = figure.amount().interval();
            reports.add(
                new CellReport(
                    year, origins.indexOf(origin(figure)), new Report(set.low(), set.high(), 0)));
          }
        });
    return reports;
  }
}
