package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/**
 * Whether figures that one document prints together fulfil an identity.
 *
 * @param document the id of the document; for figures without one, their source and date
 * @param identity what must hold between the figures
 * @param figures the figures; the one that states what the others imply comes first, where there is
 *     one
 * @param stated the values that the first figure allows; 100 for the shares of a whole
 * @param implied the values that the other figures allow for it; all numbers where they allow any
 * @param verdict whether both have a value in common
 * @param suspect of a broken identity, the one figure that the rest of the table speaks against;
 *     empty where it speaks against none or several
 * @param evidence the figures that speak against the suspect: those that print the value with which
 *     the identity holds, or those that confirm all other figures
 */
public record DocumentCheck(
    String document,
    Identity identity,
    List<Figure> figures,
    Interval stated,
    Interval implied,
    Verdict verdict,
    Optional<Figure> suspect,
    List<Figure> evidence) {

  /** Whether an identity holds. */
  public enum Verdict {
    /** Some choice of the values that the printed numbers allow fulfils the identity. */
    HOLDS("holds"),
    /** It holds if percentages or rates were cut instead of rounded. */
    HOLDS_IF_CUT("holds if the percentage or rate was cut instead of rounded"),
    /** It holds if plain numbers were rounded to the grain that their trailing zeros suggest. */
    HOLDS_IF_ROUNDED("holds if numbers that end in zeros are rounded"),
    /** No choice of values fulfils the identity. */
    BROKEN("broken");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Copies the lists.
   *
   * @param document the id of the document
   * @param identity what must hold between the figures
   * @param figures the figures
   * @param stated the values that the first figure allows
   * @param implied the values that the other figures allow for it
   * @param verdict whether both have a value in common
   * @param suspect the one figure that the rest of the table speaks against
   * @param evidence the figures that speak against the suspect
   */
  public DocumentCheck {
    figures = List.copyOf(figures);
    evidence = List.copyOf(evidence);
  }

  /**
   * Whether the identity is broken.
   *
   * @return whether the verdict is {@link Verdict#BROKEN}
   */
  public boolean isBroken() {
    return verdict == Verdict.BROKEN;
  }

  /**
   * The finding in words.
   *
   * @return the numbers, the verdict and, of a broken identity, what speaks against which figure
   */
  public String reason() {
    String numbers =
        identity.implied()
            + " "
            + text(implied)
            + " where "
            + text(stated)
            + (identity == Identity.SHARES_OF_WHOLE ? " is expected " : " is printed ")
            + identity.stated()
            + ": "
            + verdict.label();
    return isBroken() ? numbers + "; " + blame() : numbers;
  }

  private String blame() {
    if (suspect.isEmpty()) {
      return "which of the figures is wrong the table does not tell";
    }
    String ids = evidence.stream().map(Figure::id).collect(Collectors.joining(", "));
    boolean isReplaced = evidence.stream().allMatch(f -> f.cell().equals(suspect.get().cell()));
    return isReplaced
        ? "it holds with "
            + evidence.get(0).printed()
            + " for "
            + suspect.get().id()
            + ", as printed by "
            + ids
        : "all but " + suspect.get().id() + " are confirmed by sums with " + ids;
  }

  static String text(Interval values) {
    if (values.low() == values.high()) {
      return Numbers.text(rounded(values.low()));
    }
    if (values.isBounded()) {
      return Numbers.text(rounded(values.low())) + " to " + Numbers.text(rounded(values.high()));
    }
    if (!Double.isInfinite(values.low())) {
      return (values.lowOpen() ? "more than " : "at least ") + Numbers.text(rounded(values.low()));
    }
    return Double.isInfinite(values.high())
        ? "any number"
        : (values.highOpen() ? "less than " : "at most ") + Numbers.text(rounded(values.high()));
  }

  /** Quotients are printed to hundredths. */
  private static double rounded(double value) {
    return Math.abs(value) < 1e12 ? Math.rint(value * 100) / 100 : value;
  }
}
