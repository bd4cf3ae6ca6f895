/** The desk of each party: what it has to deal with by when, and everything it does about a report. */
@NullMarked
package org.communitycontracts.standards.desk;

import org.jspecify.annotations.NullMarked;
