package org.crosstally.balance;

/**
 * That the solution of a balance is what the successive linearisations promise, proved at the
 * solution itself. In coordinates in which the covariance of the solution is the identity, the
 * criterion f (the weighted squares of all adjustments, of shares and changes as quotients) has a
 * second derivative that differs from the identity by no more than {@code κ < 1} in a ball around
 * the solution. So the step {@code s → P(s - f'(s))}, with P the projection on what the bounds
 * allow, brings any two points of the ball nearer by the factor κ, and by the theorem of Banach
 * (1922) the ball holds exactly one point that the step leaves alone: a strict minimum, within
 * {@code ε/(1 - κ)} of the solution, where ε is the length of the step there.
 *
 * <p>Both numbers are computed in floating point, with the curvature over the ball bounded from its
 * terms. Of a system without shares, changes and robust weights both are zero: it is linear.
 *
 * @param contraction κ, below 1
 * @param distance {@code ε/(1 - κ)}: no number that the reports determine is further from that of
 *     the minimum than this many of its own standard uncertainties
 */
public record ConvergenceProof(double contraction, double distance) {
  /**
   * Checks the numbers.
   *
   * @param contraction κ, below 1
   * @param distance how far the minimum is, in standard uncertainties
   * @throws IllegalArgumentException if they prove nothing
   */
  public ConvergenceProof {
    if (!(contraction >= 0 && contraction < 1 && distance >= 0) || Double.isInfinite(distance)) {
      throw new IllegalArgumentException(
          "a contraction by " + contraction + " to within " + distance + " proves nothing");
    }
  }
}
