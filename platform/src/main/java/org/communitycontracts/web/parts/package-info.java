/** The components a page is put together from; their shape is that of the GOV.UK Design System. */
@NullMarked
package org.communitycontracts.web.parts;

import org.jspecify.annotations.NullMarked;
