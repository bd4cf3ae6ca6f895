package org.communitycontracts.contracts;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The dates of a contract file: {@code 2026-04-01}. */
final class Dates {
    private Dates() {}

    /** Whether this text is a day of the calendar; 30 February is not. */
    static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException none) {
            return false;
        }
    }
}
