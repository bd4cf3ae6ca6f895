package org.communitycontracts.places;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A local authority whose neighbourhoods have contracts here.
 *
 * @param id leads the key of everything that belongs to it
 * @param slug its name in addresses
 * @param name what people call it
 * @param zone the zone of its wall clocks
 * @param sample whether its reports are made up
 * @param figuresAsOf the moment its figures speak of; null means now
 * @param source where its reports come from, and under which licence
 */
public record Council(
        long id,
        String slug,
        String name,
        ZoneId zone,
        boolean sample,
        @Nullable Instant figuresAsOf,
        String source) {
    /** The moment to judge at: the one its figures speak of, or else now. */
    public Instant asOf(Instant now) {
        return figuresAsOf == null || figuresAsOf.isAfter(now) ? now : figuresAsOf;
    }
}
