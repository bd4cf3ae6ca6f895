package org.communitycontracts.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as everybody may see it, with what its story says of it at this moment.
 *
 * @param report what, where, when
 * @param isOpen whether nobody said yet that it has come to an end, or it was opened again since
 * @param changedAt the moment of its end while it is closed, else of the latest thing that happened to it
 * @param promisedAt the due moment its source wrote on it; null when there is none
 */
public record PublicReport(
        Report report,
        boolean isOpen,
        Instant changedAt,
        @Nullable Instant promisedAt) {}
