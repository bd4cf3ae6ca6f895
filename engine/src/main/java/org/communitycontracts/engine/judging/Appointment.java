package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.Appoint;
import org.jspecify.annotations.Nullable;

/** One appointment: its slot, and what became of it. */
final class Appointment {
    private final InForce clause;
    private final Appoint duty;
    private final Happening made;
    private final Instant from;
    private final Instant until;
    private @Nullable Conclusion end;
    private @Nullable Instant early;

    /** @throws IllegalArgumentException when it ends before it begins */
    Appointment(InForce clause, Appoint duty, Happening made, Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("An appointment ends after it begins");
        }
        this.clause = clause;
        this.duty = duty;
        this.made = made;
        this.from = from;
        this.until = until;
    }

    boolean isOpen() {
        return end == null;
    }

    boolean isOpenAt(Instant moment) {
        return isOpen() && !moment.isAfter(until);
    }

    boolean isOpenBeforeItsSlot(Instant moment) {
        return isOpen() && moment.isBefore(from);
    }

    /** Somebody came at this moment: kept when it lies in the slot, both ends included. */
    void visit(Instant moment) {
        if (isOpen() && !moment.isBefore(from) && !moment.isAfter(until)) {
            end = found(Verdict.State.MET, "Somebody came on " + words().moment(moment) + ", in the slot.")
                    .stopped(moment);
        } else if (isOpen() && moment.isBefore(from)) {
            early = moment;
        }
    }

    /** It was called off, or another made in its place. */
    void give(Happening other) {
        String who = other.by() == null ? "" : " by “" + other.by() + "”";
        String what = Words.event(other.event()) + who + " on " + words().moment(other.at());
        if (clause.contract().isOutsider(other.by())) {
            end = found(
                    Verdict.State.VOID, what + ": who is no provider may call it off at any time. It is not counted.");
        } else if (isInGoodTime(other.at())) {
            end = found(Verdict.State.VOID, what + ", in good time" + asked() + ". It is not counted.");
        } else {
            end = found(Verdict.State.BREACHED, what + ", too late" + asked() + ".")
                    .breachedAt(other.at());
        }
    }

    Conclusion outcome(AsOf asOf) {
        if (end != null) {
            return end;
        }
        String tooEarly = early == null ? "" : " A visit on " + words().moment(early) + " came before the slot.";
        return asOf.valid().isAfter(until)
                ? found(Verdict.State.BREACHED, "Nobody came in the slot." + tooEarly)
                        .breachedAt(until)
                : found(Verdict.State.PENDING, "The slot is not over." + tooEarly);
    }

    LocalDate day() {
        return duty.calendar().date(from);
    }

    private boolean isInGoodTime(Instant calledOff) {
        return duty.notice() == null
                ? calledOff.isBefore(from)
                : !new Clock(duty.notice(), duty.calendar())
                        .due(calledOff, Holds.NONE)
                        .isAfter(from);
    }

    private String asked() {
        return duty.notice() == null
                ? " before the slot began"
                : " when " + duty.notice() + " before the slot are asked";
    }

    private Conclusion found(Verdict.State state, String ending) {
        return Conclusion.of(
                state,
                made.at(),
                until,
                List.of(
                        clause.says(),
                        "An appointment was made on " + words().dated(made.at()) + " for " + words().span(from, until)
                                + ".",
                        ending));
    }

    private Words words() {
        return new Words(duty.calendar().zone(), duty.calendar().date(made.at()).getYear());
    }
}
