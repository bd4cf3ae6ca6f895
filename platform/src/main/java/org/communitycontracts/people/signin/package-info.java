/** How a person is known: one-time links by letter, codes, passkeys, staff directories; and the sessions that follow. */
@NullMarked
package org.communitycontracts.people.signin;

import org.jspecify.annotations.NullMarked;
