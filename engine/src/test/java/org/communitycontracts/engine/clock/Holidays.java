package org.communitycontracts.engine.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The bank holidays of Great Britain from 2024 to 2027 as gov.uk/bank-holidays publishes them, written by hand for the tests. */
public final class Holidays {
    /** The day on which the one-off Scottish holiday of 15 June 2026 is taken to have been proclaimed. */
    public static final Instant PROCLAIMED = Instant.parse("2026-02-06T00:00:00Z");

    public static final List<Holiday> ENGLAND_AND_WALES = Stream.of(
                    "2024-01-01 New Year's Day",
                    "2024-03-29 Good Friday",
                    "2024-04-01 Easter Monday",
                    "2024-05-06 Early May bank holiday",
                    "2024-05-27 Spring bank holiday",
                    "2024-08-26 Summer bank holiday",
                    "2024-12-25 Christmas Day",
                    "2024-12-26 Boxing Day",
                    "2025-01-01 New Year's Day",
                    "2025-04-18 Good Friday",
                    "2025-04-21 Easter Monday",
                    "2025-05-05 Early May bank holiday",
                    "2025-05-26 Spring bank holiday",
                    "2025-08-25 Summer bank holiday",
                    "2025-12-25 Christmas Day",
                    "2025-12-26 Boxing Day",
                    "2026-01-01 New Year's Day",
                    "2026-04-03 Good Friday",
                    "2026-04-06 Easter Monday",
                    "2026-05-04 Early May bank holiday",
                    "2026-05-25 Spring bank holiday",
                    "2026-08-31 Summer bank holiday",
                    "2026-12-25 Christmas Day",
                    "2026-12-28 Boxing Day (substitute day)",
                    "2027-01-01 New Year's Day",
                    "2027-03-26 Good Friday",
                    "2027-03-29 Easter Monday",
                    "2027-05-03 Early May bank holiday",
                    "2027-05-31 Spring bank holiday",
                    "2027-08-30 Summer bank holiday",
                    "2027-12-27 Christmas Day (substitute day)",
                    "2027-12-28 Boxing Day (substitute day)")
            .map(Holidays::always)
            .toList();

    public static final List<Holiday> SCOTLAND = Stream.concat(
                    Stream.of(
                                    "2026-01-01 New Year's Day",
                                    "2026-01-02 2nd January",
                                    "2026-04-03 Good Friday",
                                    "2026-05-04 Early May bank holiday",
                                    "2026-05-25 Spring bank holiday",
                                    "2026-08-03 Summer bank holiday",
                                    "2026-11-30 St Andrew's Day",
                                    "2026-12-25 Christmas Day",
                                    "2026-12-28 Boxing Day (substitute day)")
                            .map(Holidays::always),
                    Stream.of(new Holiday(LocalDate.parse("2026-06-15"), "World Cup bank holiday", PROCLAIMED)))
            .toList();

    private Holidays() {}

    private static Holiday always(String line) {
        return new Holiday(LocalDate.parse(line.substring(0, 10)), line.substring(11), Instant.MIN);
    }
}
