/** Drawings made on the server of plain numbers and labels; each has a text that says the same. */
@NullMarked
package org.communitycontracts.web.charts;

import org.jspecify.annotations.NullMarked;
