package org.crosstally.chart;

import java.awt.Color;
import java.util.List;

/** What XChart draws as one of its series. Later layers lie over earlier ones. */
sealed interface Layer {

  String name();

  List<At> at();

  /** A closed area. */
  record Area(String name, Color color, List<At> at) implements Layer {
    public Area {
      at = List.copyOf(at);
    }
  }

  /** A broken or unbroken line. */
  record Line(String name, Color color, double width, Dash dash, List<At> at) implements Layer {
    public Line {
      at = List.copyOf(at);
    }

    Line(String name, Color color, double width, List<At> at) {
      this(name, color, width, Dash.SOLID, at);
    }
  }

  /** Pieces of lines that belong to marks and need no entry in a legend. */
  record Whiskers(String name, Color color, double width, Dash dash, List<At> at) implements Layer {
    public Whiskers {
      at = List.copyOf(at);
    }

    Whiskers(String name, Color color, double width, List<At> at) {
      this(name, color, width, Dash.SOLID, at);
    }
  }

  /** Marks at points. */
  record Marks(String name, Mark mark, List<At> at) implements Layer {
    public Marks {
      at = List.copyOf(at);
    }
  }
}
