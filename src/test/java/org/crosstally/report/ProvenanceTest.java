package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;

/** From each reconciled value to the documents that it comes from. */
class ProvenanceTest {
  private static final Reconciliation YEARLY = Comparisons.reconciled();
  private static final Map<String, Object> PROV = read(YEARLY);

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(Reconciliation reconciliation) {
    return (Map<String, Object>) JsonReader.read(Provenance.of(reconciliation).toJson());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> part(String name) {
    return (Map<String, Map<String, Object>>) Objects.requireNonNull(PROV.get(name), name);
  }

  private static Map<String, Object> entity(String id) {
    return Objects.requireNonNull(part("entity").get(id), id);
  }

  private static Set<String> follow(
      String relation, String from, String end, Collection<String> start) {
    Set<String> found = new LinkedHashSet<>();
    for (Map<String, Object> record : part(relation).values()) {
      if (start.contains(record.get("prov:" + from))) {
        found.add((String) record.get("prov:" + end));
      }
    }
    return found;
  }

  private static String value(int year) {
    return Provenance.valueId(YEARLY.outcome(Period.ofYear(year)).orElseThrow().cell());
  }

  @Test
  void a_value_leads_to_its_figure_and_the_figure_to_its_document() {
    Set<String> figures =
        follow("wasDerivedFrom", "generatedEntity", "usedEntity", List.of(value(2003)));
    Set<String> documents = follow("wasDerivedFrom", "generatedEntity", "usedEntity", figures);

    assertThat(figures).containsExactly(Provenance.figureId("o2"));
    assertThat(documents).containsExactly(Provenance.documentId("report-2004"));
    assertThat(follow("wasAttributedTo", "entity", "agent", figures))
        .containsExactly("source:office");
    assertThat(entity(value(2003)).get("prov:value"))
        .isEqualTo(Map.of("$", "1385", "type", "xsd:decimal"));
  }

  @Test
  void every_value_that_stands_leads_to_a_document() {
    for (int year = 2001; year <= 2012; year++) {
      Set<String> figures =
          follow("wasDerivedFrom", "generatedEntity", "usedEntity", List.of(value(year)));
      assertThat(follow("wasDerivedFrom", "generatedEntity", "usedEntity", figures))
          .as("documents of %s", year)
          .isNotEmpty();
    }
    assertThat(part("entity")).doesNotContainKey(value(2013));
  }

  @Test
  void the_activity_used_every_figure_of_the_cell_in_its_role() {
    Set<String> activity = follow("wasGeneratedBy", "entity", "activity", List.of(value(2003)));
    assertThat(activity).hasSize(1);
    assertThat(follow("used", "activity", "entity", activity))
        .containsExactlyInAnyOrder("figure:o2", "figure:p2", "figure:w");
    assertThat(part("used").values())
        .filteredOn(record -> "figure:o2".equals(record.get("prov:entity")))
        .extracting(record -> record.get("prov:role"))
        .containsExactly("counted");
    Set<String> plans = follow("wasAssociatedWith", "activity", "plan", activity);
    assertThat(entity(plans.iterator().next()).get("prov:label"))
        .isEqualTo("latest attested: its own document");
  }

  @Test
  void everything_that_is_named_is_described_and_has_a_known_prefix() {
    Set<String> known = new LinkedHashSet<>(part("entity").keySet());
    known.addAll(part("activity").keySet());
    known.addAll(part("agent").keySet());
    List<String> named = new ArrayList<>();
    for (String relation :
        List.of(
            "used",
            "wasGeneratedBy",
            "wasDerivedFrom",
            "wasAttributedTo",
            "wasAssociatedWith",
            "hadMember")) {
      part(relation)
          .forEach(
              (id, record) -> {
                assertThat(id).startsWith("_:");
                record.forEach(
                    (key, end) -> {
                      if (end instanceof String name && !key.equals("prov:role")) {
                        named.add(name);
                      }
                    });
              });
    }
    assertThat(known).containsAll(named);
    // PN_LOCAL of PROV-N, as far as these names need it.
    assertThat(known).allMatch(id -> id.matches("[a-z]+:([A-Za-z0-9_/~-]|%[0-9A-F]{2})+"));
    Set<String> prefixes =
        ((Map<?, ?>) Objects.requireNonNull(PROV.get("prefix")))
            .keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    assertThat(known).allMatch(id -> prefixes.contains(id.substring(0, id.indexOf(':'))));
  }

  @Test
  void the_values_are_members_of_a_collection() {
    assertThat(follow("hadMember", "collection", "entity", List.of("crosstally:reconciliation")))
        .hasSize(12)
        .contains(value(2001));
  }

  @Test
  void the_same_figures_in_another_order_give_the_same_text() {
    var figures = new ArrayList<>(Comparisons.figures());
    Collections.shuffle(figures, new java.util.Random(1));
    Reconciliation shuffled =
        Reconciler.byLineage().reconcile(FigureTable.of(figures, Comparisons.catalogue()));

    assertThat(Provenance.of(shuffled).toJson()).isEqualTo(Provenance.of(YEARLY).toJson());
  }
}
