package org.communitycontracts.reporting.importing;

import java.nio.file.Path;
import java.util.Locale;
import org.communitycontracts.reporting.Intake;
import org.jspecify.annotations.Nullable;

/**
 * What one import did.
 *
 * @param rows the rows of the file, its line of column names left out
 * @param done what became of those that were taken
 * @param rejected those that were set aside
 * @param rejects the file they are in; null when there are none
 */
public record Summary(
        long rows,
        Intake.Counts done,
        long rejected,
        @Nullable Path rejects) {
    /** In one line for people. */
    @Override
    public String toString() {
        String line = String.format(
                Locale.UK,
                "%,d rows: %,d new, %,d updated, %,d unchanged, %,d rejected; %,d kept off the map",
                rows,
                done.added(),
                done.updated(),
                done.unchanged(),
                rejected,
                done.offMap());
        return rejects == null ? line : line + "\nThe rejected rows, each with its reason, are in " + rejects;
    }
}
