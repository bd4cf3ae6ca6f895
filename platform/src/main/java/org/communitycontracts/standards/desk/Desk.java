package org.communitycontracts.standards.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitycontracts.people.Party;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.places.Council;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The desk of one party, with somebody at it who may be there.
 *
 * @param places the names of the council's neighbourhoods by their numbers
 */
record Desk(Council council, Party party, Actor actor, Map<Long, String> places, Instant now) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);
    static final Words WORDS = Words.beside(Desk.class);

    Words words() {
        return WORDS;
    }

    /** The address of a page of this desk; the rest begins with a slash, or is empty. */
    String at(String rest) {
        return "/councils/" + council.slug() + "/desk/" + party.slug() + rest;
    }

    /** A moment in words, by the council's clocks. */
    String when(Instant moment) {
        return MOMENT.format(moment.atZone(council.zone()));
    }

    /** The next local midnight. */
    Instant tomorrow() {
        return LocalDate.ofInstant(now, council.zone())
                .plusDays(1)
                .atStartOfDay(council.zone())
                .toInstant();
    }

    String place(@Nullable Long neighbourhood) {
        return neighbourhood == null ? WORDS.of("place.unknown") : places.getOrDefault(neighbourhood, "");
    }

    /** When something is due, and whether that is over. */
    String due(@Nullable Instant due, boolean isHeld) {
        if (isHeld) {
            return WORDS.of("due.held");
        }
        if (due == null) {
            return WORDS.of("due.none");
        }
        return WORDS.of(
                due.isBefore(now) ? "due.late" : due.isBefore(tomorrow()) ? "due.today" : "due.later", when(due));
    }

    List<Link> crumbs(@Nullable String report) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(Link.to(WORDS.of("home"), "/"));
        crumbs.add(Link.to(council.name(), "/councils/" + council.slug()));
        if (report == null) {
            crumbs.add(Link.here(WORDS.of("title", party.name())));
        } else {
            crumbs.add(Link.to(WORDS.of("title", party.name()), at("")));
            crumbs.add(Link.here(WORDS.of("report", report)));
        }
        return crumbs;
    }
}
