/** Reports and replies that come by e-mail: fetched from a mailbox, read, and taken into the same queue as all others. */
@NullMarked
package org.communitycontracts.reporting.mailbox;

import org.jspecify.annotations.NullMarked;
