package org.communitycontracts.engine.clock;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a promise allows, as a contract writes it: {@code 5 working days}, {@code 24 hours}.
 *
 * <p>A range such as {@code 2 to 5 working days} says what is usual; the promise is broken only past its upper end.
 *
 * @param least the lower end of a range, 1 up to {@code count}; the same as {@code count} when there is no range
 * @param count how many units, 1 to 9999; of a range, its upper end
 * @param unit what is counted
 */
public record Allowance(int least, int count, Unit unit) {
    private static final Pattern COUNTED = Pattern.compile("(?:([1-9]\\d{0,3}) to )?([1-9]\\d{0,3}) ([a-z ]+)");

    /** What an allowance counts; the meaning of each is rule S1 of the contract language. */
    public enum Unit {
        /** Elapsed hours, day and night; a clock change makes no difference. */
        HOURS("hour"),
        /** Hours inside the calendar's windows: due at the first instant at which that much was used (S4). */
        WORKING_HOURS("working hour"),
        /** Due at the close of the Nth working day after day 0 (S3). */
        WORKING_DAYS("working day"),
        /** Due at the same wall-clock time N working days after the start; outside hours the next opening is the start. */
        FULL_WORKING_DAYS("full working day"),
        /** Due at the end of the Nth local calendar day after the start. */
        DAYS("day"),
        /** Seven calendar days each. */
        WEEKS("week"),
        /** Due at the end of the local day N months on, clipped to the month's end. */
        MONTHS("month"),
        /** Due at the close of the first working day after the local day of the start. */
        END_OF_NEXT_WORKING_DAY("end of the next working day"),
        /** Due at the close of the next visit: the calendar's days are the days of the visits. */
        NEXT_VISIT("next visit"),
        /** Due at the moment written on the report itself, its fact {@code promised}. */
        PROMISED_DATE("promised date");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** Whether the unit stands alone, without a number before it. */
        public boolean isUncounted() {
            return this == END_OF_NEXT_WORKING_DAY || this == NEXT_VISIT || this == PROMISED_DATE;
        }

        /** Whether days are counted, each of them whole, and not hours. */
        public boolean isOfDays() {
            return this != HOURS && this != WORKING_HOURS && this != PROMISED_DATE;
        }
    }

    public Allowance {
        if (count < 1 || count > 9999) {
            throw new IllegalArgumentException("An allowance is 1 to 9999 of its unit, not " + count);
        }
        if (least < 1 || least > count) {
            throw new IllegalArgumentException("A range runs from 1 or more up to its end, not from " + least);
        }
        if (unit.isUncounted() && count != 1) {
            throw new IllegalArgumentException("\"" + unit.word + "\" takes no number");
        }
    }

    /** An allowance that is no range. */
    public Allowance(int count, Unit unit) {
        this(count, count, unit);
    }

    /** Whether it is written as a range. */
    public boolean isRange() {
        return least < count;
    }

    /** Reads the spelling of a contract file, or is empty when the text is none of the closed grammar. */
    public static Optional<Allowance> parse(String text) {
        for (Unit unit : Unit.values()) {
            if (unit.isUncounted() && unit.word.equals(text)) {
                return Optional.of(new Allowance(1, unit));
            }
        }
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(counted.group(2));
        int least = counted.group(1) == null ? count : Integer.parseInt(counted.group(1));
        if (least > count || (counted.group(1) != null && least == count)) {
            return Optional.empty();
        }
        for (Unit unit : Unit.values()) {
            if (!unit.isUncounted()
                    && (unit.word.equals(counted.group(3)) || (unit.word + "s").equals(counted.group(3)))) {
                return Optional.of(new Allowance(least, count, unit));
            }
        }
        return Optional.empty();
    }

    /** The spelling of a contract file: {@code 1 working day}, {@code 5 working days}. */
    @Override
    public String toString() {
        return unit.isUncounted()
                ? unit.word
                : String.format(
                        Locale.ROOT,
                        "%s%d %s%s",
                        isRange() ? least + " to " : "",
                        count,
                        unit.word,
                        count == 1 ? "" : "s");
    }
}
