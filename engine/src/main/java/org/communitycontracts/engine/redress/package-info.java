/** What a promise not kept is worth: remedies, amounts and caps, as a list of entitlements with their reasons. */
@NullMarked
package org.communitycontracts.engine.redress;

import org.jspecify.annotations.NullMarked;
