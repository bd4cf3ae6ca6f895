/** Works out clocks, due moments and verdicts from a contract and what happened; reads no clock, no file, no database. */
@NullMarked
package org.communitycontracts.engine;

import org.jspecify.annotations.NullMarked;
