package org.crosstally.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The legends of panels as one. */
final class PanelLegend {
  private PanelLegend() {}

  /** An entry of the legend of a panel. */
  private record Found(int panel, Legend.Entry entry) {
    /** Whether the same sign means another thing elsewhere, or the same thing has another sign. */
    boolean contradicts(Found other) {
      boolean sameSign = entry.swatch().equals(other.entry.swatch());
      boolean sameText = entry.text().equals(other.entry.text());
      return panel != other.panel && sameSign != sameText;
    }

    Legend.Entry inItsPanel() {
      return new Legend.Entry(entry.swatch(), entry.text() + ", in (" + Panels.letter(panel) + ")");
    }
  }

  /** Each entry once; with the letter of its panel where it does not hold in all panels. */
  static Legend of(List<Panel> panels) {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      int panel = i;
      Panel.key(panels.get(i).whole())
          .ifPresent(key -> key.legend().entries().forEach(e -> all.add(new Found(panel, e))));
    }
    Set<Legend.Entry> entries = new LinkedHashSet<>();
    for (Found found : all) {
      boolean isAmbiguous = all.stream().anyMatch(found::contradicts);
      entries.add(isAmbiguous ? found.inItsPanel() : found.entry());
    }
    return new Legend(new ArrayList<>(entries));
  }
}
