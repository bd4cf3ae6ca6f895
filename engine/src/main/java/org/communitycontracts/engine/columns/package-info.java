/** The same judging for millions of cases at once, in columns of numbers; and how drafts would have turned out on them. */
@NullMarked
package org.communitycontracts.engine.columns;

import org.jspecify.annotations.NullMarked;
