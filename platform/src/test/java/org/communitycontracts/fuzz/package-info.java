/** What bin/fuzz throws inputs at. */
@NullMarked
package org.communitycontracts.fuzz;

import org.jspecify.annotations.NullMarked;
