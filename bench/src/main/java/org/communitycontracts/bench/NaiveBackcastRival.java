package org.communitycontracts.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.judging.Verdict;

/** The backcast as one would write it first: the whole verdict on each report, its money, and a sorted list of times for each group. */
final class NaiveBackcastRival extends SampleRival {
    private static final long DAY_PENCE = 500;
    private static final long FIRST_PENCE = 1_000;
    private static final long MOST_PENCE = 3_000;

    NaiveBackcastRival(Columns sample, List<Draft> drafts, double part) {
        super(sample, drafts, part, Counts.BACKCAST);
    }

    @Override
    public String name() {
        return "naive walk to the end";
    }

    @Override
    void count(int number, Draft draft, List<Case> cases, Counts counts) {
        NaiveWalk walk = new NaiveWalk(draft.calendar());
        Duration allowed = Duration.ofHours(draft.within().count());
        Duration day =
                Duration.ofMinutes(draft.calendar().closes() - draft.calendar().opens());
        Map<Integer, List<Long>> times = new TreeMap<>();
        for (Case one : cases) {
            NaiveWalk.Time time = walk.until(one.end(), one);
            Verdict.State state = NaiveRival.state(one, time, allowed, walk);
            counts.add(number, one.group(), state);
            if (state == Verdict.State.BREACHED) {
                long days = late(one, time, allowed, walk).dividedBy(day);
                counts.add(number, one.group(), Counts.PENCE, Math.min(MOST_PENCE, FIRST_PENCE + DAY_PENCE * days));
            }
            List<Long> taken = times.computeIfAbsent(one.group(), _ -> new ArrayList<>());
            if (one.isStopped()) {
                taken.add(time.used().toSeconds());
            }
        }
        times.forEach((group, taken) -> {
            taken.sort(null);
            counts.put(number, group, Counts.HALF, ranked(taken, 50));
            counts.put(number, group, Counts.NINE_IN_TEN, ranked(taken, 90));
        });
    }

    /** A hold that began after the due moment is not taken out: without it, once more. */
    private static Duration late(Case one, NaiveWalk.Time time, Duration allowed, NaiveWalk walk) {
        List<Stretch> before = one.holds().stretches().stream()
                .filter(hold -> !walk.isUsedUp(allowed, hold.from(), one))
                .toList();
        Case heldBefore = new Case(one.start(), one.stop(), new Holds(before), one.group());
        NaiveWalk.Time used = heldBefore.holds().equals(one.holds()) ? time : walk.until(one.end(), heldBefore);
        return used.used().minus(allowed);
    }

    private static long ranked(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? -1 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
