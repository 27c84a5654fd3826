@NullMarked
package org.crosstally.balance;

import org.jspecify.annotations.NullMarked;
