/** The way a resident reports a problem: one question a page, without a map, a script or an account. */
@NullMarked
package org.communitycontracts.reporting.route;

import org.jspecify.annotations.NullMarked;
