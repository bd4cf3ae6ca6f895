package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion.Effect;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/**
 * The time from one act to the next, which the contract allows to be only so long.
 *
 * @param routine the duty, in the version in force when the gap begins
 * @param start the act that begins it, or the moment from which a first act is waited for
 * @param act that act; null when a first one is waited for
 * @param next the act that ends it; null while none has
 * @param lapses the moment from which no version promises it any more
 */
record Gap(
        Routine routine,
        Instant start,
        @Nullable Happening act,
        @Nullable Happening next,
        Instant lapses) {
    private static final String CLOCK = "gap";
    private static final int LAST_YEAR = 9999;

    Gap until(Happening ended) {
        return new Gap(routine, start, act, ended, lapses);
    }

    private Recur recur() {
        return routine.recur();
    }

    LocalDate day() {
        return recur().calendar().date(start);
    }

    Verdict verdict(String name, int number, AsOf asOf) {
        Notices notices = routine.notices();
        List<Stretch> held = notices.stretches(recur().calendar().zone(), Effect.EXTEND, Effect.PAUSE);
        Instant due = due(asOf, held);
        Verdict.State state = state(due, asOf);
        List<Stretch> met = new Holds(held)
                .stretches().stream()
                        .filter(hold -> hold.to().isAfter(start) && !hold.from().isAfter(due))
                        .toList();
        Conclusion found = Conclusion.of(state, start, due, why(due, state))
                .stopped(next == null ? null : next.at())
                .breachedAt(due)
                .holding(met)
                .numbered(CLOCK, number);
        return routine.clause().verdict(Acts.subject(name, day()), found);
    }

    private Verdict.State state(Instant due, AsOf asOf) {
        if (next != null && !next.at().isAfter(due)) {
            return Verdict.State.MET;
        }
        if (due.isAfter(lapses)) {
            return asOf.valid().isBefore(lapses) ? Verdict.State.PENDING : Verdict.State.VOID;
        }
        return asOf.valid().isAfter(due) ? Verdict.State.BREACHED : Verdict.State.PENDING;
    }

    /** The last moment for the next act. Time outside the season is held; as many years of it are laid out as are needed. */
    private Instant due(AsOf asOf, List<Stretch> held) {
        Clock clock = new Clock(
                Objects.requireNonNull(recur().maxGap()), recur().calendar().knownAt(asOf.known()));
        When.Season season = recur().season();
        if (season == null) {
            return clock.due(start, new Holds(held));
        }
        int year = day().getYear();
        for (int years = 2; ; years *= 2) {
            List<Stretch> all = new ArrayList<>(held);
            all.addAll(outside(season, year - 1, Math.min(LAST_YEAR, year + years)));
            Instant due = clock.due(start, new Holds(all));
            if (recur().calendar().date(due).getYear() < year + years || year + years >= LAST_YEAR) {
                return due;
            }
        }
    }

    /** The stretches of each year that are not in the season. */
    private List<Stretch> outside(When.Season season, int firstYear, int lastYear) {
        List<Stretch> outside = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            LocalDate closes = on(season.to(), year).plusDays(1);
            LocalDate opens = opens(season.from(), season.from().isAfter(season.to()) ? year : year + 1);
            if (closes.isBefore(opens)) {
                outside.add(new Stretch(midnight(closes), midnight(opens)));
            }
        }
        return outside;
    }

    /** The day in a year; 29 February is 28 February where there is none. */
    private static LocalDate on(MonthDay day, int year) {
        return day.atYear(year);
    }

    /** The day on which the season opens: of 29 February, where there is none, 1 March. */
    private static LocalDate opens(MonthDay from, int year) {
        return from.isValidYear(year)
                ? from.atYear(year)
                : LocalDate.of(year, from.getMonth(), 1).plusMonths(1);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(recur().calendar().zone()).toInstant();
    }

    private List<String> why(Instant due, Verdict.State state) {
        Words words = routine.clause().words(day());
        List<String> steps = new ArrayList<>();
        steps.add(routine.clause().says());
        steps.add((act == null
                        ? "A first time was waited for since " + words.day(day()) + " " + day().getYear()
                        : "It was done on " + words.dated(start))
                + ". From one time to the next no more than " + recur().maxGap()
                + " may pass, so the next was due by " + words.end(due) + ".");
        if (recur().season() != null) {
            steps.add("Time outside the season is not counted.");
        }
        routine.notices().that(Effect.EXTEND, Effect.PAUSE).stream()
                .filter(notice -> notice.meets(day(), recur().calendar().date(due)))
                .forEach(notice -> steps.add(notice.told(words)));
        steps.add(ending(words, state));
        return steps;
    }

    private String ending(Words words, Verdict.State state) {
        String done = next == null ? "It has not been done since" : "The next time was on " + words.moment(next.at());
        return switch (state) {
            case MET -> done + ", which was in time.";
            case BREACHED -> done + (next == null ? ", and that time is over." : ", which was too late.");
            case VOID ->
                done + ". The promise ended on " + words.moment(lapses) + ", before that time was over, so nothing is "
                        + "counted.";
            default -> done + ", and there is still time.";
        };
    }
}
