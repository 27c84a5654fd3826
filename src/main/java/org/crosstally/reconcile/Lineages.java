package org.crosstally.reconcile;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Source;

/**
 * Reads the lineage of figures; relays named in free text are recognised by the ids and names of
 * the catalogue.
 */
final class Lineages {
  private static final Pattern RELAY_SEPARATOR = Pattern.compile("\\s*[,;/]\\s*|\\s+via\\s+");

  private final Catalogue catalogue;
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, SortedSet<String>> found = new HashMap<>();
  private final Map<Provenance, Lineage> known = new ConcurrentHashMap<>();

  Lineages(Catalogue catalogue) {
    this(catalogue, new ProbableRelays(List.of()));
  }

  /** Lineages as declared, and those that were found as well. */
  Lineages(Catalogue catalogue, ProbableRelays relays) {
    this.catalogue = catalogue;
    for (ProbableRelays.ProbableRelay relay : relays.list()) {
      found.computeIfAbsent(relay.copier(), key -> new TreeSet<>()).add(relay.copied());
    }
    for (Source source : catalogue.sources().values()) {
      idByName.putIfAbsent(fold(source.name()), source.id());
    }
    // An id wins over somebody else's name.
    for (Source source : catalogue.sources().values()) {
      idByName.put(fold(source.id()), source.id());
    }
  }

  /** Figures that say the same about where they come from share one lineage. */
  Lineage of(Figure figure) {
    Provenance provenance =
        new Provenance(figure.source(), figure.origin(), figure.via(), figure.document());
    return known.computeIfAbsent(provenance, key -> read(figure));
  }

  /** What a figure says about where it comes from. */
  private record Provenance(
      String source, Optional<String> origin, Optional<String> via, Optional<String> document) {}

  private Lineage read(Figure figure) {
    String source = figure.source();
    String origin = figure.origin().orElse(source);
    SortedSet<String> chain = new TreeSet<>();
    figure.via().ifPresent(via -> addRelays(via, chain));
    chain.remove(origin);
    if (origin.equals(source) && chain.isEmpty()) {
      if (figure.origin().isPresent() || catalogue.source(source).kind().counts()) {
        chain.add(source);
        return new Lineage(origin, Lineage.Directness.OWN, chain);
      }
      return unattributed(figure, chain);
    }
    if (figure.origin().isEmpty() && !catalogue.source(source).kind().counts()) {
      return unattributed(figure, chain);
    }
    addSource(figure, chain);
    return new Lineage(origin, Lineage.Directness.RELAYED, chain);
  }

  private Lineage unattributed(Figure figure, SortedSet<String> chain) {
    addSource(figure, chain);
    return new Lineage(figure.source(), Lineage.Directness.UNATTRIBUTED, chain);
  }

  /** Two figures from one document are one witness, whoever is named as its source. */
  private void addSource(Figure figure, SortedSet<String> chain) {
    chain.add(figure.source());
    chain.addAll(found.getOrDefault(figure.source(), Collections.emptySortedSet()));
    figure.document().ifPresent(document -> chain.add("document " + document));
  }

  private void addRelays(String via, SortedSet<String> chain) {
    RELAY_SEPARATOR
        .splitAsStream(via.strip())
        .filter(relay -> !relay.isBlank())
        .map(Lineages::fold)
        .forEach(name -> chain.add(idByName.getOrDefault(name, name)));
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
