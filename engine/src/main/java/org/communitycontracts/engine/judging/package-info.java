/** What happened, held against what was promised: one case at a time, each verdict explained in words. */
@NullMarked
package org.communitycontracts.engine.judging;

import org.jspecify.annotations.NullMarked;
