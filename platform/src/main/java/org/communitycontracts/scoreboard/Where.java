package org.communitycontracts.scoreboard;

import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.standards.Tallies;
import org.jspecify.annotations.Nullable;

/**
 * The place whose figures are shown.
 *
 * @param council the council
 * @param neighbourhood one of its neighbourhoods; null for the whole council
 */
record Where(Council council, @Nullable Neighbourhood neighbourhood) {
    String name() {
        return neighbourhood == null ? council.name() : neighbourhood.name();
    }

    /** The number its figures are kept under. */
    long number() {
        return neighbourhood == null ? Tallies.WHOLE_COUNCIL : neighbourhood.id();
    }

    String address() {
        return neighbourhood == null
                ? "/councils/" + council.slug()
                : "/councils/" + council.slug() + '/' + neighbourhood.slug();
    }
}
