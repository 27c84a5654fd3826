import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.consensus.ConsensusColumns;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.consensus.Report;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.CsvFile;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.OriginCombination;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;

/**
 * Several measurements of one number: what do they say together?
 *
 * <p>Arguments: a file with the columns dataset, i, yi (a value) and vi (its variance), and the
 * file to write. It gets a row for each data set, estimator of the variance between sources and
 * test; beside it, a file whose name ends in {@code -robust.csv} gets a row of robust estimates for
 * each data set.
 */
public final class MeasurementConsensus {
  private static final String OUT = "target/examples/measurement-consensus";
  private static final List<String> COLUMNS = List.of("dataset", "i", "yi", "vi");

  private record Measurement(double value, double variance) {}

  private MeasurementConsensus() {}

  public static void main(String[] args) {
    switch (args.length) {
      case 0 -> notebook(Path.of("data/measurements"), Path.of(OUT));
      case 2 -> write(read(Path.of(args[0])), Path.of(args[1]));
      default -> throw new IllegalArgumentException("arguments: none, or IN.csv OUT.csv");
    }
  }

  private static void notebook(Path data, Path out) {
    FigureTable figures = FigureReader.strict().read(data);

    System.out.println("1. PCB 28 in one sediment, by six laboratories");
    System.out.println("They state how sure they are, and differ by more than that.");
    show(figures.measure("pcb28"), out.resolve("pcb28.png"));

    System.out.println("2. The risk of tuberculosis with BCG vaccine, by thirteen trials");
    System.out.println(
        "A logarithm of -0.71 is half the risk. The trials differ by latitude, which no average knows.");
    show(figures.measure("bcg_log_risk_ratio"), out.resolve("bcg.png"));
    System.out.println("Drawn in " + out + ".");
  }

  private static void show(FigureTable figures, Path chart) {
    Reconciliation combined =
        Reconciler.byLineage().combining(ConsensusPanel.recommended()).reconcile(figures);
    CellOutcome outcome = combined.outcomes().get(0);
    List<Report> reports =
        outcome.reconciled().flatMap(Reconciled::combination).orElseThrow().parts().stream()
            .map(OriginCombination.Part::report)
            .toList();
    System.out.println(ConsensusPanel.of(reports).toTable().printAll());
    System.out.println();
    System.out.println(combined.explain(outcome.cell().period()));
    ComparisonChart forest = ComparisonChart.forest(combined);
    forest.save(chart, forest.fit(Page.NATURE_DOUBLE));
  }

  private static void write(Map<String, List<Measurement>> datasets, Path out) {
    List<List<String>> fits = new ArrayList<>();
    List<List<String>> robust = new ArrayList<>();
    datasets.forEach(
        (name, measurements) -> {
          double[] y = measurements.stream().mapToDouble(Measurement::value).toArray();
          double[] v = measurements.stream().mapToDouble(Measurement::variance).toArray();
          fits.addAll(ConsensusColumns.fits(name, y, v));
          robust.add(ConsensusColumns.robust(name, y, v));
        });
    Path beside = out.resolveSibling(withoutEnding(out) + "-robust.csv");
    CsvFile.write(out, ConsensusColumns.FITS, fits);
    CsvFile.write(beside, ConsensusColumns.ROBUST, robust);
    System.out.println(
        datasets.size() + " data sets: written to " + out + " and " + beside.getFileName() + ".");
  }

  private static String withoutEnding(Path out) {
    String name = out.getFileName().toString();
    return name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
  }

  /** The data sets in the order in which the file has them. */
  private static Map<String, List<Measurement>> read(Path file) {
    Map<String, List<Measurement>> datasets = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(COLUMNS)) {
          throw new IllegalArgumentException(
              file + ": the columns are " + row.getHeader() + "; accepted are " + COLUMNS);
        }
        double variance = number(file, row, "vi");
        if (!(variance > 0)) {
          throw fault(file, row, "vi", "is no variance; accepted is a number above 0");
        }
        datasets
            .computeIfAbsent(row.getField("dataset"), name -> new ArrayList<>())
            .add(new Measurement(number(file, row, "yi"), variance));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return datasets;
  }

  private static double number(Path file, NamedCsvRecord row, String column) {
    try {
      double number = Double.parseDouble(row.getField(column));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault(file, row, column, "is no number; accepted is a number such as 1234 or 1.25e-3");
    }
    throw fault(file, row, column, "is not finite");
  }

  private static IllegalArgumentException fault(
      Path file, NamedCsvRecord row, String column, String what) {
    return new IllegalArgumentException(
        file
            + ", line "
            + row.getStartingLineNumber()
            + ", column "
            + column
            + ": '"
            + row.getField(column)
            + "' "
            + what);
  }
}
