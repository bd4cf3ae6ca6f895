package org.communitycontracts.permissions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role as one person holds it: in a council, in one neighbourhood of it or in all, for one party or for none.
 *
 * @param council the council's number; 0 is the site itself
 * @param neighbourhood null when it is held in every neighbourhood of the council
 * @param party null when it is held for no party
 */
public record Standing(
        Role role,
        long council,
        @Nullable Long neighbourhood,
        @Nullable Long party) {
    public static final long SITE = 0;

    public Standing {
        if ((role.held() == Role.Held.SITE) != (council == SITE)) {
            throw new IllegalArgumentException("A " + role.word() + " is not held in council " + council);
        }
        if (role.held() == Role.Held.PARTY && party == null) {
            throw new IllegalArgumentException("A " + role.word() + " belongs to a party");
        }
    }

    /** Whether what is done there falls under this role: the site's own people stand above every council. */
    boolean covers(Where where) {
        return council == SITE
                || (council == where.council()
                        && (neighbourhood == null || Objects.equals(neighbourhood, where.neighbourhood()))
                        && (party == null || Objects.equals(party, where.party())));
    }
}
