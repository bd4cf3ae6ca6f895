package org.communitycontracts.people.office;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a day as people write it: 31/12/2027, 31 December 2027, 31 Dec 2027, 2027-12-31. */
final class Days {
    private static final List<DateTimeFormatter> WAYS =
            List.of(way("d/M/uuuu"), way("d MMMM uuuu"), way("d MMM uuuu"), way("uuuu-MM-dd"), way("d M uuuu"));

    private Days() {}

    static Optional<LocalDate> parse(String typed) {
        String day = typed.strip().replaceAll("\\s+", " ");
        for (DateTimeFormatter way : WAYS) {
            try {
                return Optional.of(LocalDate.parse(day, way))
                        .filter(read -> read.getYear() > 1999 && read.getYear() < 3000);
            } catch (DateTimeException _) {
                // Another way may fit.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter way(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
