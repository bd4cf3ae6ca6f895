package org.communitycontracts.engine.contract;

import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * A duty to keep appointments, or to give notice in good time.
 *
 * <p>With {@code made} and {@code kept}: the event that makes an appointment carries its slot as the facts {@code from} and
 * {@code until}, moments with an offset; it is kept when somebody comes within the slot, both ends included. Calling it off in
 * good time, or the resident calling it off, takes it out of the count.
 *
 * <p>With {@code told} and {@code planned}: what is planned was told about long enough before it began.
 *
 * @param made the event that makes an appointment, or that tells of what is planned
 * @param kept the events that keep it, or with which the planned thing begins
 * @param cancelled the event that calls it off
 * @param notice how long before; null when an appointment may be called off at any time before it begins
 * @param isNotice true for notice of something planned, false for an appointment
 * @param calendar whose days and hours count for the notice
 */
public record Appoint(
        String made,
        Set<String> kept,
        String cancelled,
        @Nullable Allowance notice,
        boolean isNotice,
        Calendar calendar)
        implements Duty {
    public Appoint {
        kept = Set.copyOf(kept);
        if (isNotice && notice == null) {
            throw new IllegalArgumentException("Notice of something planned says how long before");
        }
    }

    @Override
    public Set<String> evidence() {
        return Set.of(made);
    }
}
