package org.communitycontracts.people.signin;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What a person has besides the mailbox: an authenticator app, passkeys, codes on paper. */
@Component
class Factors {
    static final int WRONG_CODES_AN_HOUR = 10;

    private final Authenticators authenticators;
    private final RecoveryCodes paper;
    private final Passkeys passkeys;
    private final Tries tries;
    private final InstantSource clock;

    Factors(Authenticators authenticators, RecoveryCodes paper, Passkeys passkeys, Tries tries, InstantSource clock) {
        this.authenticators = authenticators;
        this.paper = paper;
        this.passkeys = passkeys;
        this.tries = tries;
        this.clock = clock;
    }

    boolean hasAuthenticator(Owner owner) {
        return authenticators.has(owner);
    }

    boolean hasPasskey(Owner owner) {
        return !passkeys.list(owner).isEmpty();
    }

    /** Whether there is anything that could be asked for as a second factor. */
    boolean hasAny(Owner owner) {
        return hasAuthenticator(owner) || hasPasskey(owner);
    }

    /** Takes the code of the app, or one from paper. Right or wrong, at most ten are looked at in an hour. */
    Taken take(Owner owner, String typed) {
        Instant now = clock.instant();
        if (!tries.take(
                owner.council(),
                WRONG_CODES_AN_HOUR,
                now,
                "factor",
                owner.person().toString())) {
            return Taken.LOCKED;
        }
        boolean right = authenticators.take(owner, typed, now) || paper.take(owner, typed, now);
        return right ? right(owner) : Taken.WRONG;
    }

    /** Takes the first code of a new app. */
    Taken confirm(Owner owner, String typed) {
        Instant now = clock.instant();
        if (!tries.take(
                owner.council(),
                WRONG_CODES_AN_HOUR,
                now,
                "factor",
                owner.person().toString())) {
            return Taken.LOCKED;
        }
        return authenticators.confirm(owner, typed, now) ? right(owner) : Taken.WRONG;
    }

    /** Takes all of them away; the letter to the mailbox is what is left. */
    void removeAll(Owner owner) {
        authenticators.remove(owner);
        paper.remove(owner);
        passkeys.removeAll(owner);
        right(owner);
    }

    private Taken right(Owner owner) {
        tries.forget(owner.council(), "factor", owner.person().toString());
        return Taken.RIGHT;
    }

    /** What became of a code. */
    enum Taken {
        RIGHT,
        WRONG,
        /** Ten wrong ones within an hour; it was not looked at. */
        LOCKED
    }
}
