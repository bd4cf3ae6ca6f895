package org.communitycontracts.engine.redress;

import java.time.Instant;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Whether money that must be claimed was claimed in time.
 *
 * @param state where it stands
 * @param at when it was claimed; null unless it was
 * @param until the last moment at which it may be claimed; null when there is none
 */
record Claim(State state, @Nullable Instant at, @Nullable Instant until) {
    /** It is not needed: the money comes by itself. */
    static final Claim AUTOMATIC = new Claim(State.NOT_NEEDED, null, null);

    /** Where a claim stands. */
    enum State {
        NOT_NEEDED,
        CLAIMED,
        OPEN,
        LAPSED
    }

    static Claim of(Breach breach, Remedy remedy, Payee payee, Entries stories) {
        Payment payment = remedy.payment();
        if (payment == null || !payment.claim().onClaim()) {
            return AUTOMATIC;
        }
        Instant until = payment.claim().within() == null
                ? null
                : new Clock(payment.claim().within(), remedy.calendar()).due(breach.at(), Holds.NONE);
        Happening claimed = stories.listFor(breach, "claimed").stream()
                .filter(payee::isMeantBy)
                .findFirst()
                .orElse(null);
        if (claimed != null && (until == null || !claimed.at().isAfter(until))) {
            return new Claim(State.CLAIMED, claimed.at(), until);
        }
        boolean over = until != null && stories.asOf().isAfter(until);
        return new Claim(over ? State.LAPSED : State.OPEN, null, until);
    }

    /** Says it; empty when there is nothing to say. */
    String told(Wording wording) {
        String end = until == null ? "" : wording.end(until);
        return switch (state) {
            case NOT_NEEDED -> "";
            case CLAIMED -> at == null ? "" : "It was claimed on " + wording.moment(at) + ", in time.";
            case OPEN -> "It must be claimed" + (until == null ? "" : " by " + end) + ", and was not claimed so far.";
            case LAPSED -> "It was not claimed by " + end + ", so nothing is owed.";
        };
    }
}
