package org.communitycontracts.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** One line of a file of happenings, as it was read. */
public sealed interface HappeningsLine {
    /** A happening. */
    record Told(Happening happening) implements HappeningsLine {}

    /**
     * A notice: something declared for some days, such as severe weather. Kept, but not judged by yet.
     *
     * @param from the first local day
     * @param until the first local day no longer
     * @param declared when it was declared; null when that is not told
     * @param by who declared it; null when that is not told
     */
    record Notice(
            String event,
            LocalDate from,
            LocalDate until,
            @Nullable Instant declared,
            @Nullable String by) implements HappeningsLine {}

    /**
     * A line that cannot be read.
     *
     * @param line its number, from 1
     * @param because why, in plain words
     */
    record Fault(long line, String because) implements HappeningsLine {
        /** As a command line prints it, after the name of the file: {@code 12: ...}. */
        @Override
        public String toString() {
            return line + ": " + because;
        }
    }
}
