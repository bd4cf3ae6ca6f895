package org.communitycontracts.reporting.route;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When somebody told what is entered for them, as an agent types it: "27 11 2026 14:30", or nothing for now. */
final class Said {
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{4})(?:[ ,]+(\\d{1,2})[:.](\\d{2}))?");
    private static final int NOON = 12;

    private Said() {}

    /** The moment by the council's clocks, noon when no time is given; empty when it cannot be read or is not over yet. */
    static Optional<Instant> parse(String typed, ZoneId zone, Instant now) {
        if (typed.isEmpty()) {
            return Optional.of(now);
        }
        Matcher moment = MOMENT.matcher(typed);
        if (!moment.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(moment, 3),
                    number(moment, 2),
                    number(moment, 1),
                    moment.group(4) == null ? NOON : number(moment, 4),
                    moment.group(5) == null ? 0 : number(moment, 5));
            Instant said = local.atZone(zone).toInstant();
            boolean isToday = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
            return !said.isAfter(now)
                    ? Optional.of(said)
                    : isToday && moment.group(4) == null ? Optional.of(now) : Optional.empty();
        } catch (DateTimeException fault) {
            return Optional.empty();
        }
    }

    private static int number(Matcher moment, int group) {
        return Integer.parseInt(moment.group(group));
    }
}
