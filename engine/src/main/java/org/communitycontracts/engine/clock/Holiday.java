package org.communitycontracts.engine.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which a calendar is closed though its weekday is a working day.
 *
 * @param on the local date
 * @param name what the page calls it: "Easter Monday"
 * @param known the instant at which it was proclaimed (S13); {@link Instant#MIN} when it was always known
 */
public record Holiday(LocalDate on, String name, Instant known) {}
