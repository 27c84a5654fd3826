package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Unit;

/**
 * What one document prints for one cell in one unit.
 *
 * @param key the cell and the unit
 * @param figures the figures, the most precise first
 */
record Slot(SlotKey key, List<Figure> figures) {

  /**
   * The most precise first: a plain number before a rounded one, a range, and a bound; then by the
   * width of what the words allow; then by id.
   */
  static final Comparator<Figure> PRECISION =
      Comparator.comparingInt((Figure figure) -> form(figure.amount()))
          .thenComparing(Slot::grain)
          .thenComparing(Figure::id);

  Slot {
    figures = figures.stream().sorted(PRECISION).toList();
  }

  Cell cell() {
    return key.cell();
  }

  Unit unit() {
    return key.unit();
  }

  private static int form(Amount amount) {
    if (amount instanceof Amount.Exact) {
      return 0;
    }
    if (amount instanceof Amount.Measured) {
      return 1;
    }
    if (amount instanceof Amount.Range) {
      return 3;
    }
    return amount.point().isPresent() ? 2 : 4;
  }

  private static BigDecimal grain(Figure figure) {
    if (figure.amount() instanceof Amount.Exact exact) {
      return exact.asRounded().grain();
    }
    return figure.amount().interval().isBounded()
        ? BigDecimal.valueOf(figure.amount().interval().width())
        : BigDecimal.ZERO;
  }
}
