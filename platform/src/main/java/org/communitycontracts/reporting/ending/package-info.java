/** The end of a report: whoever told it says whether what the service calls fixed is fixed. */
@NullMarked
package org.communitycontracts.reporting.ending;

import org.jspecify.annotations.NullMarked;
