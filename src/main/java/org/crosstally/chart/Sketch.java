package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;

/** Collects what is laid over a plot. */
final class Sketch {
  static final double MARGIN = 2;

  final Page page;
  final double small;
  private final List<Ink> ink = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  Sketch(Page page) {
    this.page = page;
    this.small = page.smallPt();
  }

  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  void add(Ink item) {
    ink.add(item);
  }

  void add(List<Ink> items) {
    ink.addAll(items);
  }

  List<Ink> ink() {
    return ink;
  }

  List<Label> labels() {
    return labels;
  }

  /** Sets a text on a base line; a blank one leaves no trace. */
  void text(String words, double size, double x, double baseline, Align align) {
    if (!words.isBlank()) {
      labels.add(label(words, size, x, baseline, align));
    }
  }

  static Label label(String words, double size, double x, double baseline, Align align) {
    double width = Type.width(words, size);
    double start =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    return new Label(words, size, start, baseline, Label.Turn.LEVEL);
  }

  /** Sets a text that reads from below, centred on a height. */
  void upright(String words, double size, double baselineX, double centre) {
    if (!words.isBlank()) {
      double width = Type.width(words, size);
      labels.add(new Label(words, size, baselineX, centre + width / 2, Label.Turn.UPRIGHT));
    }
  }

  /** The base line of a text whose middle, by the height of its digits, is at a height. */
  static double centred(double middle, double size) {
    return middle + 0.36 * size;
  }

  static double line(double size) {
    return Type.ascent(size) + Type.descent(size);
  }

  /** The height that a title in the figure takes; it is set at once. */
  double title(String words) {
    if (words.isBlank()) {
      return MARGIN;
    }
    String fitted = Type.fitted(words, page.fontPt(), page.widthPt() - 2 * MARGIN);
    text(fitted, page.fontPt(), MARGIN, MARGIN + Type.ascent(page.fontPt()), Align.LEFT);
    return MARGIN + line(page.fontPt()) + 3;
  }
}
