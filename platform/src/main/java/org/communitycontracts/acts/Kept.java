package org.communitycontracts.acts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as whoever may read the record sees it.
 *
 * @param id its own number, which nobody can guess
 * @param number its place in the chain; null for the few seconds in which it waits for one
 * @param role what whoever did it acted as
 * @param verb what was done
 * @param thing on which object
 * @param personal who, whom, why and the details, by these names, those that were erased included
 */
public record Kept(
        UUID id,
        @Nullable Long number,
        Instant at,
        String role,
        String verb,
        Act.Thing thing,
        Map<String, Told> personal) {
    public Kept {
        personal = new TreeMap<>(personal);
    }

    /** What can be told of something personal. */
    public sealed interface Told {
        /** It stands as it was kept. */
        record Open(String value) implements Told {}

        /**
         * It is gone.
         *
         * @param at when it was erased; null when no erasure says so, and then the verification names it
         */
        record Erased(@Nullable Instant at) implements Told {}
    }
}
