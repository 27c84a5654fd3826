package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/** What must hold between some figures of one document if all of them are right. */
sealed interface Claim permits Equation, GranularityClaim, Inequality {

  /** The kind of the claim. */
  Identity identity();

  /** The figures that it is about; the one that states what the others imply comes first. */
  List<Figure> figures();

  /**
   * Whether the figures allow it.
   *
   * @param readings how the numbers may be read, the most literal first
   */
  Finding evaluate(List<Reading> readings);

  /**
   * Whether it would hold with another value in the place of one of its figures, as it is printed
   * or cut.
   */
  boolean holdsWith(Figure replaced, Figure replacement);

  /**
   * What an evaluation finds.
   *
   * @param verdict whether the claim holds, and in which reading of the numbers
   * @param stated the values that the first figure allows
   * @param implied the values that the other figures allow for it
   */
  record Finding(DocumentCheck.Verdict verdict, Interval stated, Interval implied) {}
}
