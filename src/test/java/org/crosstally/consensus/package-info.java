@NullMarked
package org.crosstally.consensus;

import org.jspecify.annotations.NullMarked;
