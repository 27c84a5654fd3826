package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The entries of a legend that tell what the forms of marks mean, as far as they occur. */
final class MarkKey {

  private MarkKey() {}

  static List<Legend.Entry> forms(Collection<Mark> marks) {
    List<Legend.Entry> entries = new ArrayList<>();
    boolean open =
        marks.stream().anyMatch(m -> m.fill() == Mark.Fill.OPEN && m.form() != Mark.Form.CROSS);
    if (open) {
      Mark mark = Sources.others(Look.MARK).filled(Mark.Fill.OPEN);
      entries.add(entry(mark, "Open: rounded or provisional"));
    }
    if (marks.stream().anyMatch(mark -> mark.fill() == Mark.Fill.DASHED)) {
      Mark mark = Sources.others(Look.MARK).filled(Mark.Fill.DASHED);
      entries.add(entry(mark, "Open, dashed: forecast"));
    }
    if (marks.stream().anyMatch(mark -> mark.form() == Mark.Form.CROSS)) {
      entries.add(entry(Sources.aside(Look.MARK), "Set aside"));
    }
    return entries;
  }

  static Legend.Entry entry(Mark mark, String text) {
    return new Legend.Entry(new Legend.Swatch.Point(mark), text);
  }
}
