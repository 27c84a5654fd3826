package org.crosstally.chart;

/**
 * A line from one number to another.
 *
 * @param name what it is the line of
 * @param more how many others have the same two numbers in the same form
 * @param from the mark on the left
 * @param to the mark on the right
 */
record Slope(String name, int more, End from, End to) {

  /**
   * An end of a line.
   *
   * @param value the number
   * @param mark its mark
   * @param words the number as it is said
   * @param status what the form of the mark tells
   */
  record End(double value, Mark mark, String words, String status) {}

  Slope with(int others) {
    return new Slope(name, others, from, to);
  }

  /** The name, and how many share the line. */
  String who() {
    return more == 0 ? name : name + " + " + more + " more";
  }

  /** The name within a room; what is said of the others is never cut. */
  String who(double size, double room) {
    if (more == 0) {
      return Type.fitted(name, size, room);
    }
    String tail = " +" + more;
    double rest = room - Type.width(tail, size);
    return Type.width(who(), size) <= room
        ? who()
        : rest < size
            ? Type.fitted(tail.strip(), size, room)
            : Type.fitted(name, size, rest) + tail;
  }
}
