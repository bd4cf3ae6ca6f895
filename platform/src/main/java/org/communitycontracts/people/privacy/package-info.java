/** What is kept of a person: seen, taken along, corrected and erased by themselves, and forgotten when its time is over. */
@NullMarked
package org.communitycontracts.people.privacy;

import org.jspecify.annotations.NullMarked;
