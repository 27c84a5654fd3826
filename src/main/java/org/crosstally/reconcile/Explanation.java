package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Figure;

/**
 * How a number came about: as text that fits a screen, and as data that leaves nothing out.
 *
 * <p>Immutable. {@link #toString()} gives the text.
 *
 * @param outcome the outcome that is explained
 * @param headline the cell and its number
 * @param sections what led to it, in the order of the reasoning
 */
public record Explanation(CellOutcome outcome, String headline, List<Section> sections) {

  /**
   * Copies the sections.
   *
   * @param outcome the outcome that is explained
   * @param headline the cell and its number
   * @param sections what led to it, in the order of the reasoning
   */
  public Explanation {
    sections = List.copyOf(sections);
  }

  /**
   * One step of the reasoning.
   *
   * @param title what the step is about
   * @param entries the findings
   */
  public record Section(String title, List<Entry> entries) {
    /**
     * Copies the entries.
     *
     * @param title what the step is about
     * @param entries the findings
     */
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One finding.
   *
   * @param text the finding in words; it names some of the figures where there are many
   * @param figures all figures that the finding rests on
   */
  public record Entry(String text, List<Figure> figures) {
    /**
     * Copies the figures.
     *
     * @param text the finding in words
     * @param figures all figures that the finding rests on
     */
    public Entry {
      figures = List.copyOf(figures);
    }
  }

  /**
   * The explanation as text, with figure ids in brackets.
   *
   * @return lines of at most a hundred characters, where no single word is longer
   */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    TextLayout.wrap(headline, "", out);
    for (Section section : sections) {
      TextLayout.wrap(section.title(), "  ", out);
      section.entries().forEach(entry -> TextLayout.wrap(entry.text(), "    ", out));
    }
    return out.toString();
  }
}
