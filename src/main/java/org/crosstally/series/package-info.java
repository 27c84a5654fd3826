/**
 * Estimates over time: a series of reconciled values with their intervals, and its change from year
 * to year by the calendar.
 */
@NullMarked
package org.crosstally.series;

import org.jspecify.annotations.NullMarked;
