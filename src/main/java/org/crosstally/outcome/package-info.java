/**
 * What a computation found: a value, or the reason why valid data determine none. Every package
 * that computes returns these, so that a missing number always says why it is missing.
 */
@NullMarked
package org.crosstally.outcome;

import org.jspecify.annotations.NullMarked;
