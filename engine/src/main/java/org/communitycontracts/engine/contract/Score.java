package org.communitycontracts.engine.contract;

import java.util.Set;

/**
 * A duty to satisfy those asked: of the answers given in a window, the clause's target says how many must be good.
 *
 * @param question which question, the fact {@code question} of each answer
 * @param good the answers that are good
 * @param notCounted the answers that are left out, such as dont_know
 */
public record Score(String question, Set<String> good, Set<String> notCounted) implements Duty {
    /** The event of an answer given; its fact {@code answer} is what was answered. */
    public static final String EVENT = "answered";

    public Score {
        good = Set.copyOf(good);
        notCounted = Set.copyOf(notCounted);
    }

    @Override
    public Set<String> evidence() {
        return Set.of(EVENT);
    }
}
