/** Letters to people: written in the same transaction as what they tell of, sent once by a job, or kept in a local outbox. */
@NullMarked
package org.communitycontracts.post;

import org.jspecify.annotations.NullMarked;
