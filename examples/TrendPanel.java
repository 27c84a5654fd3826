import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.Evidence;
import org.crosstally.trend.EvidencePanel;
import org.crosstally.trend.TrendReport;

/**
 * Every trend procedure on every series of a file, or the verdict on one.
 *
 * <p>With two arguments, IN.csv with the columns dataset, i, x, y and OUT.csv, which gets the
 * columns dataset, method, quantity, value; a y that is blank or NA is missing. Without arguments,
 * it prints the verdict on the reconciled arrivals of 2001 to 2015: in sentences, as data, on other
 * versions of the series (a value left out at either end, other rules of reconciling), and with
 * every number behind it.
 */
public final class TrendPanel {
  private TrendPanel() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 2) {
      write(Path.of(args[0]), Path.of(args[1]));
    } else if (args.length == 0) {
      verdict(Path.of("data/defectors"));
    } else {
      throw new IllegalArgumentException("arguments: IN.csv OUT.csv, or none");
    }
  }

  private static void verdict(Path data) {
    FigureTable figures = FigureReader.strict().read(data);
    FigureTable arrivals = figures.measure("arrivals").where("place", "KOR").totalOver("sex");
    TimeSeries series = series(Reconciler.byLineage(), arrivals);
    Map<String, TimeSeries> others = new LinkedHashMap<>();
    others.put("with the latest figure of each year", series(Reconciler.latest(), arrivals));
    others.put("with the median of all figures", series(Reconciler.median(), arrivals));
    others.put("with the mean of all figures", series(Reconciler.mean(), arrivals));
    TrendReport report = TrendReport.of(series).comparedWith(others);
    heading("The verdict, a sentence to a line; paragraph() joins them for a paper");
    System.out.println(report);
    heading("The same as data");
    System.out.println(report.conclusion());
    heading("Whether it holds for other versions of the series");
    System.out.println(report.robustness().toTable().printAll());
    heading("Every number behind it");
    System.out.println(report.toTable().printAll());
  }

  private static void heading(String text) {
    System.out.println();
    System.out.println("== " + text);
    System.out.println();
  }

  private static TimeSeries series(Reconciler rule, FigureTable arrivals) {
    return rule.reconcile(arrivals.yearly()).series().within(Period.parse("2001/2015"));
  }

  private static void write(Path in, Path out) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(out))) {
      csv.writeRecord("dataset", "method", "quantity", "value");
      for (Map.Entry<String, List<NamedCsvRecord>> dataset : read(in).entrySet()) {
        double[] x = numbers(dataset.getValue(), "x");
        double[] y = numbers(dataset.getValue(), "y");
        for (Evidence row : EvidencePanel.of(x, y).rows()) {
          String value = Double.toString(row.value());
          csv.writeRecord(dataset.getKey(), row.method(), row.quantity(), value);
        }
      }
    }
  }

  private static Map<String, List<NamedCsvRecord>> read(Path in) throws IOException {
    Map<String, List<NamedCsvRecord>> datasets = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : csv) {
        datasets.computeIfAbsent(row.getField("dataset"), d -> new ArrayList<>()).add(row);
      }
    }
    return datasets;
  }

  private static double[] numbers(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row.getField(column).strip())).toArray();
  }

  private static double number(String text) {
    return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }
}
