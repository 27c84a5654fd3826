package org.crosstally.chart;

import java.awt.Color;
import java.util.List;

/**
 * What one of several series or sources looks like: its colour, its mark and its dashes, each of
 * which alone tells it from the next ones.
 */
record Style(Color color, Mark.Form form, Dash dash) {
  private static final List<Mark.Form> FORMS =
      List.of(
          Mark.Form.CIRCLE,
          Mark.Form.SQUARE,
          Mark.Form.DIAMOND,
          Mark.Form.TRIANGLE_UP,
          Mark.Form.TRIANGLE_DOWN,
          Mark.Form.HEXAGON);

  private static final List<Dash> DASHES =
      List.of(Dash.SOLID, Dash.DASHED, Dash.DASH_DOT, Dash.SHORT, Dash.LONG, Dash.DOTTED);

  /** How many differ from each other in colour, mark and dashes. */
  static final int DISTINCT = Look.SOURCES.size();

  /** The style by rank; from the seventh on, a colour comes again with another mark and dashes. */
  static Style of(int rank) {
    int round = rank / DISTINCT;
    return new Style(
        Look.SOURCES.get(rank % DISTINCT),
        FORMS.get((rank + round) % FORMS.size()),
        DASHES.get((rank + round) % DASHES.size()));
  }

  Mark mark(Mark.Fill fill, double size) {
    return new Mark(form, color, fill, size);
  }
}
