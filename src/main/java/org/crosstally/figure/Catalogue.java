package org.crosstally.figure;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known about the sources, documents and measures that figures refer to by id. An id that
 * is not in the catalogue is described by itself.
 *
 * <p>Immutable.
 *
 * @param sources sources by id
 * @param documents documents by id
 * @param measures measures by id
 */
public record Catalogue(
    SortedMap<String, Source> sources,
    SortedMap<String, Document> documents,
    SortedMap<String, Measure> measures) {
  private static final Catalogue EMPTY =
      new Catalogue(
          Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

  /**
   * Copies the maps.
   *
   * @param sources sources by id
   * @param documents documents by id
   * @param measures measures by id
   */
  public Catalogue {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
  }

  /**
   * A catalogue in which every id is described by itself.
   *
   * @return the empty catalogue
   */
  public static Catalogue empty() {
    return EMPTY;
  }

  /**
   * A catalogue of the given descriptions.
   *
   * @param sources the sources
   * @param documents the documents
   * @param measures the measures
   * @return the catalogue
   * @throws IllegalArgumentException if an id occurs twice
   */
  public static Catalogue of(
      Collection<Source> sources, Collection<Document> documents, Collection<Measure> measures) {
    return new Catalogue(
        byId(sources, Source::id), byId(documents, Document::id), byId(measures, Measure::id));
  }

  private static <T> SortedMap<String, T> byId(Collection<T> items, Function<T, String> id) {
    SortedMap<String, T> map = new TreeMap<>();
    for (T item : items) {
      if (map.put(id.apply(item), item) != null) {
        throw new IllegalArgumentException("the id '" + id.apply(item) + "' occurs twice");
      }
    }
    return map;
  }

  /**
   * The source with this id.
   *
   * @param id an id
   * @return the source; one of kind {@link Source.Kind#UNSTATED} named by its id where the
   *     catalogue has none
   */
  public Source source(String id) {
    Source source = sources.get(id);
    return source != null ? source : new Source(id, id, Source.Kind.UNSTATED);
  }

  /**
   * The document with this id.
   *
   * @param id an id
   * @return the document; one titled by its id where the catalogue has none
   */
  public Document document(String id) {
    Document document = documents.get(id);
    return document != null ? document : new Document(id, id, "", "");
  }

  /**
   * The measure with this id.
   *
   * @param id an id
   * @return the measure; one of kind {@link Measure.Kind#UNSTATED} labelled by its id where the
   *     catalogue has none
   */
  public Measure measure(String id) {
    Measure measure = measures.get(id);
    return measure != null
        ? measure
        : new Measure(id, id, Measure.Kind.UNSTATED, java.util.List.of());
  }
}
