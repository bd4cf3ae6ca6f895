@NullMarked
package org.communitycontracts.app.sample;

import org.jspecify.annotations.NullMarked;
