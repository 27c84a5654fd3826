package org.crosstally.io;

import java.util.List;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Problem;

/**
 * What a lenient reader read: the figures of the sound rows, and every row that gave none. Nothing
 * is dropped in silence.
 *
 * @param table the figures
 * @param rejected the rows that gave no figure, or no source, document or measure, in the order in
 *     which they were read
 */
public record ReadReport(FigureTable table, List<RejectedRow> rejected) {

  /**
   * Copies the list.
   *
   * @param table the figures
   * @param rejected the rows that gave no figure, or no source, document or measure, in the order
   *     in which they were read
   */
  public ReadReport {
    rejected = List.copyOf(rejected);
  }

  /**
   * Every problem of every rejected row.
   *
   * @return an immutable list; empty if every row was sound
   */
  public List<Problem> problems() {
    return rejected.stream().flatMap(row -> row.problems().stream()).toList();
  }
}
