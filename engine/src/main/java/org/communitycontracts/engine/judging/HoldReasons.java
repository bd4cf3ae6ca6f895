package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;

/** Says what held a clock up, for how long, and what did not. */
final class HoldReasons {
    private final Finding finding;
    private final Cycle cycle;
    private final Calendar calendar;
    private final Words words;

    HoldReasons(Finding finding, Words words) {
        this.finding = finding;
        this.cycle = finding.cycle();
        this.calendar = finding.promise().calendar();
        this.words = words;
    }

    List<String> steps(Instant due) {
        return cycle.held().stream().map(hold -> told(hold, due)).toList();
    }

    private String told(Hold hold, Instant due) {
        String name = Words.event(hold.began().event());
        if (hold.to().equals(hold.from())) {
            return "The hold " + name + " held nothing up: it was said to begin on "
                    + words.moment(hold.began().at()) + " but written down only on "
                    + words.moment(hold.began().recorded()) + ".";
        }
        String when = words.span(hold.from(), hold.to());
        if (hold.from().isAfter(due)) {
            return "The hold " + name + " from " + when + " began after the time had run out, so it changes nothing."
                    + backdated(hold);
        }
        String what = hold.ending() == Hold.Ending.REOPENED
                ? "From " + when + " the case was thought to be closed, until it was reopened; that time is not counted"
                : "From " + when + " the clock was on hold, " + name;
        return what + ": " + takenOut(hold) + backdated(hold) + ending(hold);
    }

    /** What this hold took out that those before it had not. */
    private String takenOut(Hold hold) {
        List<Stretch> before = new ArrayList<>();
        for (Hold other : cycle.held().subList(0, cycle.held().indexOf(hold))) {
            before.add(other.stretch());
        }
        long without = finding.promise().clock().held(cycle.start(), cycle.end(), new Holds(before));
        before.add(hold.stretch());
        long with = finding.promise().clock().held(cycle.start(), cycle.end(), new Holds(before));
        if (with > without) {
            return Words.length(with - without, Counting.kind(calendar)) + "." + movesNothing();
        }
        return without > 0 && isOpenDuring(hold)
                ? "it lay within time already on hold, so it takes out nothing more."
                : "none of it was working time.";
    }

    /** A promise in days is moved by whole days only. */
    private String movesNothing() {
        return finding.promise().within().unit().isOfDays()
                        && finding.days().held().isEmpty()
                ? " Only part of a day was on hold, so the last day does not move."
                : "";
    }

    private boolean isOpenDuring(Hold hold) {
        return calendar.workingSeconds(hold.from(), hold.to()) > 0;
    }

    private String backdated(Hold hold) {
        return hold.isBackdated() && !hold.excluded() && hold.ending() != Hold.Ending.REOPENED
                ? " It was said to begin on " + words.moment(hold.began().at())
                        + ", but a hold counts only from when it is written down."
                : "";
    }

    private String ending(Hold hold) {
        return switch (hold.ending()) {
            case RUN_OUT -> " Then it had lasted as long as the contract allows, and the clock ran again.";
            case RUNNING -> " It is still on hold." + wholeDay(hold);
            case CLOSED -> wholeDay(hold);
            case ANSWERED, REOPENED -> "";
        };
    }

    private String wholeDay(Hold hold) {
        LocalDate last = calendar.date(cycle.end().minusNanos(1));
        boolean isWhole = finding.promise().within().unit().isOfDays()
                && hold.lasts().isAfter(hold.to())
                && finding.days().held().contains(last);
        return isWhole ? " The whole of " + words.day(last) + " is taken as on hold." : "";
    }
}
