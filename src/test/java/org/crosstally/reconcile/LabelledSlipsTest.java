package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.junit.jupiter.api.Test;

/** The causes that are found against those that were found by reading. */
class LabelledSlipsTest {
  private static final FigureTable ALL = FigureReader.strict().read(Path.of("data/defectors"));
  private static final Reconciliation RECONCILIATION = Reconciler.byLineage().reconcile(ALL);
  private static final List<NamedCsvRecord> LABELS = read("labelled_slips.csv");

  private static List<NamedCsvRecord> read(String file) {
    try (InputStream in =
            Objects.requireNonNull(LabelledSlipsTest.class.getResourceAsStream(file));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Cause> found() {
    Map<String, Cause> found = new TreeMap<>();
    for (Account account : RECONCILIATION.accounts()) {
      account.cause().ifPresent(cause -> found.put(account.figure().id(), cause));
    }
    return found;
  }

  private static Map<String, Cause> labelled(Set<String> certainties) {
    Map<String, Cause> labels = new TreeMap<>();
    for (NamedCsvRecord row : LABELS) {
      boolean isCause = !row.getField("cause").equals("NONE");
      if (isCause && certainties.contains(row.getField("certainty"))) {
        labels.put(row.getField("figure_id"), Cause.valueOf(row.getField("cause")));
      }
    }
    return labels;
  }

  /** Figures that are slips of the same kind in both. */
  private static Set<String> inBoth(Map<String, Cause> found, Map<String, Cause> labels) {
    Set<String> both = new TreeSet<>(slips(labels));
    both.removeIf(id -> !Objects.equals(labels.get(id), found.get(id)));
    return both;
  }

  private static Set<String> slips(Map<String, Cause> causes) {
    Set<String> slips = new TreeSet<>();
    causes.forEach(
        (id, cause) -> {
          if (cause.isSlip()) {
            slips.add(id);
          }
        });
    return slips;
  }

  @Test
  void slips_are_found_and_nobody_else_is_accused() {
    Map<String, Cause> found = found();
    Map<String, Cause> labels = labelled(Set.of("certain", "probable"));
    Map<String, Cause> certain = labelled(Set.of("certain"));
    double precision = (double) inBoth(found, labels).size() / slips(found).size();
    double recall = (double) inBoth(found, labels).size() / slips(labels).size();
    double certainRecall = (double) inBoth(found, certain).size() / slips(certain).size();
    Set<String> missed = slips(labels);
    missed.removeAll(inBoth(found, labels));
    System.out.printf(
        "labelled slips: precision %.3f of %d, recall %.3f of %d certain, %.3f of %d certain or"
            + " probable, missed %s%n",
        precision,
        slips(found).size(),
        certainRecall,
        slips(certain).size(),
        recall,
        slips(labels).size(),
        missed);

    assertThat(precision).isGreaterThanOrEqualTo(0.95);
    assertThat(certainRecall).isGreaterThanOrEqualTo(0.94);
    assertThat(recall).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void no_figure_that_is_right_is_accused() {
    Map<String, Cause> found = found();

    assertThat(LABELS)
        .filteredOn(row -> row.getField("cause").equals("NONE"))
        .extracting(row -> row.getField("figure_id"))
        .hasSizeGreaterThan(60)
        .noneMatch(id -> found.containsKey(id) && found.getOrDefault(id, Cause.ROUNDING).isSlip());
  }

  @Test
  void most_other_labels_are_met() {
    Map<String, Cause> found = found();
    int met = 0;
    int all = 0;
    for (Map.Entry<String, Cause> label : labelled(Set.of("certain")).entrySet()) {
      all++;
      met += label.getValue() == found.get(label.getKey()) ? 1 : 0;
    }
    System.out.println("labels of certain causes met: " + met + " of " + all);

    assertThat(met / (double) all).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void every_conflict_in_arrivals_that_is_not_zero_has_a_cause() {
    assertThat(RECONCILIATION.conflicts().list())
        .filteredOn(c -> c.figure().measure().equals("arrivals"))
        .filteredOn(c -> c.difference().orElse(0) != 0)
        .isNotEmpty()
        .allMatch(c -> !c.explanation().isBlank());
    assertThat(RECONCILIATION.accounts())
        .filteredOn(a -> a.figure().measure().equals("arrivals"))
        .filteredOn(a -> a.cause().filter(cause -> cause == Cause.UNEXPLAINED).isPresent())
        .hasSizeLessThanOrEqualTo(12);
  }
}
