package org.crosstally.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;

/**
 * The documents that a result rests on, as references for LaTeX and for reference managers.
 *
 * <p>The keys depend on the ids of the documents alone, so that a citation stays right when figures
 * are added. Only where two keys of one bibliography differ in nothing but capitals, which BibTeX
 * does not tell apart, those with capitals get a checksum, too. References are in the order of
 * their keys.
 *
 * <p>Immutable.
 *
 * @param references the references, ordered by their keys
 */
public record Bibliography(List<Reference> references) {

  /** Which figures' documents are listed. */
  public enum Scope {
    /** Those of the figures that count for a number that stands. */
    RESTS_ON,
    /** Those of all figures that were looked at, set aside or not. */
    LOOKED_AT
  }

  /**
   * Copies the list.
   *
   * @param references the references, ordered by their keys
   */
  public Bibliography {
    references = List.copyOf(references);
  }

  /**
   * The documents that the reconciled values rest on.
   *
   * @param reconciliation a reconciliation
   * @return the documents of the figures that {@linkplain Role#COUNTED count}
   */
  public static Bibliography of(Reconciliation reconciliation) {
    return of(reconciliation, Scope.RESTS_ON);
  }

  /**
   * The documents of a reconciliation.
   *
   * @param reconciliation a reconciliation
   * @param scope which figures' documents
   * @return their documents
   */
  public static Bibliography of(Reconciliation reconciliation, Scope scope) {
    List<Figure> all = reconciliation.accounts().stream().map(Account::figure).toList();
    List<Figure> chosen = scope == Scope.LOOKED_AT ? all : restsOn(reconciliation);
    return of(chosen, all, reconciliation.catalogue());
  }

  private static List<Figure> restsOn(Reconciliation reconciliation) {
    return reconciliation.outcomes().stream()
        .filter(outcome -> outcome.estimate().isPresent())
        .map(CellOutcome::accounts)
        .flatMap(List::stream)
        .filter(account -> account.role() == Role.COUNTED)
        .map(Account::figure)
        .toList();
  }

  /**
   * The documents of figures, such as those that a balanced value rests on.
   *
   * @param figures the figures
   * @param catalogue what is known about sources and documents
   * @return their documents, each once
   */
  public static Bibliography of(Collection<Figure> figures, Catalogue catalogue) {
    return of(figures, figures, catalogue);
  }

  /** Who wrote a document, and when, is read from all figures in it. */
  private static Bibliography of(
      Collection<Figure> chosen, Collection<Figure> all, Catalogue catalogue) {
    TreeSet<String> ids = new TreeSet<>();
    chosen.forEach(figure -> figure.document().ifPresent(ids::add));
    SortedMap<String, List<Figure>> byDocument = new TreeMap<>();
    for (Figure figure : all) {
      figure
          .document()
          .filter(ids::contains)
          .ifPresent(id -> byDocument.computeIfAbsent(id, i -> new ArrayList<>()).add(figure));
    }
    Map<String, String> keys = keys(ids);
    SortedMap<String, Reference> references = new TreeMap<>();
    byDocument.forEach(
        (id, figures) -> {
          String key = keys.getOrDefault(id, id);
          references.put(key, reference(key, id, figures, catalogue));
        });
    return new Bibliography(List.copyOf(references.values()));
  }

  private static Reference reference(
      String key, String id, List<Figure> figures, Catalogue catalogue) {
    List<String> authors =
        figures.stream()
            .map(figure -> catalogue.source(figure.source()).name())
            .distinct()
            .sorted()
            .toList();
    List<Optional<Period>> dates = figures.stream().map(Figure::published).distinct().toList();
    Optional<Period> date = dates.size() == 1 ? dates.get(0) : Optional.empty();
    return new Reference(key, catalogue.document(id), authors, date);
  }

  private static Map<String, String> keys(Collection<String> ids) {
    Map<String, String> keys = new HashMap<>();
    Map<String, List<String>> alike =
        ids.stream().collect(Collectors.groupingBy(id -> key(id).toLowerCase(Locale.ROOT)));
    for (String id : ids) {
      String key = key(id);
      boolean isShared = alike.getOrDefault(key.toLowerCase(Locale.ROOT), List.of()).size() > 1;
      boolean hasCapitals = !key.equals(key.toLowerCase(Locale.ROOT));
      keys.put(id, isShared && hasCapitals ? key + "-" + checksum(id) : key);
    }
    if (new HashSet<>(keys.values()).size() < keys.size()) {
      throw new IllegalArgumentException("two documents have one key: " + keys);
    }
    return keys;
  }

  private static String key(String id) {
    return id.matches("[A-Za-z0-9][A-Za-z0-9_:.-]*")
        ? id
        : "doc-" + id.replaceAll("[^A-Za-z0-9_-]+", "-") + "-" + checksum(id);
  }

  private static String checksum(String id) {
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /**
   * The reference of a document.
   *
   * @param document the id of a document
   * @return the reference; empty where the result does not rest on it
   */
  public Optional<Reference> reference(String document) {
    return references.stream().filter(r -> r.document().id().equals(document)).findFirst();
  }

  /**
   * The references for BibTeX.
   *
   * @return a file for {@link BibliographyDialect#BIBTEX}
   */
  public String toBibTeX() {
    return toBibTeX(BibliographyDialect.BIBTEX);
  }

  /**
   * The references for LaTeX.
   *
   * @param dialect the program that reads them
   * @return the text of a {@code .bib} file; an address of another scheme than http and https is
   *     text and no link
   */
  public String toBibTeX(BibliographyDialect dialect) {
    return BibTeX.write(references, dialect);
  }

  /**
   * The references for reference managers, Pandoc and citeproc.
   *
   * @return a list of items of CSL-JSON: id, type, title, author, issued, URL
   */
  public String toCslJson() {
    return CslJson.write(references);
  }
}
