package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.Explanation.Entry;
import org.crosstally.reconcile.Explanation.Section;
import org.crosstally.series.Estimate;

/** Puts the outcome of a cell into words. */
final class Explainer {
  /** How many figures a line names before it counts the rest. */
  private static final int NAMED = 3;

  /** How many figures that were set aside are listed before the rest is counted. */
  private static final int LISTED = 8;

  private final CellOutcome outcome;
  private final Catalogue catalogue;

  Explainer(CellOutcome outcome, Catalogue catalogue) {
    this.outcome = outcome;
    this.catalogue = catalogue;
  }

  Explanation explain() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(summary(), List.of()));
    addVintages(sections);
    outcome
        .reconciled()
        .ifPresentOrElse(
            reconciled -> sections.add(why(reconciled)),
            () ->
                sections.add(
                    new Section(
                        "Why no number", List.of(new Entry(outcome.result().rule(), List.of())))));
    outcome
        .reconciled()
        .flatMap(Reconciled::combination)
        .ifPresent(combination -> sections.add(combined(combination)));
    addAccounts(
        sections,
        "Other forms of the same number",
        a -> a.role() == Role.SUPPORTING && a.cause().isPresent());
    addAccounts(sections, "Set aside", a -> a.role() == Role.SET_ASIDE);
    addAccounts(sections, "Out of scope", a -> a.role() == Role.OUT_OF_SCOPE);
    return new Explanation(outcome, headline(), sections);
  }

  private String headline() {
    Cell cell = outcome.cell();
    String dimensions = cell.dimensions().values().isEmpty() ? "" : " (" + cell.dimensions() + ")";
    String basis = cell.basis().isEmpty() ? "" : " [" + cell.basis() + "]";
    String number =
        outcome
            .estimate()
            .map(e -> number(e, e.value()) + " " + outcome.unit().format() + interval(e))
            .orElse("no number");
    return catalogue.measure(cell.measure()).label()
        + dimensions
        + basis
        + ", "
        + cell.period()
        + ": "
        + number.strip();
  }

  /**
   * A number that somebody prints, as it is; a computed one to the digits that its error allows.
   */
  private String number(Estimate estimate, double value) {
    boolean computed = outcome.reconciled().flatMap(Reconciled::combination).isPresent();
    return computed
        ? Numbers.rounded(value, (estimate.high() - estimate.low()) / 4)
        : Numbers.text(value);
  }

  private String interval(Estimate estimate) {
    if (!estimate.hasWidth()) {
      return "";
    }
    String covers =
        estimate.covers().stream()
            .map(Estimate.Component::label)
            .collect(Collectors.joining(" and "));
    return " ["
        + number(estimate, estimate.low())
        + " to "
        + number(estimate, estimate.high())
        + ": "
        + covers
        + "]";
  }

  private String summary() {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    outcome.accounts().forEach(a -> counts.merge(a.role(), 1, Integer::sum));
    String roles =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
    String status = outcome.reconciled().map(r -> r.status().code() + "; ").orElse("");
    return status + count(outcome.accounts().size(), "figure") + ": " + roles;
  }

  /** A section for each origin; where there are many, those with a single vintage share one. */
  private void addVintages(List<Section> sections) {
    Map<String, List<Vintage>> byOrigin =
        outcome.vintages().stream()
            .collect(Collectors.groupingBy(Vintage::origin, TreeMap::new, Collectors.toList()));
    List<Entry> single = new ArrayList<>();
    byOrigin.forEach(
        (origin, vintages) -> {
          if (byOrigin.size() > NAMED && vintages.size() == 1) {
            Vintage only = vintages.get(0);
            single.add(
                new Entry(catalogue.source(origin).name() + ": " + text(only), only.printings()));
          } else {
            sections.add(vintages(origin, vintages));
          }
        });
    if (!single.isEmpty()) {
      sections.add(new Section("Origins with a single vintage", shortened(single)));
    }
  }

  /** The first entries, and one that counts the rest and holds its figures. */
  private static List<Entry> shortened(List<Entry> entries) {
    if (entries.size() <= LISTED) {
      return entries;
    }
    List<Entry> shown = new ArrayList<>(entries.subList(0, LISTED));
    List<Entry> rest = entries.subList(LISTED, entries.size());
    List<Figure> figures = rest.stream().flatMap(e -> e.figures().stream()).toList();
    shown.add(new Entry("and " + rest.size() + " more", figures));
    return shown;
  }

  private Section vintages(String origin, List<Vintage> vintages) {
    List<Entry> entries = vintages.stream().map(v -> new Entry(text(v), v.printings())).toList();
    return new Section(
        "Vintages of "
            + catalogue.source(origin).name()
            + ", in the order in which they were printed",
        entries);
  }

  private String text(Vintage vintage) {
    String alone =
        vintage.attestation().attests() ? "" : " (" + vintage.attestation().label() + ")";
    return Numbers.text(vintage.value())
        + ", "
        + dates(vintage.printings())
        + ": "
        + printers(vintage)
        + alone;
  }

  private static String dates(List<Figure> printings) {
    List<Period> dates = printings.stream().flatMap(f -> f.published().stream()).toList();
    if (dates.isEmpty()) {
      return "undated";
    }
    Period first =
        dates.stream()
            .min(Comparator.comparing(Period::end).thenComparing(Period::start))
            .orElseThrow();
    Period last =
        dates.stream()
            .max(Comparator.comparing(Period::start).thenComparing(Period::end))
            .orElseThrow();
    return first.equals(last) ? first.format() : first + " to " + last;
  }

  /** The origin's own documents first, then the relays in the order of publication. */
  private String printers(Vintage vintage) {
    List<Figure> own =
        vintage.printings().stream().filter(f -> isOwn(f, vintage.origin())).toList();
    List<Figure> relays =
        vintage.printings().stream().filter(f -> !isOwn(f, vintage.origin())).toList();
    List<Figure> ordered = Stream.concat(own.stream(), relays.stream()).toList();
    String named = ordered.stream().limit(NAMED).map(this::named).collect(Collectors.joining(", "));
    int more = ordered.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static boolean isOwn(Figure figure, String origin) {
    return figure.source().equals(origin);
  }

  private String named(Figure figure) {
    String via = figure.via().map(relay -> " via " + relay).orElse("");
    String date = figure.published().map(p -> " " + p).orElse("");
    return catalogue.source(figure.source()).name() + via + date + " [" + figure.id() + "]";
  }

  private Section why(Reconciled reconciled) {
    List<Figure> counted =
        outcome.accounts().stream()
            .filter(a -> a.role() == Role.COUNTED)
            .map(Account::figure)
            .sorted(
                Comparator.comparing(
                        (Figure f) ->
                            f.published().map(Period::end).orElse(java.time.LocalDate.MIN))
                    .reversed())
            .toList();
    String stands =
        counted.stream().limit(NAMED).map(this::named).collect(Collectors.joining(", "));
    int more = counted.size() - NAMED;
    String rest = more > 0 ? " and " + more + " more" : "";
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(reconciled.rule() + ": " + stands + rest, counted));
    last().ifPresent(entries::add);
    Estimate estimate = reconciled.estimate();
    return new Section("Why " + number(estimate, estimate.value()), entries);
  }

  /** How independent origins were combined, and with which uncertainties. */
  private Section combined(OriginCombination combination) {
    List<Entry> entries = new ArrayList<>();
    if (!combination.reason().isBlank()) {
      entries.add(new Entry(combination.reason(), List.of()));
    }
    List<Entry> parts =
        combination.parts().stream()
            .map(
                part ->
                    new Entry(
                        catalogue.source(part.origin()).name() + ": " + part.sentence(),
                        part.figures()))
            .toList();
    entries.addAll(shortened(parts));
    return new Section("Combined by " + combination.method(), entries);
  }

  /** What the number that stands came after. */
  private Optional<Entry> last() {
    List<Vintage> vintages = outcome.vintages();
    if (outcome.reconciled().isEmpty() || outcome.reconciled().get().origins().size() != 1) {
      return Optional.empty();
    }
    double value = outcome.reconciled().get().estimate().value();
    String origin = outcome.reconciled().get().origins().get(0);
    List<Vintage> line = vintages.stream().filter(v -> v.origin().equals(origin)).toList();
    for (int i = line.size() - 1; i > 0; i--) {
      if (line.get(i).value() == value) {
        Vintage before = line.get(i - 1);
        return Optional.of(
            new Entry(
                "it was first printed after "
                    + Numbers.text(before.value())
                    + " ("
                    + dates(before.printings())
                    + "), and no attested value came later",
                before.printings()));
      }
    }
    return Optional.empty();
  }

  private void addAccounts(List<Section> sections, String title, Predicate<Account> condition) {
    List<Account> accounts = outcome.accounts().stream().filter(condition).toList();
    if (accounts.isEmpty()) {
      return;
    }
    sections.add(new Section(title, shortened(accounts.stream().map(this::entry).toList())));
  }

  private Entry entry(Account account) {
    String cause = account.cause().map(c -> c.name() + ", ").orElse("");
    String text =
        account.figure().printed()
            + ", "
            + named(account.figure())
            + ": "
            + cause
            + account.reason()
            + chance(account);
    List<Figure> figures =
        Stream.concat(Stream.of(account.figure()), account.evidence().stream()).toList();
    return new Entry(text, figures);
  }

  private static String chance(Account account) {
    return account.probabilityByChance().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT, " (by chance %.2g)", account.probabilityByChance().getAsDouble());
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
