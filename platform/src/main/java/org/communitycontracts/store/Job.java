package org.communitycontracts.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Something the house does again and again of its own accord. However many programs share the database, one at a time does it.
 *
 * @param name room and verb, {@code acts.chain}; never changed later
 * @param pause the time between the end of one turn and the begin of the next
 * @param work what to do, as of the moment handed in. A turn that fails or is killed is taken again, so twice must be the
 *     same as once
 */
public record Job(String name, Duration pause, Consumer<Instant> work) {
    public Job {
        if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A job pauses for a second or more, not " + pause);
        }
    }
}
