package org.communitycontracts.people.office;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitycontracts.people.Party;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;

/** What the neighbourhoods and parties of a council are called, by their numbers: so a role can be told in words. */
record Names(Map<Long, String> neighbourhoods, Map<Long, String> parties) {
    static final Words WORDS = Words.beside(Names.class);

    static Names of(List<Neighbourhood> neighbourhoods, List<Party> parties) {
        return new Names(
                neighbourhoods.stream().collect(Collectors.toMap(Neighbourhood::id, Neighbourhood::name)),
                parties.stream().collect(Collectors.toMap(Party::id, Party::name)));
    }

    static String role(Role role) {
        return WORDS.of("role." + role.word());
    }

    /** The role, for whom and where: "Service officer for Gentoo, in Plains Farm". */
    String tell(Standing standing) {
        String role = capital(role(standing.role()));
        String party = name(parties, standing.party());
        String place = name(neighbourhoods, standing.neighbourhood());
        if (!party.isEmpty()) {
            return place.isEmpty() ? WORDS.of("told.party", role, party) : WORDS.of("told.both", role, party, place);
        }
        if (!place.isEmpty()) {
            return WORDS.of("told.place", role, place);
        }
        return standing.role().held() == Role.Held.NEIGHBOURHOOD ? WORDS.of("told.everywhere", role) : role;
    }

    private static String capital(String role) {
        return Character.toUpperCase(role.charAt(0)) + role.substring(1);
    }

    private static String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }
}
