/** What was promised: contract files read, checked, told in plain words and kept by version. */
@NullMarked
package org.communitycontracts.contracts;

import org.jspecify.annotations.NullMarked;
