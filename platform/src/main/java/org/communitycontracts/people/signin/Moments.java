package org.communitycontracts.people.signin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Councils;
import org.springframework.stereotype.Component;

/** Moments as they are told to a person: by the clocks on the walls of their council, with the zone. */
@Component
class Moments {
    private static final ZoneId OF_THE_SITE = ZoneId.of("Europe/London");

    private final Councils councils;

    Moments(Councils councils) {
        this.councils = councils;
    }

    /** How to tell moments to somebody of this council. */
    Telling of(long council) {
        return new Telling(
                council == Standing.SITE
                        ? OF_THE_SITE
                        : councils.council(council).zone());
    }

    record Telling(ZoneId zone) {
        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.UK);

        String tell(Instant moment) {
            return WORDS.format(moment.atZone(zone));
        }
    }
}
