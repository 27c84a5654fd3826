package org.crosstally.io;

import java.util.List;
import org.crosstally.figure.Problem;

/**
 * A row that gave no figure.
 *
 * @param location the file
 * @param line the line on which the row begins, counted from 1
 * @param cells the texts of the row, as they are in the file
 * @param problems what is wrong with it, at least one
 */
public record RejectedRow(String location, int line, List<String> cells, List<Problem> problems) {

  /**
   * Copies the lists.
   *
   * @param location the file
   * @param line the line on which the row begins, counted from 1
   * @param cells the texts of the row, as they are in the file
   * @param problems what is wrong with it, at least one
   */
  public RejectedRow {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }
}
