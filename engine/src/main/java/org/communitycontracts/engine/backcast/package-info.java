/** A draft run over what has happened: what it would have kept, broken and cost. */
@NullMarked
package org.communitycontracts.engine.backcast;

import org.jspecify.annotations.NullMarked;
