package org.crosstally.figure;

import java.util.List;

/**
 * A file or table of figures with problems. The message shows the first hundred and says how many
 * more there are; {@link #problems()} gives them as data.
 */
public final class FigureFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  /** The problems that were kept. */
  private final Problem[] problems;

  /** The number of all problems. */
  private final long count;

  FigureFormatException(List<Problem> problems, long count) {
    super(message(problems, count));
    this.problems = problems.toArray(new Problem[0]);
    this.count = count;
  }

  private static String message(List<Problem> problems, long count) {
    StringBuilder out = new StringBuilder();
    out.append(count).append(count == 1 ? " problem:" : " problems:");
    int shown = Math.min(problems.size(), SHOWN);
    for (Problem problem : problems.subList(0, shown)) {
      out.append(System.lineSeparator()).append("  ").append(problem.message());
    }
    if (count > shown) {
      out.append(System.lineSeparator()).append("  and ").append(count - shown).append(" more");
    }
    return out.toString();
  }

  /**
   * The problems in the order in which they were found: all of them up to {@link Problems#MOST},
   * and the first of them beyond.
   *
   * @return an immutable list, not empty
   */
  public List<Problem> problems() {
    return List.of(problems);
  }

  /**
   * How many problems there are, those beyond {@link Problems#MOST} included.
   *
   * @return the number of problems
   */
  public long count() {
    return count;
  }
}
