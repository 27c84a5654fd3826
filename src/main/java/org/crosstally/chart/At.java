package org.crosstally.chart;

/** A place in the coordinates of the data; one without a y interrupts a line. */
record At(double x, double y) {

  static At gap(double x) {
    return new At(x, Double.NaN);
  }

  boolean isGap() {
    return Double.isNaN(y);
  }
}
