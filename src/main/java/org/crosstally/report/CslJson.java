package org.crosstally.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Period;

/** References as CSL-JSON. */
final class CslJson {
  private CslJson() {}

  static String write(List<Reference> references) {
    return Json.write(references.stream().map(CslJson::item).toList());
  }

  private static Map<String, Object> item(Reference reference) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", reference.key());
    String title = PlainText.line(reference.document().title());
    var link = Address.link(reference.document().url());
    item.put("type", link.isPresent() ? "webpage" : "document");
    item.put("title", title.isBlank() ? PlainText.line(reference.document().id()) : title);
    item.put(
        "author",
        reference.authors().stream().map(name -> Map.of("literal", PlainText.line(name))).toList());
    reference
        .published()
        .ifPresent(p -> item.put("issued", Map.of("date-parts", List.of(date(p)))));
    link.ifPresent(url -> item.put("URL", url));
    return item;
  }

  private static List<Integer> date(Period date) {
    List<Integer> parts = new ArrayList<>(List.of(date.start().getYear()));
    if (date.length() != Period.Length.YEAR) {
      parts.add(date.start().getMonthValue());
    }
    if (date.length() == Period.Length.DAY) {
      parts.add(date.start().getDayOfMonth());
    }
    return parts;
  }
}
