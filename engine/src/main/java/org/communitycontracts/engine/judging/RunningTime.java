package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion.Effect;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Target;

/** Judges a duty to keep something going for a share of a calendar's time: the seconds of each window in which it was not down. */
final class RunningTime {
    private final InForce clause;
    private final Calendar calendar;
    private final AsOf asOf;
    private final List<Stretch> down;
    private final List<Stretch> excused;

    private RunningTime(InForce clause, ShareOfTime duty, Register register) {
        this.clause = clause;
        this.asOf = register.asOf();
        this.calendar = duty.calendar().knownAt(asOf.known());
        this.excused = Notices.of(clause, register).stretches(clause.zone(), Effect.VOID, Effect.PAUSE);
        List<Stretch> all = new ArrayList<>(excused);
        all.addAll(downs(duty, register));
        this.down = new Holds(all).stretches();
    }

    static List<Verdict> verdicts(InForce clause, ShareOfTime duty, Register register) {
        Target target = clause.clause().target();
        if (target == null) {
            return List.of();
        }
        RunningTime time = new RunningTime(clause, duty, register);
        return WindowSpan.listOf(clause, target.over(), register.asOf()).stream()
                .map(window -> time.found(window, target).verdict(register.asOf(), true))
                .toList();
    }

    private ShareCount found(WindowSpan window, Target target) {
        Instant until = window.countsUntil().atStartOfDay(clause.zone()).toInstant();
        Instant end = asOf.valid().isBefore(until) ? asOf.valid() : until;
        long excusedSeconds = within(new Holds(excused).stretches(), window.start(), end);
        long whole = calendar.workingSeconds(window.start(), end) - excusedSeconds;
        long lost = within(down, window.start(), end) - excusedSeconds;
        String what = "it should have been going for " + Words.length(whole, "") + " and was down for "
                + Words.length(lost, "") + " of them";
        List<String> more = excusedSeconds == 0
                ? List.of()
                : List.of(Words.length(excusedSeconds, "") + " covered by a notice were taken out.");
        return new ShareCount(window, target, whole - lost, whole, whole > 0, what, more);
    }

    /** The seconds of the calendar, between two moments, that lie in some of the stretches, which are in order and apart. */
    private long within(List<Stretch> stretches, Instant from, Instant to) {
        long seconds = 0;
        for (int i = firstEndingAfter(stretches, from);
                i < stretches.size() && stretches.get(i).from().isBefore(to);
                i++) {
            Stretch one = stretches.get(i);
            seconds += calendar.workingSeconds(
                    one.from().isAfter(from) ? one.from() : from, one.to().isBefore(to) ? one.to() : to);
        }
        return seconds;
    }

    private static int firstEndingAfter(List<Stretch> stretches, Instant moment) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).to().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** From each time it went down to the next time it came up again on the same report, or until now. */
    private List<Stretch> downs(ShareOfTime duty, Register register) {
        String up = Objects.requireNonNull(duty.up());
        String down = Objects.requireNonNull(duty.down());
        List<Stretch> stretches = new ArrayList<>();
        Map<String, Instant> since = new HashMap<>();
        for (Happening one : register.those(clause.clause().when(), register.of(Set.of(down, up)), duty.calendar())) {
            String of = Objects.requireNonNullElse(one.report(), "");
            if (one.event().equals(down)) {
                since.putIfAbsent(of, one.at());
            } else {
                Instant began = since.remove(of);
                stretches.add(new Stretch(began == null ? one.at() : began, one.at()));
            }
        }
        since.values().forEach(began -> stretches.add(new Stretch(began, asOf.valid())));
        return stretches;
    }
}
