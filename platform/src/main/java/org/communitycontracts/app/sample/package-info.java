/** The sample: eleven real areas, their contracts in the spirit of what is known of them, and three years of made-up reports. */
@NullMarked
package org.communitycontracts.app.sample;

import org.jspecify.annotations.NullMarked;
