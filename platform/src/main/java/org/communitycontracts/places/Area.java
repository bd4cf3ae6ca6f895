package org.communitycontracts.places;

import org.jspecify.annotations.Nullable;

/**
 * A council as the first page lists it: by its own name, or by that of its one neighbourhood.
 *
 * @param council the slug of the council
 * @param councilName what people call the council
 * @param sample whether its reports are made up
 * @param neighbourhoods how many it has
 * @param neighbourhood the slug of its only neighbourhood; null when it has none or several
 * @param name what people call its only neighbourhood; null when it has none or several
 */
record Area(
        String council,
        String councilName,
        boolean sample,
        int neighbourhoods,
        @Nullable String neighbourhood,
        @Nullable String name) {
    String address() {
        return neighbourhood == null ? "/councils/" + council : "/councils/" + council + '/' + neighbourhood;
    }

    String shown() {
        return name == null ? councilName : name;
    }
}
