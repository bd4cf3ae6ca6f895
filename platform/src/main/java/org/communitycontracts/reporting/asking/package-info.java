/** A question of a service to whoever told a report, and the reply. */
@NullMarked
package org.communitycontracts.reporting.asking;

import org.jspecify.annotations.NullMarked;
