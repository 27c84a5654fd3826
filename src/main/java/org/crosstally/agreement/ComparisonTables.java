package org.crosstally.agreement;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.crosstally.agreement.LimitsOfAgreement.Limit;
import org.crosstally.consensus.ConfidenceInterval;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Comparisons of sources as Tablesaw tables. */
final class ComparisonTables {
  private final Comparisons comparisons;
  private final List<Column<?>> columns = new ArrayList<>();

  private ComparisonTables(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  static Table of(Comparisons comparisons) {
    ComparisonTables tables = new ComparisonTables(comparisons);
    tables.addCounts();
    tables.addDifferences();
    tables.addConcordance();
    tables.addEquivalence();
    tables.texts("remarks", ComparisonTables::remarks);
    return Table.create(title(comparisons), tables.columns);
  }

  private static String title(Comparisons comparisons) {
    String against =
        switch (comparisons.against()) {
          case SOURCES -> "pairs of sources";
          case RECONCILED -> "sources against the reconciled values";
        };
    return against + ", " + comparisons.scale().label();
  }

  private void addCounts() {
    texts("source", Comparison::source);
    if (comparisons.against() == Comparisons.Against.SOURCES) {
      texts("other", c -> c.other().orElse(""));
    }
    counts("cells", Comparison::cells);
    counts("equal", Comparison::equal);
    counts("within_rounding", Comparison::withinRounding);
    counts("same_origin", Comparison::sameOrigin);
  }

  private void addDifferences() {
    counts("pairs", c -> c.differences().asOptional().map(PairedDifferences::pairs).orElse(0));
    onScale("bias", c -> c.differences().asOptional().map(PairedDifferences::bias));
    ends("bias" + suffix(), c -> limits(c).map(LimitsOfAgreement::bias));
    onScale("sd", c -> c.differences().asOptional().map(PairedDifferences::standardDeviation));
    limit("lower_limit", c -> limits(c).map(LimitsOfAgreement::lower));
    limit("upper_limit", c -> limits(c).map(LimitsOfAgreement::upper));
  }

  private void limit(String name, Function<Comparison, Optional<Limit>> limit) {
    onScale(name, limit.andThen(found -> found.map(Limit::value)));
    ends(name + suffix(), limit.andThen(found -> found.map(Limit::interval)));
  }

  private void addConcordance() {
    numbers("concordance", "0.0000", concordance(Concordance::coefficient));
    ends(
        "concordance",
        "0.0000",
        c -> c.concordance().asOptional().flatMap(found -> found.interval().asOptional()));
    numbers("location_shift", "0.0000", concordance(Concordance::locationShift));
    numbers("scale_shift", "0.0000", concordance(Concordance::scaleShift));
    numbers("bias_correction", "0.0000", concordance(Concordance::biasCorrection));
  }

  private static Function<Comparison, Optional<Double>> concordance(
      Function<Concordance, Double> part) {
    return c -> c.concordance().asOptional().map(part);
  }

  private void addEquivalence() {
    numbers("equivalence_pct", "0.00", average(DegreeOfEquivalence::difference));
    numbers("equivalence_u_pct", "0.00", average(DegreeOfEquivalence::expandedUncertainty));
    texts(
        "equivalence",
        c ->
            c.equivalence().averagePercent().asOptional().map(d -> d.verdict().label()).orElse(""));
    counts("doe_equal", c -> c.equivalence().equal());
    counts("doe_within", c -> c.equivalence().within());
    counts("doe_outside", c -> c.equivalence().outside());
    counts("doe_unjudged", c -> c.equivalence().unjudged());
  }

  private static Function<Comparison, Optional<Double>> average(
      Function<DegreeOfEquivalence, Double> part) {
    return c -> c.equivalence().averagePercent().asOptional().map(part);
  }

  private static Optional<LimitsOfAgreement> limits(Comparison comparison) {
    return comparison
        .differences()
        .asOptional()
        .flatMap(differences -> differences.limits().asOptional());
  }

  private static String remarks(Comparison comparison) {
    List<String> remarks = new ArrayList<>();
    comparison
        .differences()
        .whyNot()
        .or(() -> comparison.differences().orElseThrow().limits().whyNot())
        .ifPresent(reason -> remarks.add("limits: " + reason.sentence()));
    comparison
        .concordance()
        .whyNot()
        .or(() -> comparison.concordance().orElseThrow().interval().whyNot())
        .ifPresent(reason -> remarks.add("concordance: " + reason.sentence()));
    comparison
        .equivalence()
        .averagePercent()
        .whyNot()
        .ifPresent(reason -> remarks.add("equivalence: " + reason.sentence()));
    return String.join("; ", remarks);
  }

  private String suffix() {
    return comparisons.scale().suffix();
  }

  private String pattern() {
    return comparisons.scale() == DifferenceScale.LOG_RATIO ? "0.0000" : "0.00";
  }

  private void texts(String name, Function<Comparison, String> text) {
    StringColumn column = StringColumn.create(name);
    comparisons.list().forEach(c -> column.append(text.apply(c)));
    columns.add(column);
  }

  private void counts(String name, ToIntFunction<Comparison> count) {
    IntColumn column = IntColumn.create(name);
    comparisons.list().forEach(c -> column.append(count.applyAsInt(c)));
    columns.add(column);
  }

  private void onScale(String name, Function<Comparison, Optional<Double>> number) {
    numbers(name + suffix(), pattern(), number);
  }

  private void ends(String name, Function<Comparison, Optional<ConfidenceInterval>> interval) {
    ends(name, pattern(), interval);
  }

  private void ends(
      String name, String pattern, Function<Comparison, Optional<ConfidenceInterval>> interval) {
    numbers(end(name, "_low"), pattern, c -> interval.apply(c).map(ConfidenceInterval::low));
    numbers(end(name, "_high"), pattern, c -> interval.apply(c).map(ConfidenceInterval::high));
  }

  /** The name of an end keeps the scale as its last word. */
  private String end(String name, String which) {
    String suffix = suffix();
    return suffix.isEmpty() || !name.endsWith(suffix)
        ? name + which
        : name.substring(0, name.length() - suffix.length()) + which + suffix;
  }

  private void numbers(String name, String pattern, Function<Comparison, Optional<Double>> number) {
    DoubleColumn column = DoubleColumn.create(name);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    column.setPrintFormatter(new DecimalFormat(pattern, symbols), "");
    for (Comparison comparison : comparisons.list()) {
      Optional<Double> value = number.apply(comparison);
      if (value.isPresent()) {
        column.append(value.get());
      } else {
        column.appendMissing();
      }
    }
    columns.add(column);
  }
}
