/**
 * All reports at once: what sources report about one quantity, as equations and inequalities on one
 * latent flow, solved together, with a proof of which reports cannot all be true.
 *
 * <p>{@link org.crosstally.balance.AccountingRules} says what belongs together, {@link
 * org.crosstally.balance.Balancer} is the way in, {@link org.crosstally.balance.Balance} the way
 * out.
 */
@NullMarked
package org.crosstally.balance;

import org.jspecify.annotations.NullMarked;
