package org.communitycontracts.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one would write first: walk from the report to its end, day by day with java.time, add up the working time, take out the holds and
 * see whether it was too much; one core.
 */
final class NaiveRival implements Rival {
    private final List<Draft> drafts;
    private final double part;
    private final int groups;
    private final List<Case> cases;
    private @Nullable Counts counts;

    NaiveRival(Columns sample, List<Draft> drafts, double part) {
        this.drafts = drafts;
        this.part = part;
        this.groups = sample.groups();
        this.cases = Case.list(sample);
    }

    @Override
    public String name() {
        return "naive java.time, day by day";
    }

    @Override
    public double part() {
        return part;
    }

    @Override
    public void count() {
        Counts counted = new Counts(drafts.size(), groups);
        for (int draft = 0; draft < drafts.size(); draft++) {
            Calendar calendar = drafts.get(draft).calendar();
            Set<LocalDate> holidays =
                    calendar.holidays().stream().map(Holiday::on).collect(Collectors.toSet());
            Duration allowed = Duration.ofHours(drafts.get(draft).hours());
            for (Case one : cases) {
                counted.add(draft, one.group(), state(one, allowed, calendar, holidays));
            }
        }
        counts = counted;
    }

    @Override
    public @Nullable Counts counts() {
        return counts;
    }

    /** Late when the time allowed was used up before the last second. */
    private static Verdict.State state(Case one, Duration allowed, Calendar calendar, Set<LocalDate> holidays) {
        boolean stopped = !one.stop().isAfter(SyntheticReports.AS_OF);
        Instant last = (stopped ? one.stop() : SyntheticReports.AS_OF).minusSeconds(1);
        if (used(one, last, calendar, holidays).compareTo(allowed) >= 0) {
            return Verdict.State.BREACHED;
        }
        return stopped ? Verdict.State.MET : Verdict.State.PENDING;
    }

    private static Duration used(Case one, Instant last, Calendar calendar, Set<LocalDate> holidays) {
        Duration used = Duration.ZERO;
        LocalDate end = last.atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = one.start().atZone(calendar.zone()).toLocalDate();
                !date.isAfter(end);
                date = date.plusDays(1)) {
            if (calendar.days().contains(date.getDayOfWeek()) && !holidays.contains(date)) {
                Instant opens = latest(at(date, calendar.opens(), calendar), one.start());
                Instant closes = earliest(at(date, calendar.closes(), calendar), last);
                used = used.plus(between(opens, closes));
                for (Stretch hold : one.holds().stretches()) {
                    used = used.minus(between(latest(opens, hold.from()), earliest(closes, hold.to())));
                }
            }
        }
        return used;
    }

    private static Instant at(LocalDate date, int minutes, Calendar calendar) {
        if (minutes == 24 * 60) {
            return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        }
        return ZonedDateTime.of(date.atTime(minutes / 60, minutes % 60), calendar.zone())
                .toInstant();
    }

    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
