/** Gives reports away to other programs, and the promises about them, as Open311 GeoReport v2 says. */
@NullMarked
package org.communitycontracts.standards.open311;

import org.jspecify.annotations.NullMarked;
