/** Specifications of the trend procedures, by example, by golden value and by property. */
@NullMarked
package org.crosstally.trend;

import org.jspecify.annotations.NullMarked;
