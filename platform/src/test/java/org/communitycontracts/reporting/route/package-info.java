@NullMarked
package org.communitycontracts.reporting.route;

import org.jspecify.annotations.NullMarked;
