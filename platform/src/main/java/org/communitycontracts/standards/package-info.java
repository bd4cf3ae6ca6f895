/** Which clause covers this report, and was it kept? Joins facts to promises and records the verdicts. */
@NullMarked
package org.communitycontracts.standards;

import org.jspecify.annotations.NullMarked;
