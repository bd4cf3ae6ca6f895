package org.communitycontracts.people.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.people.Party;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Neighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody is to get, as it was read from a form or a line.
 *
 * @param until the end of its term; null when it has none
 */
record Offer(Standing standing, @Nullable Instant until) {
    /** The word for all neighbourhoods of a council. */
    static final String ALL = "all";

    /** Reads the role, for whom, where and until when; what is wrong is told to the form, under these fields. */
    static Optional<Offer> read(Form form, Office office) {
        Optional<Role> role =
                role(form.typed("role")).filter(named -> office.rolesToGive().contains(named));
        if (role.isEmpty()) {
            form.wrong("role", "role.missing");
        }
        Optional<Party> party = party(form, office);
        Optional<Neighbourhood> place = place(form, office);
        role.ifPresent(named -> agree(form, named));
        Instant until = until(form, office);
        if (form.isWrong()) {
            return Optional.empty();
        }
        Standing standing = new Standing(
                role.orElseThrow(),
                office.council().id(),
                place.map(Neighbourhood::id).orElse(null),
                party.map(Party::id).orElse(null));
        if (!office.gives(standing)) {
            form.wrong("role", "role.notyours", office.tell(standing));
            return Optional.empty();
        }
        return Optional.of(new Offer(standing, until));
    }

    /** The role of this name, however it is written. */
    static Optional<Role> role(String typed) {
        String word = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("’", "")
                .replaceAll("[^a-z]+", "_");
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static Optional<Party> party(Form form, Office office) {
        String typed = form.typed("party");
        Optional<Party> party = office.party(typed);
        if (!typed.isEmpty() && party.isEmpty()) {
            form.wrong("party", "party.unknown", typed);
        }
        return party;
    }

    private static Optional<Neighbourhood> place(Form form, Office office) {
        String typed = form.typed("neighbourhood");
        Optional<Neighbourhood> place = office.neighbourhood(typed);
        if (!typed.isEmpty() && !isAll(typed) && place.isEmpty()) {
            form.wrong("neighbourhood", "neighbourhood.unknown", typed);
        }
        return place;
    }

    /** Whether role, party and neighbourhood go together. */
    private static void agree(Form form, Role role) {
        String party = form.typed("party");
        String place = form.typed("neighbourhood");
        String name = Names.role(role);
        if (role.held() == Role.Held.PARTY && party.isEmpty()) {
            form.wrong("party", "party.missing", name);
        }
        if (role.held() != Role.Held.PARTY && !party.isEmpty()) {
            form.wrong("party", "party.none", name);
        }
        if (role.held() == Role.Held.NEIGHBOURHOOD && place.isEmpty()) {
            form.wrong("neighbourhood", "neighbourhood.missing", name);
        }
        if (role.held() == Role.Held.COUNCIL && !place.isEmpty() && !isAll(place)) {
            form.wrong("neighbourhood", "neighbourhood.none", name);
        }
    }

    private static boolean isAll(String typed) {
        return typed.equalsIgnoreCase(ALL);
    }

    private static @Nullable Instant until(Form form, Office office) {
        return form.typed("until").isEmpty()
                ? null
                : day(form, "until", office).map(office::endOf).orElse(null);
    }

    /** A day that is today or later. */
    static Optional<LocalDate> day(Form form, String field, Office office) {
        Optional<LocalDate> day = Days.parse(form.typed(field));
        if (day.isEmpty()) {
            form.wrong(field, "day.wrong");
        } else if (day.get().isBefore(office.today())) {
            form.wrong(field, "day.past");
        }
        return day;
    }
}
