/** The record of acts: who did what, when, for whom, on which object and why; append-only and chained, so that a change shows. */
@NullMarked
package org.communitycontracts.acts;

import org.jspecify.annotations.NullMarked;
