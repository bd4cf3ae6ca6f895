/** The roof: starts the house, hands out the clock, loads the sample, command line. */
@NullMarked
package org.communitycontracts.app;

import org.jspecify.annotations.NullMarked;
