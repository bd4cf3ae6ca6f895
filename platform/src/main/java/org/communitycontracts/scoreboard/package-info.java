/** The public figures of both sides, the cases behind them, and open data. */
@NullMarked
package org.communitycontracts.scoreboard;

import org.jspecify.annotations.NullMarked;
