package org.communitycontracts.app.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One problem as one resident reports it, before anybody has answered.
 *
 * @param habit its kind, and how the provider behaves
 * @param at when it is reported
 * @param street the street or spot
 * @param point where on the map
 * @param isBacklog whether the provider has more to do than usual
 * @param twinOf the report a neighbour had already made of the same thing; null when this is the first
 */
record Problem(
        Habit habit,
        Instant at,
        String street,
        Outline.Point point,
        boolean isBacklog,
        @Nullable Problem twinOf) {}
