/** The pages on which a council is set up and kept: neighbourhoods, parties, people with their roles, and invitations. */
@NullMarked
package org.communitycontracts.people.office;

import org.jspecify.annotations.NullMarked;
