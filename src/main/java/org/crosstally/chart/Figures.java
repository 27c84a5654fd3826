package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.series.Estimate;

/** What is written beside a figure about the cells that it shows. */
record Figures(List<CellOutcome> outcomes, Sources sources) {
  private static final int NAMED = 12;
  private static final int KEYS = 8;
  private static final int DISAGREEMENTS = 3;

  Figures {
    outcomes = List.copyOf(outcomes);
  }

  private List<Said> said() {
    return outcomes.stream().flatMap(outcome -> LinesBySource.said(outcome).stream()).toList();
  }

  /** What the intervals of the reconciled numbers cover; blank where none has a width. */
  String covers() {
    return covers(
        outcomes.stream()
            .flatMap(outcome -> outcome.estimate().stream())
            .filter(Estimate::hasWidth)
            .toList());
  }

  static String covers(List<Estimate> estimates) {
    return estimates.stream()
        .flatMap(estimate -> estimate.covers().stream())
        .distinct()
        .sorted()
        .map(Estimate.Component::label)
        .collect(Collectors.joining(", "));
  }

  boolean hasIntervals() {
    return outcomes.stream().flatMap(o -> o.estimate().stream()).anyMatch(Estimate::hasWidth);
  }

  /** Whether there are figures that were set aside. */
  boolean hasAside() {
    return said().stream().anyMatch(Said::isAside);
  }

  /** The forms of the marks that stand, as far as they occur. */
  String marks() {
    List<Said> standing = said().stream().filter(said -> !said.isAside()).toList();
    List<String> parts = new ArrayList<>();
    if (standing.stream().anyMatch(said -> said.fill() == Mark.Fill.FILLED)) {
      parts.add("filled marks are exact and final figures");
    }
    Set<String> open =
        standing.stream()
            .filter(said -> said.fill() != Mark.Fill.FILLED && said.bound() == Said.Side.NEITHER)
            .map(Said::status)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!open.isEmpty()) {
      parts.add("open marks are " + String.join(", ", open) + " figures");
    }
    if (standing.stream().anyMatch(Said::hasWidth)) {
      parts.add("whiskers are the intervals that the sources' own words leave open");
    }
    if (standing.stream().anyMatch(said -> said.bound() != Said.Side.NEITHER)) {
      parts.add("arrows are bounds");
    }
    if (parts.isEmpty()) {
      return "";
    }
    String all = String.join("; ", parts);
    return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
  }

  /** Who says it, with the keys of the documents, or of the source where none is named. */
  String citations() {
    Map<String, TreeSet<String>> keys = new LinkedHashMap<>();
    sources.ranked().forEach(id -> keys.put(id, new TreeSet<>()));
    for (Said said : said()) {
      Figure figure = said.account().figure();
      keys.computeIfAbsent(said.source(), id -> new TreeSet<>())
          .add(figure.document().orElse(said.source()));
    }
    keys.values().removeIf(Set::isEmpty);
    if (keys.isEmpty()) {
      return "";
    }
    List<String> cited = new ArrayList<>();
    keys.forEach((id, documents) -> cited.add(sources.fullName(id) + " " + bracketed(documents)));
    int more = cited.size() - NAMED;
    String named = String.join(", ", more > 0 ? cited.subList(0, NAMED) : cited);
    return "Sources: "
        + named
        + (more > 0 ? " and " + Words.counted(more, "further source", "further sources") : "")
        + ".";
  }

  private static String bracketed(Set<String> keys) {
    String first =
        keys.stream().limit(KEYS).map(Words::printable).collect(Collectors.joining("; "));
    return keys.size() > KEYS
        ? "[" + first + "; and " + (keys.size() - KEYS) + " more]"
        : "[" + first + "]";
  }

  /** The figures that lie furthest from the reconciled number of their cell. */
  String disagreements() {
    List<Disagreement> all = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      double reference = outcome.estimate().map(Estimate::value).orElse(0.0);
      for (Said said : LinesBySource.said(outcome)) {
        if (reference != 0 && said.bound() == Said.Side.NEITHER && said.value() != reference) {
          double percent = 100 * (said.value() - reference) / Math.abs(reference);
          all.add(new Disagreement(outcome, said, percent));
        }
      }
    }
    if (all.isEmpty()) {
      return "No figure differs from a reconciled value.";
    }
    all.sort(Comparator.comparingDouble(d -> -Math.abs(d.percent())));
    String largest =
        all.stream().limit(DISAGREEMENTS).map(this::words).collect(Collectors.joining("; "));
    return Words.counted(all.size(), "figure differs", "figures differ")
        + " from the reconciled value, most of all: "
        + largest
        + ".";
  }

  private record Disagreement(CellOutcome outcome, Said said, double percent) {}

  private String words(Disagreement it) {
    Figure figure = it.said().account().figure();
    String role = it.said().account().role().label();
    String why = it.said().account().cause().map(cause -> role + ", " + cause.label()).orElse(role);
    return sources.fullName(it.said().source())
        + " says "
        + Numbers.amount(figure.amount())
        + " for "
        + Statement.period(it.outcome().cell().period())
        + ", "
        + Numbers.difference(it.percent())
        + " % ("
        + why
        + ")";
  }

  /** The reconciled number of a cell, or that it has none. */
  static Datum reconciled(CellOutcome outcome, String panel, String at) {
    if (outcome.reconciled().isEmpty()) {
      String why = outcome.accounts().isEmpty() ? "no figure" : "no number stands";
      return new Datum(panel, "Reconciled", at, "", "", "", "missing", why);
    }
    CellOutcome.Reconciled result = outcome.reconciled().orElseThrow();
    Estimate estimate = result.estimate();
    return new Datum(
        panel,
        "Reconciled",
        at,
        Datum.number(estimate.value()),
        estimate.hasWidth() ? Datum.number(estimate.low()) : "",
        estimate.hasWidth() ? Datum.number(estimate.high()) : "",
        result.status().code(),
        Words.printable(result.rule()));
  }

  /** A figure of a source. The open side of a bound has no end. */
  Datum datum(Said said, String panel, String at) {
    boolean isBelow = said.bound() == Said.Side.BELOW;
    boolean isAbove = said.bound() == Said.Side.ABOVE;
    String low = said.hasWidth() || isAbove ? Datum.number(said.low()) : "";
    String high = said.hasWidth() || isBelow ? Datum.number(said.high()) : "";
    List<String> notes = new ArrayList<>();
    said.account().cause().ifPresent(cause -> notes.add(cause.label()));
    said.account().figure().document().ifPresent(document -> notes.add("document " + document));
    return new Datum(
        panel,
        sources.fullName(said.source()),
        at,
        isBelow || isAbove ? "" : Datum.number(said.value()),
        low,
        high,
        said.isAside() ? "set aside" : said.status(),
        Words.printable(String.join("; ", notes)));
  }
}
