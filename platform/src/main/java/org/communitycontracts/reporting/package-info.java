/** What happened: reports and their happenings, taken in or imported, append-only. */
@NullMarked
package org.communitycontracts.reporting;

import org.jspecify.annotations.NullMarked;
