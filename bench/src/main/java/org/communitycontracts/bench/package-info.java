/** Measures the engine beside its rivals, in one run. */
@NullMarked
package org.communitycontracts.bench;

import org.jspecify.annotations.NullMarked;
