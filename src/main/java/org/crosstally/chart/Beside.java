package org.crosstally.chart;

import java.util.List;

/**
 * What goes with a figure, made from the same values: its caption, its text for readers who do not
 * see it, and its marks as data.
 *
 * @param caption what is shown, what the intervals cover, what the marks mean, and whose figures
 *     they are
 * @param alternative the kind of figure, its shape, its extremes and its disagreements in sentences
 * @param data the marks
 */
record Beside(String caption, String alternative, List<Datum> data) {
  Beside {
    data = List.copyOf(data);
  }
}
