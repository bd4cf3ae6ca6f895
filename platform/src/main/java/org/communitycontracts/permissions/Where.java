package org.communitycontracts.permissions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The object of a deed, as far as the policy must know it: whose it is.
 *
 * @param neighbourhood null when it is a matter of the whole council
 * @param party null when it belongs to no party
 * @param person the person it is about; null when it is about nobody
 */
public record Where(
        long council,
        @Nullable Long neighbourhood,
        @Nullable Long party,
        @Nullable UUID person) {
    /** A matter of the site itself. */
    public static final Where SITE = council(Standing.SITE);

    public static Where council(long council) {
        return new Where(council, null, null, null);
    }

    public Where neighbourhood(@Nullable Long which) {
        return new Where(council, which, party, person);
    }

    public Where party(@Nullable Long which) {
        return new Where(council, neighbourhood, which, person);
    }

    public Where about(@Nullable UUID whom) {
        return new Where(council, neighbourhood, party, whom);
    }
}
