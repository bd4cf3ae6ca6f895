package org.communitycontracts.engine.contract;

import java.time.Instant;
import java.util.Map;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/** What is known of a case at the moment at which a choice is made for it. */
public interface Circumstances {
    /** What the report says of this: category, area, severity, depth_mm ...; null when it says nothing. */
    @Nullable
    String fact(String name);

    /** The moment of the event that starts the clock, from which season, weekday and time of day are read. */
    Instant moment();

    /** Whose zone and working days are meant. */
    Calendar calendar();

    /** How many happenings a count finds, up to {@link #moment()}, that moment included. */
    int count(When.Count count);

    /** All that was said of the report, in order of name. */
    Map<String, String> facts();
}
