/**
 * What a source says: figures as they are stated, with the amount, the period, the unit and the
 * lineage that the source gives.
 */
@NullMarked
package org.crosstally.figure;

import org.jspecify.annotations.NullMarked;
