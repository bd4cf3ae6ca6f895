/** The database: its start, its connection and its migrations; speaks no domain word. */
@NullMarked
package org.communitycontracts.store;

import org.jspecify.annotations.NullMarked;
