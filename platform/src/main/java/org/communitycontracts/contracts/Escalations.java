package org.communitycontracts.contracts;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.contracts.Node.Entries;
import org.jspecify.annotations.Nullable;

/** The steps by which a late case is passed upwards: each not before the one above it. */
final class Escalations {
    private static final Pattern AT = Pattern.compile("(\\d+)%|due(?: ([+-]) (\\d+) ([a-z ]+?)s?)?");

    /**
     * One moment on the way.
     *
     * @param phase 0 for a share of the time, 1 before due, 2 at due, 3 after due
     * @param amount how far in that phase, later is more
     * @param unit amounts of two units cannot be compared
     */
    private record Moment(int phase, BigDecimal amount, String unit) {
        boolean isBefore(Moment other) {
            boolean isComparable = unit.equals(other.unit);
            return phase < other.phase || (phase == other.phase && isComparable && amount.compareTo(other.amount) < 0);
        }
    }

    private Escalations() {}

    static void check(Entries clause, Faults faults) {
        @Nullable Moment last = null;
        for (Entries step : clause.groups("escalate")) {
            Moment moment = moment(step.text("at"));
            if (last != null && isWrong(last, moment)) {
                faults.add(
                        step.value("at").place(),
                        "The step at " + Faults.quote(step.text("at")) + " comes before the step above it.",
                        "Put the steps in the order of time.");
            }
            last = moment;
        }
    }

    /** A share of the time and a time before due cannot be compared, so both orders of these two stand. */
    private static boolean isWrong(Moment last, Moment moment) {
        boolean isUncertain = last.phase() == 1 && moment.phase() == 0;
        return moment.isBefore(last) && !isUncertain;
    }

    private static Moment moment(String at) {
        Matcher parts = AT.matcher(at);
        if (!parts.matches()) {
            throw new IllegalStateException("The schema lets no file pass with " + at);
        }
        if (parts.group(1) != null) {
            return new Moment(0, new BigDecimal(parts.group(1)), "%");
        }
        if (parts.group(2) == null) {
            return new Moment(2, BigDecimal.ZERO, "");
        }
        BigDecimal amount = new BigDecimal(parts.group(3));
        return parts.group(2).equals("-")
                ? new Moment(1, amount.negate(), parts.group(4))
                : new Moment(3, amount, parts.group(4));
    }
}
