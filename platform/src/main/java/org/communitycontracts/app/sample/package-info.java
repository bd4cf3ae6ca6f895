/** The sample: eleven real areas with contracts in the spirit of what is known of them, one contract of a whole council, and three years of made-up reports. */
@NullMarked
package org.communitycontracts.app.sample;

import org.jspecify.annotations.NullMarked;
