package org.communitycontracts.engine.columns;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * How drafts would have turned out on cases that have been. What a case needed does not depend on how much a draft allows: it is worked out
 * once for each calendar and unit and kept, four bytes a case and a little for holds and percentiles, so that another number in a draft is only another look at the same column.
 * The caller frees what is kept with {@link #forget}. One thread at a time may ask.
 */
public final class Backcast {
    /** Half seconds of this long still fit an {@code int}. */
    private static final long MOST_SECONDS = 1L << 30;

    private final Columns cases;
    private final Instant asOf;
    private final int[] runningFrom;
    private final Map<NeedKind, Needs> kept = new HashMap<>();

    private Backcast(Columns cases, Instant asOf) {
        this.cases = cases;
        this.asOf = asOf;
        this.runningFrom = cases.runningFrom(Moments.of(asOf));
    }

    /** A backcast over these cases; a stop after the as-of moment has not been yet. Cases that span more than 34 years are refused. */
    public static Backcast of(Columns cases, Instant asOf) {
        if (cases.size() > 0 && (long) Moments.of(asOf) - cases.firstStart >= MOST_SECONDS) {
            throw new IllegalArgumentException("A backcast spans 34 years at most");
        }
        return new Backcast(cases, asOf);
    }

    /** How this draft would have turned out. */
    public Outcome judge(Draft draft) {
        return judge(List.of(draft)).getFirst();
    }

    /** How each of these drafts would have turned out; quicker than one after the other. */
    public List<Outcome> judge(List<Draft> drafts) {
        Map<NeedKind, NeedsToFind> missing = new HashMap<>();
        List<DraftCount> counts =
                drafts.stream().map(draft -> count(draft, missing)).toList();
        judge(counts, missing);
        for (DraftCount count : counts) {
            if (count.isPaidByCase() && cases.size() > 0) {
                Draft draft = count.outcome().draft();
                new Lateness(draft, cases, asOf).count(count.outcome().pence);
            }
        }
        return counts.stream().map(DraftCount::outcome).toList();
    }

    /** In one go over the groups: what is missing is found and counted while it is at hand, and kept. */
    private void judge(List<DraftCount> counts, Map<NeedKind, NeedsToFind> missing) {
        List<DraftCounts> together = counts.stream().collect(groupingBy(DraftCount::needs)).entrySet().stream()
                .map(same -> new DraftCounts(same.getKey(), same.getValue()))
                .toList();
        Cores.shareGroups(cases, () -> together, (from, to, all) -> {
            missing.values().forEach(needs -> needs.find(from, to));
            all.forEach(same -> same.count(from, to));
        });
        missing.forEach((kind, found) -> kept.put(kind, found.needs()));
    }

    private DraftCount count(Draft draft, Map<NeedKind, NeedsToFind> missing) {
        UsualTimes times = new UsualTimes(needs(NeedKind.time(draft.calendar()), missing));
        Needs needs = needs(NeedKind.of(draft.within().unit(), draft.calendar()), missing);
        return new DraftCount(needs, new Outcome(draft, cases, times));
    }

    private Needs needs(NeedKind kind, Map<NeedKind, NeedsToFind> missing) {
        Needs known = kept.get(kind);
        return known != null
                ? known
                : missing.computeIfAbsent(kind, one -> one.needs(cases, runningFrom, Moments.of(asOf)))
                        .needs();
    }

    /** What each number of a unit would have kept, in one group. */
    public Curve curve(Allowance.Unit unit, Calendar calendar, int group) {
        return Curve.of(needs(counted(unit), calendar), unit, group, group + 1);
    }

    /** The same for all groups together. */
    public Curve curve(Allowance.Unit unit, Calendar calendar) {
        return Curve.of(needs(counted(unit), calendar), unit, 0, cases.groups());
    }

    private static Allowance.Unit counted(Allowance.Unit unit) {
        if (unit.isUncounted()) {
            throw new IllegalArgumentException("An allowance in " + unit + " takes no number, so it has no curve");
        }
        return unit;
    }

    private Needs needs(Allowance.Unit unit, Calendar calendar) {
        return needs(NeedKind.of(unit, calendar));
    }

    private Needs needs(NeedKind kind) {
        return kept.computeIfAbsent(
                kind, one -> one.needs(cases, runningFrom, Moments.of(asOf)).all());
    }

    /** The bytes kept for calendars seen so far, beside the columns themselves. */
    public long bytes() {
        return 4L * runningFrom.length
                + kept.values().stream().mapToLong(Needs::bytes).sum();
    }

    /** Frees what is kept for a calendar. Hours that pass day and night belong to none: only {@link #forget()} frees them. */
    public void forget(Calendar calendar) {
        kept.keySet().removeIf(kind -> kind.calendar().equals(calendar));
    }

    /** Frees everything kept. */
    public void forget() {
        kept.clear();
    }
}
