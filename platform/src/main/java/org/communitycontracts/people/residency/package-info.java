/** Who lives where, and how surely that is known; what is entered for somebody else. */
@NullMarked
package org.communitycontracts.people.residency;

import org.jspecify.annotations.NullMarked;
