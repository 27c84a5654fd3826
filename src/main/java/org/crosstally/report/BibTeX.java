package org.crosstally.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Period;

/** References and papers as BibTeX. */
final class BibTeX {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private BibTeX() {}

  static String write(List<Reference> references, BibliographyDialect dialect) {
    return references.stream().map(r -> entry(r, dialect)).collect(Collectors.joining("\n"));
  }

  private static String entry(Reference reference, BibliographyDialect dialect) {
    boolean isModern = dialect == BibliographyDialect.BIBLATEX;
    LatexText mode = isModern ? LatexText.UNICODE : LatexText.ASCII;
    Map<String, String> fields = new LinkedHashMap<>();
    // Braces keep a name of an office from being taken for first and last names.
    fields.put(
        "author",
        reference.authors().stream()
            .map(name -> "{" + LatexEscape.text(name, mode) + "}")
            .collect(Collectors.joining(" and ")));
    fields.put("title", "{" + LatexEscape.text(title(reference), mode) + "}");
    reference.published().ifPresent(date -> date(date, isModern, fields));
    Optional<String> link = Address.link(reference.document().url());
    link.ifPresent(
        url ->
            fields.put(isModern ? "url" : "howpublished", isModern ? url : "\\url{" + url + "}"));
    String other = link.isPresent() ? "" : reference.document().url();
    String file = reference.document().file();
    String note =
        !other.isBlank() ? other : link.isPresent() || file.isBlank() ? "" : "File " + file;
    if (!note.isBlank()) {
      fields.put("note", LatexEscape.text(note, mode));
    }
    return entry(isModern && link.isPresent() ? "online" : "misc", reference.key(), fields);
  }

  static String entry(String type, String key, Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
        .collect(Collectors.joining(",\n", "@" + type + "{" + key + ",\n", "\n}\n"));
  }

  private static String title(Reference reference) {
    String title = reference.document().title();
    return title.isBlank() ? reference.document().id() : title;
  }

  private static void date(Period date, boolean isModern, Map<String, String> fields) {
    if (isModern) {
      fields.put("date", date.format());
      return;
    }
    fields.put("year", String.valueOf(date.start().getYear()));
    if (date.length() != Period.Length.YEAR) {
      fields.put("month", MONTHS.get(date.start().getMonthValue() - 1));
    }
  }
}
