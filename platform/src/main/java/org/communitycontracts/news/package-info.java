/** News for whoever follows a report or a place: letters, each once, feeds and calendars. */
@NullMarked
package org.communitycontracts.news;

import org.jspecify.annotations.NullMarked;
