package org.communitycontracts.people.signin;

import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to sign in entered.
 *
 * @param slug the council's; {@code site} for the site itself
 * @param onward where to go then; a path of this site
 */
record Asking(
        String slug,
        String typed,
        String onward,
        @Nullable Long council,
        @Nullable String wrongCouncil,
        @Nullable String wrongEmail) {
    static final String SITE = "site";

    static Asking blank(String slug, String onward) {
        return new Asking(slug, "", Onward.local(onward), null, null, null);
    }

    static Asking of(String slug, String typed, String onward, Councils councils) {
        Optional<Long> council = slug.equals(SITE)
                ? Optional.of(Standing.SITE)
                : councils.find(slug).map(Council::id);
        return new Asking(
                slug,
                typed,
                Onward.local(onward),
                council.orElse(null),
                council.isEmpty() ? "ask.council.missing" : null,
                EmailAddress.parse(typed)
                                .filter(address -> Letter.isAddress(address.written()))
                                .isEmpty()
                        ? "ask.email.wrong"
                        : null);
    }

    boolean isWrong() {
        return wrongCouncil != null || wrongEmail != null;
    }

    long councilNumber() {
        return java.util.Objects.requireNonNull(council);
    }

    EmailAddress address() {
        return EmailAddress.parse(typed).orElseThrow();
    }
}
