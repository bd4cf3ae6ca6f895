/** The same judging for millions of cases at once, in columns of numbers. */
@NullMarked
package org.communitycontracts.engine.columns;

import org.jspecify.annotations.NullMarked;
