package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the others alone predict for each equation, within the bounds. Without bounds in the way,
 * one factorisation gives all of them; where leaving an equation out would move a number beyond a
 * bound, or away from one that binds, the system is solved once more without it.
 */
final class Predictions {
  private static final double NONE = 1e-9;

  private final Solver solver;
  private final Estimation estimation;
  private final List<double[]> normals = new ArrayList<>();
  private final double[] room;

  Predictions(Solver solver, Estimation estimation) {
    this.solver = solver;
    this.estimation = estimation;
    List<Estimation.Inequality> bounds = estimation.inequalities();
    room = new double[bounds.size()];
    for (int k = 0; k < room.length; k++) {
      Form form = bounds.get(k).form();
      normals.add(estimation.inMoves(form));
      room[k] = estimation.value(form) - bounds.get(k).limit();
    }
  }

  /** One for each equation of the fit, in its order; empty where the others do not predict it. */
  List<Optional<GaussMarkov.LeaveOneOut>> list() {
    List<Optional<GaussMarkov.LeaveOneOut>> free = estimation.fit().leaveOneOut();
    List<Integer> fitted = solver.fitted();
    List<Optional<GaussMarkov.LeaveOneOut>> out = new ArrayList<>();
    for (int i = 0; i < free.size(); i++) {
      int equation = fitted.get(i);
      out.add(free.get(i).map(p -> meetsBounds(equation, p) ? bounded(equation, p) : p));
    }
    return out;
  }

  private GaussMarkov.LeaveOneOut bounded(int equation, GaussMarkov.LeaveOneOut free) {
    double value = solver.without(equation).value(solver.linear(equation).form());
    return new GaussMarkov.LeaveOneOut(value, free.uncertainty(), free.leverage());
  }

  /**
   * Leaving out an equation with the whitened slope g and the uncertainty v moves a form with the
   * whitened coefficients a by {@code a·g·(prediction - value)/v}.
   */
  private boolean meetsBounds(int equation, GaussMarkov.LeaveOneOut free) {
    GaussMarkov.Equation linear = solver.linear(equation);
    double v = estimation.fit().deviation(linear);
    double[] slope = estimation.inMoves(linear.form());
    double step = (free.value() - linear.value()) / (v * v);
    double tiny = NONE * Math.max(1, Math.abs(linear.value()));
    for (int k = 0; k < room.length; k++) {
      double shift = ActiveSet.product(normals.get(k), slope) * step;
      boolean isBinding = room[k] <= tiny && Math.abs(shift) > tiny;
      if (isBinding || shift < -room[k] - tiny) {
        return true;
      }
    }
    return false;
  }
}
