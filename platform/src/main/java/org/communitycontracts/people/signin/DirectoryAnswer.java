package org.communitycontracts.people.signin;

import org.communitycontracts.people.Person;

/** What came of asking a staff directory who somebody is. */
sealed interface DirectoryAnswer {
    record Known(Person person, Way way, String onward) implements DirectoryAnswer {}

    record Refused(Why why) implements DirectoryAnswer {}

    /** Why not; the name, in small letters, is the key of its words. */
    enum Why {
        /** It cannot be reached. */
        AWAY,
        /** Its answer is not the one asked for: another state, nonce, issuer or signature, or used before. */
        REFUSED,
        /** It does not say that the address is the person's own. */
        UNVERIFIED,
        /** It does not speak for the domain of the address. */
        DOMAIN,
        /** Nobody has an account here under the address. */
        UNKNOWN,
        /** The account holds no role of staff: a directory of staff speaks for nobody else. */
        NO_STAFF,
        /** The account is closed. */
        CLOSED
    }
}
