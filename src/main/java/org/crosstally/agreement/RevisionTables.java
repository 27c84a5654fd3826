package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosstally.agreement.Revisions.Comparison;
import org.crosstally.agreement.Revisions.RevisedSeries;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Revisions as Tablesaw tables. */
final class RevisionTables {
  private RevisionTables() {}

  static Table revisions(Revisions revisions) {
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn basis = StringColumn.create("basis");
    StringColumn length = StringColumn.create("length");
    StringColumn origin = StringColumn.create("origin");
    StringColumn preliminary = StringColumn.create("preliminary");
    StringColumn later = StringColumn.create("later");
    DoubleColumn age = AgreementTables.decimals("age_days", "0.#");
    IntColumn pairs = IntColumn.create("pairs");
    Map<String, DoubleColumn> columns = new LinkedHashMap<>();
    StringColumn reading = StringColumn.create("reading");
    StringColumn remarks = StringColumn.create("remarks");
    DoubleColumn efficient = AgreementTables.decimals("first_efficient_release", "0");
    for (RevisedSeries series : revisions.series()) {
      for (Comparison comparison : comparisons(series)) {
        measure.append(series.cell().measure());
        dimensions.append(series.cell().dimensions().toString());
        basis.append(series.cell().basis());
        length.append(series.length().name().toLowerCase(Locale.ROOT));
        origin.append(series.origin());
        preliminary.append(comparison.preliminary().label());
        later.append(comparison.later().label());
        age.append(comparison.medianAge());
        pairs.append(comparison.statistics().pairs());
        Map<String, Statistic> statistics = statistics(comparison.statistics());
        statistics.forEach(
            (name, statistic) ->
                AgreementTables.append(
                    columns.computeIfAbsent(name, key -> AgreementTables.decimals(key, "0.####")),
                    statistic.asOptional()));
        reading.append(comparison.statistics().reading().label());
        if (comparison.equals(series.byNumber().get(0))) {
          statistics.put(efficient.name(), series.firstEfficientRelease());
          AgreementTables.append(efficient, series.firstEfficientRelease().asOptional());
        } else {
          efficient.appendMissing();
        }
        remarks.append(remarks(statistics));
      }
    }
    Table table =
        Table.create(
            "revisions",
            measure,
            dimensions,
            basis,
            length,
            origin,
            preliminary,
            later,
            age,
            pairs);
    columns.values().forEach(table::addColumns);
    return table.addColumns(reading, efficient, remarks);
  }

  private static Iterable<Comparison> comparisons(RevisedSeries series) {
    return Stream.of(series.byNumber(), series.steps(), series.byAge())
        .flatMap(List::stream)
        .toList();
  }

  /** Why statistics are blank, each reason once with the names of those that it leaves blank. */
  private static String remarks(Map<String, Statistic> statistics) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    statistics.forEach(
        (name, statistic) ->
            statistic
                .whyNot()
                .ifPresent(
                    why ->
                        names.computeIfAbsent(why.sentence(), key -> new ArrayList<>()).add(name)));
    return names.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Statistic> statistics(RevisionStatistics statistics) {
    Map<String, Statistic> named = new LinkedHashMap<>();
    RevisionStatistics.Size size = statistics.size();
    named.put("mean", size.mean());
    named.put("mean_absolute", size.meanAbsolute());
    named.put("root_mean_square", size.rootMeanSquare());
    named.put("standard_deviation", size.standardDeviation());
    named.put("relative_mean", size.relativeMean());
    named.put("relative_mean_absolute", size.relativeMeanAbsolute());
    named.put("smallest", size.smallest());
    named.put("percentile_5", size.percentile5());
    named.put("lower_quartile", size.lowerQuartile());
    named.put("median", size.median());
    named.put("upper_quartile", size.upperQuartile());
    named.put("percentile_95", size.percentile95());
    named.put("largest", size.largest());
    RevisionStatistics.Inequality inequality = statistics.inequality();
    named.put("theil_u1", inequality.u1());
    named.put("theil_u2", inequality.u2());
    named.put("bias_share", inequality.biasShare());
    named.put("regression_share", inequality.regressionShare());
    named.put("disturbance_share", inequality.disturbanceShare());
    named.put("right_signs", statistics.signs().ofChange());
    named.put("right_growth_signs", statistics.signs().ofGrowth());
    named.put("bias_error", statistics.bias().error());
    named.put("bias_t", statistics.bias().t());
    named.put("bias_p", statistics.bias().p());
    regression("news", statistics.news(), named);
    regression("noise", statistics.noise(), named);
    return named;
  }

  private static void regression(
      String name, RevisionRegression regression, Map<String, Statistic> named) {
    named.put(name + "_intercept", regression.intercept());
    named.put(name + "_intercept_error", regression.interceptError());
    named.put(name + "_slope", regression.slope());
    named.put(name + "_slope_error", regression.slopeError());
    named.put(name + "_r_squared", regression.rSquared());
    named.put(name + "_wald", regression.wald());
    named.put(name + "_p", regression.p());
  }
}
