package org.communitycontracts.reporting;

import org.communitycontracts.engine.judging.Happening;

/** One line of a file of happenings, as it was read. */
public sealed interface HappeningsLine {
    /**
     * A happening, or a notice: something declared for some days, such as severe weather. A notice belongs to no report; its first
     * local day and the first local day no longer in it are its facts {@code from} and {@code until}, and it happened and was written
     * down when it was declared.
     */
    record Told(Happening happening) implements HappeningsLine {}

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
