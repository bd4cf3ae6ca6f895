/** Who may do what: roles, deeds and the one policy that every room's door asks; nothing is allowed that it does not name. */
@NullMarked
package org.communitycontracts.permissions;

import org.jspecify.annotations.NullMarked;
