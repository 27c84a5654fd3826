package org.crosstally.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Document;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.series.Estimate;

/**
 * Where each reconciled value comes from, as W3C PROV in its JSON form (PROV-JSON, W3C Member
 * Submission, 24 April 2013; PROV-DM, W3C Recommendation, 30 April 2013).
 *
 * <ul>
 *   <li>Entities: each reconciled value, each figure of its cell, each document, each rule as a
 *       plan, and the collection of the values ({@code hadMember}).
 *   <li>Activities: the reconciling of each cell. It {@code used} every figure of the cell, with
 *       the part that it plays as the role, and the value {@code wasGeneratedBy} it.
 *   <li>{@code wasDerivedFrom}: a value from the figures that count, and a figure from its document
 *       as a quotation.
 *   <li>Agents: the sources. A figure {@code wasAttributedTo} who states it and who counted; a
 *       document to those who state figures in it. The activity {@code wasAssociatedWith} this
 *       library, by the plan.
 * </ul>
 *
 * <p>The identifiers are qualified names made of ids and cells alone, so that they are the same
 * from run to run; characters that such a name cannot hold are written in per cent. Nothing holds a
 * time of running. Immutable.
 */
public final class Provenance {
  private static final String NAMESPACE = "tag:crosstally.org,2026:";
  private static final String LIBRARY = "crosstally:library";

  private final Catalogue catalogue;
  private final SortedMap<String, Map<String, Object>> entities = new TreeMap<>();
  private final SortedMap<String, Map<String, Object>> activities = new TreeMap<>();
  private final SortedMap<String, Map<String, Object>> agents = new TreeMap<>();
  private final Map<String, SortedMap<String, Map<String, Object>>> relations =
      new LinkedHashMap<>();

  private Provenance(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (String relation :
        List.of(
            "used",
            "wasGeneratedBy",
            "wasDerivedFrom",
            "wasAttributedTo",
            "wasAssociatedWith",
            "hadMember")) {
      relations.put(relation, new TreeMap<>());
    }
  }

  /**
   * The provenance of the values of a reconciliation.
   *
   * @param reconciliation a reconciliation
   * @return the provenance of every value that stands
   */
  public static Provenance of(Reconciliation reconciliation) {
    Provenance made = new Provenance(reconciliation.catalogue());
    made.agents.put(LIBRARY, typed("prov:SoftwareAgent", "Crosstally"));
    made.entities.put(
        "crosstally:reconciliation", typed("prov:Collection", "the reconciled values"));
    reconciliation.outcomes().stream()
        .filter(outcome -> outcome.estimate().isPresent())
        .forEach(made::add);
    return made;
  }

  /**
   * The identifier of the reconciled value of a cell.
   *
   * @param cell a cell
   * @return a qualified name
   */
  public static String valueId(Cell cell) {
    return "value:" + local(cell);
  }

  /**
   * The identifier of a figure.
   *
   * @param id the id of a figure
   * @return a qualified name
   */
  public static String figureId(String id) {
    return "figure:" + local(id);
  }

  /**
   * The identifier of a document.
   *
   * @param id the id of a document
   * @return a qualified name
   */
  public static String documentId(String id) {
    return "document:" + local(id);
  }

  private void add(CellOutcome outcome) {
    String value = valueId(outcome.cell());
    String activity = "reconciling:" + local(outcome.cell());
    String rule = outcome.result().rule();
    entities.put(value, value(outcome));
    activities.put(activity, typed("crosstally:Reconciling", "by the rule: " + rule));
    String plan = "rule:" + local(rule);
    entities.put(plan, typed("prov:Plan", rule));
    relate("wasGeneratedBy", Map.of("prov:entity", value, "prov:activity", activity));
    relate(
        "wasAssociatedWith",
        Map.of("prov:activity", activity, "prov:agent", LIBRARY, "prov:plan", plan));
    relate(
        "hadMember", Map.of("prov:collection", "crosstally:reconciliation", "prov:entity", value));
    for (Account account : outcome.accounts()) {
      String figure = addFigure(account.figure());
      relate(
          "used",
          Map.of("prov:activity", activity, "prov:entity", figure, "prov:role", role(account)));
      if (account.role() == Role.COUNTED) {
        relate(
            "wasDerivedFrom",
            Map.of(
                "prov:generatedEntity", value,
                "prov:usedEntity", figure,
                "prov:activity", activity));
      }
    }
  }

  private static String role(Account account) {
    return account.role().label() + account.cause().map(c -> ": " + c.label()).orElse("");
  }

  private Map<String, Object> value(CellOutcome outcome) {
    Estimate estimate = outcome.estimate().orElseThrow();
    Cell cell = outcome.cell();
    Map<String, Object> value =
        typed("crosstally:ReconciledValue", Rows.series(cell, catalogue) + ", " + cell.period());
    value.put("prov:value", number(estimate.value()));
    value.put("crosstally:low", number(estimate.low()));
    value.put("crosstally:high", number(estimate.high()));
    value.put("crosstally:period", cell.period().format());
    put(value, "crosstally:unit", outcome.unit().format());
    outcome.reconciled().ifPresent(r -> value.put("crosstally:status", r.status().code()));
    return value;
  }

  private String addFigure(Figure figure) {
    String id = figureId(figure.id());
    Map<String, Object> entity = typed("crosstally:Figure", "figure " + figure.id());
    entity.put("prov:value", PlainText.line(figure.printed()));
    entity.put("crosstally:period", figure.period().format());
    put(entity, "crosstally:unit", figure.unit().format());
    entity.put("crosstally:status", figure.status().code());
    figure.locator().ifPresent(text -> put(entity, "crosstally:locator", text));
    figure.via().ifPresent(text -> put(entity, "crosstally:via", text));
    figure.published().map(Period::format).ifPresent(d -> put(entity, "crosstally:published", d));
    entities.put(id, entity);
    relate("wasAttributedTo", Map.of("prov:entity", id, "prov:agent", addAgent(figure.source())));
    figure
        .origin()
        .filter(origin -> !origin.equals(figure.source()))
        .ifPresent(
            origin ->
                relate(
                    "wasAttributedTo",
                    Map.of(
                        "prov:entity",
                        id,
                        "prov:agent",
                        addAgent(origin),
                        "prov:type",
                        name("crosstally:CountedBy"))));
    figure.document().ifPresent(document -> addDocument(figure, id, document));
    return id;
  }

  private void addDocument(Figure figure, String id, String documentId) {
    String document = documentId(documentId);
    Document known = catalogue.document(documentId);
    Map<String, Object> entity = typed("crosstally:Document", known.title());
    put(entity, "crosstally:url", known.url());
    put(entity, "crosstally:file", known.file());
    entities.put(document, entity);
    relate(
        "wasDerivedFrom",
        Map.of(
            "prov:generatedEntity",
            id,
            "prov:usedEntity",
            document,
            "prov:type",
            name("prov:Quotation")));
    relate(
        "wasAttributedTo",
        Map.of("prov:entity", document, "prov:agent", addAgent(figure.source())));
  }

  private String addAgent(String id) {
    Source source = catalogue.source(id);
    String agent = "source:" + local(id);
    Map<String, Object> described = typed("crosstally:Source", source.name());
    put(described, "crosstally:kind", source.kind().code());
    agents.put(agent, described);
    return agent;
  }

  /** A relation is named by what it relates, so that it is the same from run to run. */
  private void relate(String relation, Map<String, Object> attributes) {
    Map<String, Object> sorted = new TreeMap<>(attributes);
    StringBuilder ends = new StringBuilder("_:" + relation);
    for (String end :
        List.of(
            "prov:generatedEntity",
            "prov:usedEntity",
            "prov:collection",
            "prov:activity",
            "prov:entity",
            "prov:agent")) {
      if (attributes.get(end) instanceof String name) {
        ends.append('-').append(name.replaceAll("[:/~%]", "."));
      }
    }
    SortedMap<String, Map<String, Object>> all =
        relations.computeIfAbsent(relation, name -> new TreeMap<>());
    String id = ends.toString();
    // Names that differ in a mark alone may meet here.
    for (int i = 2; all.containsKey(id) && !sorted.equals(all.get(id)); i++) {
      id = ends + "." + i;
    }
    all.put(id, sorted);
  }

  private static Map<String, Object> typed(String type, String label) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("prov:type", name(type));
    put(described, "prov:label", label);
    return described;
  }

  private static void put(Map<String, Object> described, String key, String text) {
    if (!text.isBlank()) {
      described.put(key, PlainText.line(text));
    }
  }

  private static Map<String, Object> name(String qualified) {
    return literal(qualified, "prov:QUALIFIED_NAME");
  }

  private static Map<String, Object> number(double value) {
    return literal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), "xsd:decimal");
  }

  private static Map<String, Object> literal(String value, String type) {
    Map<String, Object> literal = new LinkedHashMap<>();
    literal.put("$", value);
    literal.put("type", type);
    return literal;
  }

  private static String local(Cell cell) {
    StringBuilder out = new StringBuilder(local(cell.measure()));
    cell.dimensions()
        .values()
        .forEach(
            (name, value) -> out.append('/').append(local(name)).append('~').append(local(value)));
    String basis = cell.basis().isEmpty() ? "" : "/basis/" + local(cell.basis());
    return out + basis + "/" + local(cell.period().format());
  }

  /** Letters of ASCII, digits, hyphen and underscore as they are, all else in per cent. */
  private static String local(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean isSafe =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '_';
      out.append(
          isSafe ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    return out.toString();
  }

  /**
   * The provenance as PROV-JSON.
   *
   * @return the text of a file; the same reconciliation gives the same text
   */
  public String toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> prefixes = new LinkedHashMap<>();
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefixes.put("crosstally", NAMESPACE);
    for (String prefix : List.of("value", "figure", "document", "source", "rule", "reconciling")) {
      prefixes.put(prefix, NAMESPACE + prefix + "/");
    }
    document.put("prefix", prefixes);
    document.put("entity", entities);
    document.put("activity", activities);
    document.put("agent", agents);
    relations.forEach(
        (relation, all) -> {
          if (!all.isEmpty()) {
            document.put(relation, all);
          }
        });
    return Json.write(document);
  }
}
