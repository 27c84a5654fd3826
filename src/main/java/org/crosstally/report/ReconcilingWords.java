package org.crosstally.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.OriginCombination;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.report.Methods.Sentence;
import org.crosstally.series.Estimate;

/** What a reconciliation says that it did. */
final class ReconcilingWords {
  private final Reconciliation reconciliation;
  private final List<CellOutcome> standing;

  private ReconcilingWords(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
    this.standing =
        reconciliation.outcomes().stream().filter(o -> o.estimate().isPresent()).toList();
  }

  static List<Sentence> of(Reconciliation reconciliation) {
    ReconcilingWords words = new ReconcilingWords(reconciliation);
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(words.data());
    sentences.addAll(words.lineage());
    sentences.addAll(words.rules());
    sentences.addAll(words.combinations());
    sentences.addAll(words.slips());
    sentences.addAll(words.others());
    sentences.add(words.intervals());
    return sentences;
  }

  private Sentence data() {
    List<Figure> figures = reconciliation.accounts().stream().map(Account::figure).toList();
    long sources = figures.stream().map(Figure::source).distinct().count();
    long documents = figures.stream().flatMap(f -> f.document().stream()).distinct().count();
    return Sentence.of(
        Rows.count(figures.size(), "figure")
            + " from "
            + Rows.count((int) sources, "source")
            + " and "
            + Rows.count((int) documents, "document")
            + " were reconciled to "
            + Rows.count(standing.size(), "number")
            + " for "
            + Rows.count(reconciliation.outcomes().size(), "cell")
            + " (a quantity, part, period and definition each)");
  }

  private List<Sentence> lineage() {
    boolean hasLineage = reconciliation.outcomes().stream().anyMatch(o -> !o.vintages().isEmpty());
    return hasLineage
        ? List.of(
            Sentence.of(
                "Figures that relay one origin's count were taken as one witness of it, and the"
                    + " values of each origin were ordered by their dates of publication"))
        : List.of();
  }

  /** The rules by their words, without the numbers and ids that follow a colon in some. */
  private List<Sentence> rules() {
    Map<String, Integer> counts = new TreeMap<>();
    standing.forEach(o -> counts.merge(rule(o.result().rule()), 1, Integer::sum));
    if (counts.isEmpty()) {
      return List.of();
    }
    return List.of(
        Sentence.of(
            "The numbers stand by these rules: "
                + counts.entrySet().stream()
                    .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .collect(Collectors.joining("; "))));
  }

  private static String rule(String rule) {
    return rule.startsWith("balance of all reports")
        ? rule.replaceFirst(":.*", "")
        : rule.replaceAll("\\b\\d+ origins", "several origins");
  }

  private List<Sentence> combinations() {
    Map<String, Integer> counts = new TreeMap<>();
    for (CellOutcome outcome : standing) {
      outcome
          .reconciled()
          .flatMap(Reconciled::combination)
          .map(OriginCombination::method)
          .ifPresent(method -> counts.merge(method, 1, Integer::sum));
    }
    List<Sentence> sentences = new ArrayList<>();
    counts.forEach(
        (method, count) ->
            sentences.add(
                Sentence.of(
                    "In "
                        + Rows.count(count, "cell")
                        + " the independent origins were combined by "
                        + EstimatorPapers.words(method),
                    EstimatorPapers.of(method))));
    return sentences;
  }

  private List<Sentence> slips() {
    Map<Cause, Integer> slips = causes(true);
    if (slips.isEmpty()) {
      return List.of();
    }
    int total = slips.values().stream().mapToInt(n -> n).sum();
    long widened =
        standing.stream()
            .filter(o -> o.estimate().orElseThrow().covers().contains(Estimate.Component.SLIPS))
            .count();
    String kept =
        widened == 0
            ? ""
            : "; the intervals of "
                + Rows.count((int) widened, "number")
                + " are wide enough to hold them";
    return List.of(
        Sentence.of(
            Rows.count(total, "figure")
                + (total == 1 ? " was" : " were")
                + " taken for slips of the pen and set aside ("
                + list(slips)
                + ")"
                + kept));
  }

  private List<Sentence> others() {
    Map<Cause, Integer> causes = causes(false);
    int total = causes.values().stream().mapToInt(n -> n).sum();
    return causes.isEmpty()
        ? List.of()
        : List.of(
            Sentence.of(
                "Set aside for other causes "
                    + (total == 1 ? "was " : "were ")
                    + Rows.count(total, "figure")
                    + " ("
                    + list(causes)
                    + ")"));
  }

  private static String list(Map<Cause, Integer> causes) {
    return causes.entrySet().stream()
        .map(entry -> entry.getKey().label() + ": " + entry.getValue())
        .collect(Collectors.joining("; "));
  }

  private Map<Cause, Integer> causes(boolean slips) {
    Map<Cause, Integer> counts = new TreeMap<>();
    for (Account account : reconciliation.accounts()) {
      if (account.role() == Role.SET_ASIDE) {
        account
            .cause()
            .filter(cause -> cause.isSlip() == slips)
            .ifPresent(cause -> counts.merge(cause, 1, Integer::sum));
      }
    }
    return counts;
  }

  private Sentence intervals() {
    Map<Estimate.Component, Integer> counts = new TreeMap<>();
    long wide = 0;
    for (CellOutcome outcome : standing) {
      Estimate estimate = outcome.estimate().orElseThrow();
      if (estimate.hasWidth()) {
        wide++;
        estimate.covers().forEach(c -> counts.merge(c, 1, Integer::sum));
      }
    }
    if (wide == 0) {
      return Sentence.of("No number has an interval: each is taken as printed");
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((component, count) -> named.put(component.label(), count));
    return Sentence.of(
        "The intervals of "
            + Rows.count((int) wide, "number")
            + " cover "
            + named.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "))
            + (wide < standing.size() ? "; the others are taken as printed" : ""));
  }
}
