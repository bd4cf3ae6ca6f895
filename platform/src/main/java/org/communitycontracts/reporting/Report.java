package org.communitycontracts.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resident's statement of a problem: what, where, when.
 *
 * @param council the council it belongs to
 * @param id its number within the council; never shown
 * @param reference its public name, such as {@code K7Q-2MX-41P}
 * @param neighbourhood where it lies; null when that is not known
 * @param category what it is about, in the words of contracts
 * @param title a short line written by this program; null when there is none
 * @param madeAt when it was made
 * @param point where on the map; null when the place is missing or not to be believed
 */
public record Report(
        long council,
        long id,
        String reference,
        @Nullable Long neighbourhood,
        String category,
        @Nullable String title,
        Instant madeAt,
        @Nullable Point point) {}
