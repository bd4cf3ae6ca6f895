package org.communitycontracts.people.signin;

import java.time.Duration;
import java.time.Instant;
import org.communitycontracts.permissions.Actor;

/**
 * How long a session lasts when nobody ends it. Whoever holds a role that needs two factors sees what others entrusted to
 * the council, often at a desk that others pass: their sessions end with the working day, and after half an hour away from
 * it. A resident sees only what is their own, on their own telephone, a few times a year; being signed out each time would
 * keep them away, so their sessions end after a month without a visit.
 */
enum Staying {
    STAFF(Duration.ofMinutes(30), Duration.ofHours(12)),
    RESIDENT(Duration.ofDays(30), Duration.ofDays(365));

    private final Duration idle;
    private final Duration longest;

    Staying(Duration idle, Duration longest) {
        this.idle = idle;
        this.longest = longest;
    }

    static Staying of(Actor actor) {
        return actor.needsTwoFactors() ? STAFF : RESIDENT;
    }

    /** The last moment of each is still within the session. */
    boolean isOver(Session session, Instant now) {
        return now.isAfter(session.usedAt().plus(idle))
                || now.isAfter(session.begunAt().plus(longest));
    }
}
