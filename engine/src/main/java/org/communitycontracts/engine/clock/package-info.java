/** Time as promises count it: calendars, allowances, holds and due moments. */
@NullMarked
package org.communitycontracts.engine.clock;

import org.jspecify.annotations.NullMarked;
