package org.communitycontracts.scoreboard;

import java.util.Locale;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.web.Words;

/**
 * A length of time in the unit a promise is made in, so that the time usually taken stands beside the time promised.
 *
 * @param count how many, 1 or more; a part of an hour or of a day counts as one, so it is never less than the truth. In days
 *     it may be one more than the promise counts, which leaves the day of the report out
 * @param unit what is counted
 */
record Taken(long count, Unit unit) {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** What people count in. */
    enum Unit {
        HOURS,
        WORKING_HOURS,
        DAYS,
        WORKING_DAYS
    }

    /** Seconds of the clause's calendar, in the unit of its promise. */
    static Taken of(long seconds, Respond duty) {
        boolean always = isAlways(duty.first().calendar());
        boolean inHours = duty.first().within().unit() == Allowance.Unit.HOURS
                || duty.first().within().unit() == Allowance.Unit.WORKING_HOURS;
        long length = inHours
                ? 3600
                : 60L
                        * (duty.first().calendar().closes()
                                - duty.first().calendar().opens());
        return new Taken(Math.max(1, Math.ceilDiv(seconds, length)), unit(inHours, always));
    }

    /** The time promised, as the contract writes it; round the clock every day is simply a day. */
    static String promised(Respond duty, Words words) {
        Allowance within = duty.first().within();
        boolean fullDays = within.unit() == Allowance.Unit.FULL_WORKING_DAYS;
        return fullDays
                ? new Taken(within.count(), unit(false, isAlways(duty.first().calendar()))).say(words)
                : within.toString();
    }

    boolean isInDays() {
        return unit == Unit.DAYS || unit == Unit.WORKING_DAYS;
    }

    String say(Words words) {
        return words.count("taken." + unit.name().toLowerCase(Locale.ROOT), count);
    }

    private static Unit unit(boolean inHours, boolean always) {
        if (inHours) {
            return always ? Unit.HOURS : Unit.WORKING_HOURS;
        }
        return always ? Unit.DAYS : Unit.WORKING_DAYS;
    }

    private static boolean isAlways(Calendar calendar) {
        return calendar.days().size() == 7 && calendar.closes() - calendar.opens() == MINUTES_OF_A_DAY;
    }
}
