/** What a contract says: its versions, parties, clauses and the kinds of duty. */
@NullMarked
package org.communitycontracts.engine.contract;

import org.jspecify.annotations.NullMarked;
