package org.crosstally.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects problems, so that one reading names all of them. It keeps the first {@link #MOST} and
 * counts the others: a file of a gigabyte in which every row is wrong must not fill the memory.
 *
 * <p>Not safe to share between threads.
 */
public final class Problems {
  /** The number of problems that are kept as data; the others are only counted. */
  public static final int MOST = 10_000;

  private final List<Problem> kept = new ArrayList<>();
  private long count;

  /** Starts without problems. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param problem a problem
   */
  public void add(Problem problem) {
    count++;
    if (kept.size() < MOST) {
      kept.add(problem);
    }
  }

  /**
   * Adds problems.
   *
   * @param problems problems
   */
  public void addAll(Collection<Problem> problems) {
    problems.forEach(this::add);
  }

  /**
   * The problems that were kept.
   *
   * @return an immutable copy
   */
  public List<Problem> kept() {
    return List.copyOf(kept);
  }

  /**
   * How many problems were added.
   *
   * @return the number, those that were not kept included
   */
  public long count() {
    return count;
  }

  /**
   * Ends the reading if there was a problem.
   *
   * @throws FigureFormatException that names the problems, if there are any
   */
  public void raise() {
    if (count > 0) {
      throw exception();
    }
  }

  /**
   * The exception that names the problems.
   *
   * @return the exception, not thrown
   * @throws IllegalStateException if there is no problem
   */
  public FigureFormatException exception() {
    if (count == 0) {
      throw new IllegalStateException("there is no problem to name");
    }
    return new FigureFormatException(kept, count);
  }
}
