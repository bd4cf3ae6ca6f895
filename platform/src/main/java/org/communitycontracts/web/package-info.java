/** The page frame: layout, components, words, errors; speaks no domain word. */
@NullMarked
package org.communitycontracts.web;

import org.jspecify.annotations.NullMarked;
