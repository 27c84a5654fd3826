package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/**
 * The claim that a part is not larger than the whole, for counts that are never negative.
 *
 * @param whole the figure for the whole
 * @param part the figure for the part
 */
record Inequality(Figure whole, Figure part) implements Claim {

  @Override
  public Identity identity() {
    return Identity.PART_WITHIN_WHOLE;
  }

  @Override
  public List<Figure> figures() {
    return List.of(whole, part);
  }

  @Override
  public Finding evaluate(List<Reading> readings) {
    DocumentCheck.Verdict verdict =
        readings.stream()
            .filter(reading -> isWithin(reading.of(part), reading.of(whole)))
            .findFirst()
            .map(Reading::verdict)
            .orElse(DocumentCheck.Verdict.BROKEN);
    return new Finding(verdict, Reading.AS_PRINTED.of(whole), Reading.AS_PRINTED.of(part));
  }

  private static boolean isWithin(Interval part, Interval whole) {
    return part.low() < whole.high()
        || (part.low() == whole.high() && !part.lowOpen() && !whole.highOpen());
  }

  @Override
  public boolean holdsWith(Figure replaced, Figure replacement) {
    Figure newPart = replaced.equals(part) ? replacement : part;
    Figure newWhole = replaced.equals(whole) ? replacement : whole;
    return isWithin(Reading.AS_PRINTED.of(newPart), Reading.AS_PRINTED.of(newWhole));
  }
}
