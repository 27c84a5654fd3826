import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crosstally.agreement.Claims;
import org.crosstally.agreement.Claims.Claim;
import org.crosstally.agreement.TruthDiscovery;
import org.crosstally.figure.Amount;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.TextFormatException;
import org.crosstally.io.FigureReader;
import org.crosstally.io.ResultTables;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which sources can be relied on, judged by all that they say together, and what is then true?
 *
 * <p>Arguments: a file with the columns object, source and value, and the file to write, with the
 * columns method, kind (truth or weight), index (of the object or source) and value. Without
 * arguments, the sources are estimates of the world's population, and the objects are the years.
 */
public final class SourceReliability {
  private static final List<String> COLUMNS = List.of("object", "source", "value");

  private SourceReliability() {}

  public static void main(String[] args) {
    Claims claims = args.length > 0 ? read(Path.of(args[0])) : worldPopulation();
    Path out =
        Path.of(args.length > 1 ? args[1] : "target/examples/source-reliability/reliability.csv");
    System.out.println(
        claims.size()
            + " claims of "
            + claims.sources().size()
            + " sources about "
            + claims.objects().size()
            + " objects.");

    StringColumn method = StringColumn.create("method");
    StringColumn kind = StringColumn.create("kind");
    StringColumn index = StringColumn.create("index");
    DoubleColumn value = DoubleColumn.create("value");
    for (TruthDiscovery.Method each : TruthDiscovery.Method.values()) {
      if (TruthDiscovery.by(each).estimate(claims) instanceof TruthDiscovery.Estimated estimated) {
        for (TruthDiscovery.Truth truth : estimated.truths()) {
          method.append(each.code());
          kind.append("truth");
          index.append(truth.object());
          value.append(truth.value());
        }
        for (TruthDiscovery.Weight weight : estimated.weights()) {
          method.append(each.code());
          kind.append("weight");
          index.append(weight.source());
          value.append(weight.value());
        }
      } else {
        System.out.println("No estimates by " + each.code() + ".");
      }
    }
    Table table = Table.create("reliability", method, kind, index, value);
    String ours = TruthDiscovery.Method.VARIANCE_COMPONENTS.code();
    System.out.println(table.where(method.isEqualTo(ours)).first(20));
    ResultTables.write(table, out);
    System.out.println("Written to " + out + ".");
  }

  private static Claims worldPopulation() {
    FigureTable figures =
        FigureReader.strict().read(Path.of("data/world-population/estimates-flat.csv"));
    return Claims.of(
        figures.figures().stream()
            .filter(figure -> figure.amount().point().isPresent())
            .map(
                figure ->
                    new Claim(
                        figure.period().format(),
                        figure.source(),
                        figure.amount().point().getAsDouble()))
            .toList());
  }

  private static Claims read(Path file) {
    List<Claim> claims = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(COLUMNS)) {
          throw new IllegalArgumentException(
              file + ": the columns are " + row.getHeader() + "; accepted are " + COLUMNS);
        }
        String text = row.getField("value");
        claims.add(
            new Claim(row.getField("object"), row.getField("source"), number(file, row, text)));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read " + file, e);
    }
    return Claims.of(claims);
  }

  private static double number(Path file, NamedCsvRecord row, String text) {
    try {
      return Amount.parse(text).point().orElseThrow(() -> fault(file, row, text));
    } catch (TextFormatException e) {
      throw fault(file, row, text);
    }
  }

  private static IllegalArgumentException fault(Path file, NamedCsvRecord row, String text) {
    return new IllegalArgumentException(
        file
            + ", line "
            + row.getStartingLineNumber()
            + ", column value: '"
            + text
            + "' is no number; accepted is a number such as 1234 or 12.5");
  }
}
