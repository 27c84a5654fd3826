package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Period;
import org.crosstally.report.ComparisonReport.Chart;

/** Writes sections into one page of HTML that is well-formed as XML. */
final class HtmlPage {
  private static final String STYLE =
      """
      body { color: #1a1a1a; background: #fff; font: 16px/1.55 Georgia, "Times New Roman", serif;
        margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
      h1, h2, h3, nav, table, figcaption { font-family: "Helvetica Neue", Arial, sans-serif; }
      h1 { font-size: 1.9rem; line-height: 1.2; }
      h2 { border-bottom: 1px solid #999; font-size: 1.35rem; margin-top: 2.8rem; }
      h3 { font-size: 1rem; margin: 1.8rem 0 0.3rem; }
      p, li { max-width: 44rem; overflow-wrap: anywhere; }
      .lead { font-size: 1.1rem; }
      nav ol { columns: 2; font-size: 0.9rem; }
      a { color: #00508c; }
      .wide { overflow-x: auto; }
      table { border-bottom: 2px solid #1a1a1a; border-collapse: collapse; border-top: 2px solid
        #1a1a1a; font-size: 0.8rem; line-height: 1.35; margin: 1.2rem 0; }
      caption { font-weight: bold; padding-bottom: 0.4rem; text-align: left; }
      thead th { border-bottom: 1px solid #1a1a1a; vertical-align: bottom; }
      th, td { padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
      tbody th { font-weight: normal; }
      tbody tr:nth-child(even) { background: #f4f4f4; }
      .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
      .short { white-space: nowrap; }
      tfoot td { border-top: 1px solid #1a1a1a; }
      tfoot p { margin: 0.2rem 0; }
      figure { margin: 1.5rem 0; }
      figure svg { height: auto; max-width: 100%; }
      figcaption { color: #444; font-size: 0.85rem; max-width: 44rem; }
      @media print { body { max-width: none; } nav { display: none; } tr, figure { break-inside: avoid; } }
      """;

  private record Heading(String id, String text) {}

  private final StringBuilder lead = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final List<Heading> headings = new ArrayList<>();
  private int figures;

  void lead(String text) {
    lead.append("<p class=\"lead\">").append(HtmlEscape.text(text)).append("</p>\n");
  }

  void section(String heading) {
    closeSection();
    String id = "section-" + (headings.size() + 1);
    headings.add(new Heading(id, heading));
    body.append("<section aria-labelledby=\"").append(id).append("\">\n<h2 id=\"").append(id);
    body.append("\">").append(headings.size()).append(". ").append(HtmlEscape.text(heading));
    body.append("</h2>\n");
  }

  private void closeSection() {
    if (!headings.isEmpty()) {
      body.append("</section>\n");
    }
  }

  void subsection(String heading) {
    body.append("<h3><bdi>").append(HtmlEscape.text(heading)).append("</bdi></h3>\n");
  }

  void paragraph(String text) {
    body.append("<p><bdi>").append(HtmlEscape.text(text)).append("</bdi></p>\n");
  }

  void list(List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    body.append("<ul>\n");
    for (String item : items) {
      body.append("<li><bdi>").append(HtmlEscape.text(item)).append("</bdi></li>\n");
    }
    body.append("</ul>\n");
  }

  /** A table may be wider than a small screen, and then moves by itself, with the keyboard, too. */
  void table(ReportTable table) {
    body.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    body.append(HtmlEscape.text(table.caption())).append("\">\n");
    body.append(TableRenderer.html().render(table)).append("</div>\n");
  }

  void chart(Chart chart) {
    figures++;
    String svg = chart.svg();
    String inside = svg.substring(svg.indexOf("<svg "));
    body.append("<figure>\n<svg aria-label=\"")
        .append(HtmlEscape.text(chart.caption()))
        .append("\" ");
    body.append(inside.substring("<svg ".length()));
    body.append("<figcaption><b>Figure ").append(figures).append(".</b> ");
    body.append(HtmlEscape.text(chart.caption())).append(' ');
    body.append(HtmlEscape.text(chart.description())).append("</figcaption>\n</figure>\n");
  }

  void references(List<Reference> references) {
    body.append("<ul>\n");
    for (Reference reference : references) {
      body.append("<li id=\"ref-").append(HtmlEscape.text(reference.key())).append("\">");
      body.append(reference(reference)).append("</li>\n");
    }
    body.append("</ul>\n");
  }

  private static String reference(Reference reference) {
    String title = reference.document().title();
    String words = HtmlEscape.text(title.isBlank() ? reference.document().id() : title);
    Optional<String> link = Address.link(reference.document().url());
    String linked =
        link.map(
                url ->
                    "<a rel=\"noreferrer\" href=\"" + HtmlEscape.text(url) + "\">" + words + "</a>")
            .orElse(words);
    String other =
        link.isPresent()
            ? ""
            : (reference.document().url() + " " + reference.document().file()).strip();
    return "<bdi>"
        + HtmlEscape.text(String.join(", ", reference.authors()))
        + "</bdi>"
        + reference.published().map(Period::format).map(date -> " (" + date + ")").orElse("")
        + ". <bdi>"
        + linked
        + "</bdi>."
        + (other.isEmpty() ? "" : " <bdi>" + HtmlEscape.text(other) + "</bdi>.")
        + " ["
        + HtmlEscape.text(reference.key())
        + "]";
  }

  String render(String title) {
    closeSection();
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n");
    out.append("<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\"");
    out.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<title>").append(HtmlEscape.text(title)).append("</title>\n<style>\n");
    out.append(STYLE).append("</style>\n</head>\n<body>\n<header>\n<h1><bdi>");
    out.append(HtmlEscape.text(title)).append("</bdi></h1>\n").append(lead);
    out.append("</header>\n<nav aria-label=\"Contents\">\n<ol>\n");
    for (Heading heading : headings) {
      out.append("<li><a href=\"#").append(heading.id()).append("\">");
      out.append(HtmlEscape.text(heading.text())).append("</a></li>\n");
    }
    out.append("</ol>\n</nav>\n<main>\n").append(body).append("</main>\n</body>\n</html>\n");
    return out.toString();
  }
}
