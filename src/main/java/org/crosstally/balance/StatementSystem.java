package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements as the rows of one simplex, of which any choice can be imposed. What was pivoted for
 * one choice serves the next.
 *
 * <p>Not safe to share between threads.
 */
final class StatementSystem {
  /** By how much a strict inequality is narrowed, relative to the largest number. */
  private static final double MARGIN = 1e-9;

  private final List<Statement> statements;
  private final BoundedSimplex simplex;
  private final int[] firstRow;
  private final int[] statementOfRow;
  private final double scale;
  private final Set<Integer> imposed = new TreeSet<>();
  private Set<Integer> checked = Set.of(-1);
  private boolean isPossible;

  StatementSystem(List<Statement> statements, LatentFlows flows) {
    this.statements = statements;
    List<Form> forms = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    firstRow = new int[statements.size() + 1];
    double largest = 1;
    for (int s = 0; s < statements.size(); s++) {
      firstRow[s] = forms.size();
      for (Statement.Row row : statements.get(s).rows()) {
        forms.add(row.combined());
        owners.add(s);
        largest = Math.max(largest, finite(row.set().lowest()));
        largest = Math.max(largest, finite(row.set().highest()));
      }
    }
    firstRow[statements.size()] = forms.size();
    scale = largest;
    statementOfRow = owners.stream().mapToInt(Integer::intValue).toArray();
    List<Form> background = flows.nonNegative();
    int rows = forms.size();
    forms.addAll(background);
    simplex = new BoundedSimplex(forms.toArray(new Form[0]), flows.size());
    for (int i = 0; i < background.size(); i++) {
      simplex.bound(rows + i, 0, Double.POSITIVE_INFINITY);
    }
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? 0 : Math.abs(value);
  }

  /**
   * Looks for a contradiction among some statements.
   *
   * @return statements that contradict each other as far as floating point can tell; none where all
   *     can be true
   */
  Set<Integer> contradictory(Set<Integer> among) {
    impose(among);
    Set<Integer> members = new TreeSet<>();
    for (int row : simplex.conflict()) {
      if (row >= 0 && row < statementOfRow.length) {
        members.add(statementOfRow[row]);
      }
    }
    return members;
  }

  /**
   * The values of a form that some statements allow.
   *
   * @return the least and the greatest value; empty where the statements contradict each other
   */
  Optional<double[]> range(Form form, Set<Integer> among) {
    if (!among.equals(checked) || !among.equals(imposed)) {
      isPossible = contradictory(among).isEmpty();
      checked = Set.copyOf(among);
    }
    return isPossible
        ? Optional.of(new double[] {scale * simplex.smallest(form), scale * simplex.largest(form)})
        : Optional.empty();
  }

  private void impose(Set<Integer> wanted) {
    List.copyOf(imposed).stream().filter(s -> !wanted.contains(s)).forEach(this::release);
    wanted.stream().filter(s -> !imposed.contains(s)).forEach(this::impose);
    imposed.clear();
    imposed.addAll(wanted);
  }

  private void impose(int statement) {
    List<Statement.Row> rows = statements.get(statement).rows();
    for (int i = 0; i < rows.size(); i++) {
      AllowedSet set = rows.get(i).set();
      double low = set.lowest() / scale + (set.lowOpen() ? MARGIN : 0);
      double high = set.highest() / scale - (set.highOpen() ? MARGIN : 0);
      simplex.bound(firstRow[statement] + i, low, high);
    }
  }

  private void release(int statement) {
    for (int row = firstRow[statement]; row < firstRow[statement + 1]; row++) {
      simplex.free(row);
    }
  }
}
