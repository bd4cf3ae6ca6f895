package org.communitycontracts.engine.redress;

import java.time.Instant;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Payment;
import org.jspecify.annotations.Nullable;

/** Says in a first sentence how late a case was, and what of that counts. */
final class Lead {
    private Lead() {}

    /** {@code The promise was due by ... and was done on ....} */
    static String of(Breach breach, Instant asOf) {
        return of(breach, null, 0, asOf);
    }

    /** {@code The promise was due by ... and was done on ...: 43 working hours late, which is 5 full working days of 8 hours.} */
    static String of(Breach breach, Payment.@Nullable Further further, long count, Instant asOf) {
        String times = times(breach, asOf);
        if (further == null) {
            return times + ".";
        }
        Delay time = further.fromStart() ? breach.running() : breach.late();
        String counted = late(time, further) + ", which is " + periods(further, count) + ".";
        return times
                + (further.fromStart()
                        ? ". From the start of the clock: " + counted.replaceFirst(" late,", ",")
                        : ": " + counted);
    }

    private static String times(Breach breach, Instant asOf) {
        Wording wording = breach.wording();
        Instant due = breach.verdict().due();
        Instant stopped = breach.verdict().stopped();
        if (due == null || !due.equals(breach.at())) {
            return "The promise was broken on " + wording.moment(breach.at());
        }
        String by = "The promise was due by " + wording.end(due);
        if (breach.isOpen()) {
            return by + " and was not kept by " + wording.moment(asOf);
        }
        return by + (stopped == null ? " and was not kept" : " and was done on " + wording.moment(stopped));
    }

    private static String late(Delay time, Payment.Further further) {
        String kind = Delay.isWorking(further.per()) ? "working " : "";
        return Wording.length(time.seconds(further.per(), further.calendar()), kind) + " late";
    }

    private static String periods(Payment.Further further, long count) {
        Allowance per = further.per();
        String full = further.started() || per.unit() == Allowance.Unit.FULL_WORKING_DAYS ? "" : "full ";
        String begun = further.started() ? " begun" : "";
        String periods = per.count() == 1
                ? Wording.count(count, full + Wording.unit(per.unit())) + begun
                : Wording.count(count, full + "period") + begun + " of " + per;
        return periods + hours(per, further.calendar());
    }

    private static String hours(Allowance per, Calendar calendar) {
        return switch (per.unit()) {
            case WORKING_DAYS, FULL_WORKING_DAYS ->
                (per.count() == 1 ? " of " : ", each day ") + Wording.length(Delay.day(calendar), "");
            default -> "";
        };
    }
}
