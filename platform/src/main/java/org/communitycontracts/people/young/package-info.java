/** Young people: how a child under 13 asks a guardian, and how the guardian consents and takes it back. */
@NullMarked
package org.communitycontracts.people.young;

import org.jspecify.annotations.NullMarked;
