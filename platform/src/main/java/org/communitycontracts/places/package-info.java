/** Where: councils, neighbourhoods, their boundaries, and finding one by postcode or name. */
@NullMarked
package org.communitycontracts.places;

import org.jspecify.annotations.NullMarked;
