/** Takes in the service requests of a city: files of other programs, read in a stream and mapped to reports and happenings. */
@NullMarked
package org.communitycontracts.reporting.importing;

import org.jspecify.annotations.NullMarked;
