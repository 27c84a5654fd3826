import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosstally.balance.AccountingRules;
import org.crosstally.balance.Adjustment;
import org.crosstally.balance.Balance;
import org.crosstally.balance.BalancedValue;
import org.crosstally.balance.Balancer;
import org.crosstally.balance.Gaps;
import org.crosstally.balance.ImpossibleSet;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.io.CsvFile;
import org.crosstally.io.FigureReader;
import org.crosstally.io.TextTables;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;

/**
 * Can all of it be true? A notebook that takes every report as an equation: what the figures of
 * five articles say together, and then all figures by quarter and sex.
 *
 * <p>Arguments: the data folder, the output folder.
 */
public final class BalancedAccounts {
  private static final String FLOW = "arrivals";
  private static final String STOCK = "cumulative_arrivals";
  private static final Dimensions PLACE = Dimensions.of(Map.of("place", "KOR"));
  private static final int FIRST_YEAR = 2011;

  private final List<List<String>> balanced = new ArrayList<>();
  private final List<List<String>> impossible = new ArrayList<>();
  private final Map<String, Adjustment> adjustments = new TreeMap<>();

  private BalancedAccounts() {}

  public static void main(String[] args) {
    Path data = Path.of(args.length > 0 ? args[0] : "data/defectors");
    Path out = Path.of(args.length > 1 ? args[1] : "target/examples/balanced-accounts");

    FigureTable figures =
        FigureReader.strict()
            .read(data)
            .filter(f -> Set.of(FLOW, STOCK).contains(f.measure()))
            .filter(f -> f.dimensions().get("place").orElse("").equals("KOR"));
    Path file = data.resolve("accounting-rules.csv");
    AccountingRules declared =
        Files.exists(file)
            ? AccountingRules.of(TextTables.read(file))
            : AccountingRules.none()
                .stockOf(STOCK, FLOW)
                .parts("sex", "female", "male")
                .nonNegative(FLOW)
                .wholeNumbers(FLOW);
    AccountingRules rules = declared.join("debriefed", "settled", "living in the ROK");

    BalancedAccounts accounts = new BalancedAccounts();
    heading("1. The rules");
    rules.sentences().forEach(sentence -> System.out.println("- " + sentence));
    accounts.articles(figures, rules);
    accounts.quarters(figures, rules);
    accounts.write(out);
    System.out.println();
    System.out.println("Written to " + out + ".");
  }

  private void articles(FigureTable figures, AccountingRules rules) {
    FigureTable articles = figures.filter(f -> f.document().orElse("").startsWith("article-"));
    heading("2. The articles together");
    Outcome<Balance> outcome = Balancer.under(rules).balance(articles);
    if (outcome.whyNot().isPresent()) {
      System.out.println("No balance: " + outcome.whyNot().get().sentence() + ".");
      return;
    }
    Balance balance = outcome.orElseThrow();
    System.out.println(articles.size() + " figures. What cannot be true together:");
    tellSets(balance, "articles");
    System.out.println();
    System.out.println("What they imply:");
    tell(balance, FLOW, "2015-01/2015-07");
    tell(balance, FLOW, "2015-08/2015-10");
    tell(balance, FLOW, "2015-11/2015-12");
    tell(balance, FLOW, "2015");
    tell(balance, FLOW, "2016");
    tell(balance, STOCK, "2015-12-31");
    System.out.println();
    System.out.println("What the others say of a figure:");
    balance.adjustments().forEach(a -> adjustments.put(a.figure().id(), a));
    balance.adjustments().stream()
        .filter(a -> a.leaveOneOut().asOptional().isPresent())
        .forEach(a -> System.out.println("- " + sentence(a)));
  }

  private void tell(Balance balance, String measure, String period) {
    BalancedValue value = balance.value(measure, PLACE, Period.parse(period));
    String what = measure + ", " + period + ": ";
    String open =
        value.wouldIdentify().isEmpty()
            ? ""
            : "; what would tell: "
                + value.wouldIdentify().stream()
                    .map(cell -> cell.period().format())
                    .collect(Collectors.joining(" or "));
    String said =
        value
            .estimate()
            .asOptional()
            .map(e -> number(e.value()) + interval(e) + ", from " + ids(value.restsOn()))
            .orElseGet(
                () ->
                    value.estimate().whyNot().orElseThrow().sentence()
                        + ", "
                        + range(value.possible())
                        + open);
    System.out.println("- " + what + said);
    addRow(value, balance);
  }

  private void quarters(FigureTable figures, AccountingRules rules) {
    int lastYear =
        figures.figures().stream().mapToInt(f -> f.period().end().getYear()).max().orElse(0);
    List<Period> quarters = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= lastYear; year++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        quarters.add(Period.ofQuarter(year, quarter));
      }
    }
    heading("3. All figures, by quarter from " + FIRST_YEAR + " on");
    Outcome<Balance> outcome =
        Balancer.under(rules).resolving(quarters).with(Gaps.FILL_SMOOTHLY).balance(figures);
    if (outcome.whyNot().isPresent()) {
      System.out.println("No balance: " + outcome.whyNot().get().sentence() + ".");
      return;
    }
    Balance balance = outcome.orElseThrow();
    tellUses(balance, figures);
    System.out.println();
    System.out.println("Arrivals by quarter (* where smoothness decides between the reports):");
    for (Period quarter : quarters) {
      tellQuarter(balance, quarter);
    }
    System.out.println();
    System.out.println(
        "What cannot be true together, the smallest sets first ("
            + balance.impossible().size()
            + " sets, of which "
            + balance.completeness().name().toLowerCase(Locale.ROOT)
            + " are listed in impossible.csv):");
    tellSets(balance, "all");
    balance.adjustments().forEach(a -> adjustments.putIfAbsent(a.figure().id(), a));
  }

  private static void tellUses(Balance balance, FigureTable figures) {
    Map<String, Long> uses =
        balance.adjustments().stream()
            .collect(
                Collectors.groupingBy(a -> a.use().label(), TreeMap::new, Collectors.counting()));
    System.out.println(figures.size() + " figures: " + uses);
    System.out.println(
        balance.revisions().size()
            + " sets differ because an origin counted again, and are no contradictions.");
  }

  private void tellQuarter(Balance balance, Period quarter) {
    StringBuilder line = new StringBuilder(quarter.format()).append(':');
    for (String sex : List.of("", "female", "male")) {
      BalancedValue value = balance.value(FLOW, PLACE.with("sex", sex), quarter);
      boolean isFilled = value.identifiedBy() == BalancedValue.IdentifiedBy.SMOOTHNESS;
      if (value.estimate().asOptional().isPresent()) {
        line.append(sex.isEmpty() ? " all " : ", " + sex + " ")
            .append(number(whole(balance, value)))
            .append(isFilled ? "*" : "");
        addRow(value, balance);
      }
    }
    if (line.charAt(line.length() - 1) != ':') {
      System.out.println(line);
    }
  }

  private void tellSets(Balance balance, String name) {
    int count = 0;
    for (ImpossibleSet set : balance.impossible()) {
      count++;
      String sentence = set.sentence();
      set.figures().stream()
          .map(Figure::id)
          .forEach(
              id ->
                  impossible.add(
                      List.of(name + "-" + impossibleNumber(set, balance), id, sentence)));
      if (count <= 12) {
        System.out.println("- " + sentence);
      }
    }
    if (count == 0) {
      System.out.println("- nothing: all of it can be true");
    } else if (count > 12) {
      System.out.println("- and " + (count - 12) + " more");
    }
  }

  private static int impossibleNumber(ImpossibleSet set, Balance balance) {
    return balance.impossible().indexOf(set) + 1;
  }

  /** Arrivals are counted in persons: the estimates are whole and add up. */
  private static double whole(Balance balance, BalancedValue value) {
    return balance
        .wholeNumber(value.cell())
        .asOptional()
        .map(Long::doubleValue)
        .orElseGet(() -> value.estimate().orElseThrow().value());
  }

  private void addRow(BalancedValue value, Balance balance) {
    Cell cell = value.cell();
    boolean isStock = cell.measure().equals(STOCK);
    Dimensions dimensions = isStock ? cell.dimensions().with("measure", STOCK) : cell.dimensions();
    Estimate none = Estimate.exact(0);
    boolean isKnown = value.estimate().asOptional().isPresent();
    Estimate estimate = value.estimate().asOptional().orElse(none);
    // A whole number may lie beside an interval that holds none.
    double whole = isKnown ? whole(balance, value) : 0;
    balanced.add(
        List.of(
            cell.period().format(),
            dimensions.toString(),
            isKnown ? decimals(whole) : "",
            isKnown ? decimals(Math.min(whole, estimate.low())) : finite(value.possible().low()),
            isKnown ? decimals(Math.max(whole, estimate.high())) : finite(value.possible().high()),
            value.identifiedBy().label()));
  }

  private void write(Path out) {
    CsvFile.write(
        out.resolve("balanced.csv"),
        List.of("period", "dimensions", "estimate", "low", "high", "identified_by"),
        balanced);
    List<List<String>> rows = new ArrayList<>();
    for (Adjustment a : adjustments.values()) {
      rows.add(
          List.of(
              a.figure().id(),
              a.stated().isPresent() ? decimals(a.stated().getAsDouble()) : "",
              a.balanced().isPresent() ? decimals(a.balanced().getAsDouble()) : "",
              a.inUncertainties().isPresent() ? decimals(a.inUncertainties().getAsDouble()) : "",
              a.leaveOneOut().asOptional().map(e -> decimals(e.value())).orElse(""),
              a.leaveOneOut().asOptional().map(e -> decimals(e.low())).orElse(""),
              a.leaveOneOut().asOptional().map(e -> decimals(e.high())).orElse("")));
    }
    CsvFile.write(
        out.resolve("adjustments.csv"),
        List.of(
            "figure_id",
            "stated",
            "balanced",
            "in_uncertainties",
            "leave_one_out",
            "leave_one_out_low",
            "leave_one_out_high"),
        rows);
    CsvFile.write(
        out.resolve("impossible.csv"), List.of("set", "figure_id", "sentence"), impossible);
  }

  private static String sentence(Adjustment a) {
    Estimate others = a.leaveOneOut().orElseThrow();
    String stated = a.figure().amount().format() + " " + a.figure().unit().format();
    return a.figure().id()
        + " says "
        + stated.strip()
        + "; the others "
        + number(others.value())
        + interval(others);
  }

  private static String ids(List<Figure> figures) {
    return new TreeSet<>(figures.stream().map(Figure::id).toList())
        .stream().limit(6).collect(Collectors.joining(", "));
  }

  private static String interval(Estimate e) {
    return e.hasWidth() ? " (" + number(e.low()) + " to " + number(e.high()) + ")" : "";
  }

  private static String range(Interval possible) {
    if (Double.isInfinite(possible.high())) {
      return Double.isInfinite(possible.low())
          ? "any number"
          : "at least " + number(possible.low());
    }
    return number(possible.low()) + " to " + number(possible.high());
  }

  private static String number(double value) {
    boolean isWhole = Math.abs(value - Math.rint(value)) < 1e-6;
    return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%,.1f", value);
  }

  private static String finite(double value) {
    return Double.isInfinite(value) ? "" : decimals(value);
  }

  /** Six decimals, without trailing zeros. */
  private static String decimals(double value) {
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value).setScale(6, java.math.RoundingMode.HALF_EVEN);
    String text = rounded.stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }

  private static void heading(String title) {
    System.out.println();
    System.out.println(title);
    System.out.println("-".repeat(title.length()));
  }
}
