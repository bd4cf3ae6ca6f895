package org.communitycontracts.engine.columns;

import java.time.Instant;

/**
 * Instants as the columns keep them: whole seconds since the start of 2000 (UTC) in an {@code int}, from 1973 to 2067.
 * Before 1973 some zones were not whole minutes from UTC. A part of a second is left out.
 */
public final class Moments {
    /** The stop of a case that has not stopped: later than every moment. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final long BASE = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    /** A little room for the days around the first report. */
    private static final Instant FIRST = Instant.parse("1972-12-25T00:00:00Z");

    private static final Instant LAST = Instant.parse("2068-01-01T00:00:00Z");

    private Moments() {}

    /** The second of an instant; an instant outside 1973 to 2067 is refused. */
    public static int of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
            throw new IllegalArgumentException("The columns keep moments from 1973 to 2067, not " + instant);
        }
        return (int) (instant.getEpochSecond() - BASE);
    }

    /** The instant of a second; {@link #NEVER} has none. */
    public static Instant instant(int moment) {
        if (moment == NEVER) {
            throw new IllegalArgumentException("Never is no instant");
        }
        return Instant.ofEpochSecond(BASE + moment);
    }
}
