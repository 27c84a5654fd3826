/** Worlds of reports with a known truth, and how well reconciling recovers it. */
@NullMarked
package org.crosstally.simulation;

import org.jspecify.annotations.NullMarked;
