/** Who: parties, their people and roles, sign-in, residency, and what each person may see, take along and have erased. */
@NullMarked
package org.communitycontracts.people;

import org.jspecify.annotations.NullMarked;
