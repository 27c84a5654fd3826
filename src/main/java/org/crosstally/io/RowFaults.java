package org.crosstally.io;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Problems;

/** What happens to rows with problems. */
sealed interface RowFaults {

  /** Takes a row with problems. */
  void reject(String location, int line, List<String> cells, List<Problem> problems);

  /** What to throw where a file cannot be read to its end. */
  FigureFormatException fatal(Problem problem);

  /** Refuses them all at the end of a file. */
  final class Strict implements RowFaults {
    private final Problems all = new Problems();

    @Override
    public void reject(String location, int line, List<String> cells, List<Problem> problems) {
      all.addAll(problems);
    }

    @Override
    public FigureFormatException fatal(Problem problem) {
      all.add(problem);
      return all.exception();
    }

    /** Throws what was found, if anything was. */
    void raise() {
      all.raise();
    }
  }

  /** Keeps them for the report. */
  final class Lenient implements RowFaults {
    private final List<RejectedRow> rows = new ArrayList<>();

    @Override
    public void reject(String location, int line, List<String> cells, List<Problem> problems) {
      rows.add(new RejectedRow(location, line, cells, problems));
    }

    @Override
    public FigureFormatException fatal(Problem problem) {
      Problems one = new Problems();
      one.add(problem);
      return one.exception();
    }

    List<RejectedRow> rows() {
      return rows;
    }
  }
}
