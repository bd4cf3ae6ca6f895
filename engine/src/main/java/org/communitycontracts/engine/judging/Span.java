package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Exclusion.Effect;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/**
 * One period of a fixed grid (S15): local days from the first to the day before the next begins.
 *
 * @param clause the clause, in the version in force on the first day
 * @param recur what is promised
 * @param first its first day, by which it is named
 * @param next the first day of the next one
 * @param begins its first day inside the season; the same as {@code first} without a season
 * @param ends the day after its last day inside the season
 * @param declared the declared days that lie in it, in order, by which it is extended
 * @param notices those notices
 */
record Span(
        InForce clause,
        Recur recur,
        LocalDate first,
        LocalDate next,
        LocalDate begins,
        LocalDate ends,
        List<LocalDate> declared,
        List<Notice> notices) {
    /** The periods of a version whose first day is in force and which had begun by the moment of the question, in order. */
    static List<Span> listOf(InForce clause, Recur recur, Notices notices, AsOf asOf) {
        Allowance period = recur.period();
        if (period == null) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        List<Notice> moving = notices.that(Effect.EXTEND);
        LocalDate today = LocalDate.ofInstant(asOf.valid(), recur.calendar().zone());
        int number = firstFrom(recur.anchor(), period, clause.from());
        for (LocalDate first = firstDay(recur.anchor(), period, number);
                clause.isBeforeItsEnd(first) && !first.isAfter(today);
                first = firstDay(recur.anchor(), period, number)) {
            number++;
            Span span = inSeason(clause, recur, first, firstDay(recur.anchor(), period, number));
            if (span != null && !span.begins.isAfter(today)) {
                spans.add(span.extendedBy(moving));
            }
        }
        return spans;
    }

    ZoneId zone() {
        return recur.calendar().zone();
    }

    Instant start() {
        return begins.atStartOfDay(zone()).toInstant();
    }

    /** Its end without any extension. */
    Instant end() {
        return ends.atStartOfDay(zone()).toInstant();
    }

    /** Its end, extended by the declared days that lie in it and no further than the contract allows. */
    Instant due() {
        return extendedEnd().atStartOfDay(zone()).toInstant();
    }

    LocalDate extendedEnd() {
        LocalDate end = ends.plusDays(declared.size());
        for (Notice notice : notices) {
            Allowance atMost = notice.exclusion().atMost();
            LocalDate longest = atMost == null ? end : Notice.longest(ends, atMost);
            end = longest.isBefore(end) ? longest : end;
        }
        return end;
    }

    private Span extendedBy(List<Notice> moving) {
        List<Notice> mine =
                moving.stream().filter(notice -> notice.meets(begins, ends)).toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Notice notice : mine) {
            Stream.iterate(later(notice.first(), begins), day -> day.plusDays(1))
                    .takeWhile(day -> day.isBefore(ends) && day.isBefore(notice.next()))
                    .forEach(days::add);
        }
        return new Span(clause, recur, first, next, begins, ends, List.copyOf(days), mine);
    }

    private static @Nullable Span inSeason(InForce clause, Recur recur, LocalDate first, LocalDate next) {
        When.Season season = recur.season();
        LocalDate begins = first;
        LocalDate ends = next;
        while (season != null && begins.isBefore(next) && !isIn(season, begins)) {
            begins = begins.plusDays(1);
        }
        while (season != null && ends.isAfter(begins) && !isIn(season, ends.minusDays(1))) {
            ends = ends.minusDays(1);
        }
        return begins.isBefore(ends) ? new Span(clause, recur, first, next, begins, ends, List.of(), List.of()) : null;
    }

    static boolean isIn(When.@Nullable Season season, LocalDate day) {
        return season == null || season.contains(java.time.MonthDay.from(day));
    }

    /** The first day of the nth period; months are counted from the anchor and clipped to the month's end. */
    private static LocalDate firstDay(LocalDate anchor, Allowance period, int number) {
        long count = (long) period.count() * number;
        return switch (period.unit()) {
            case MONTHS -> anchor.plusMonths(count);
            case WEEKS -> anchor.plusWeeks(count);
            case DAYS -> anchor.plusDays(count);
            default -> throw new IllegalStateException("A period is in days, weeks or months, not " + period);
        };
    }

    /** The number of the first period that begins on or after a day. */
    private static int firstFrom(LocalDate anchor, Allowance period, LocalDate day) {
        if (!anchor.isBefore(day)) {
            return 0;
        }
        long units = switch (period.unit()) {
            case MONTHS -> ChronoUnit.MONTHS.between(anchor, day);
            case WEEKS -> ChronoUnit.WEEKS.between(anchor, day);
            default -> ChronoUnit.DAYS.between(anchor, day);
        };
        int number = (int) (units / period.count());
        while (firstDay(anchor, period, number).isBefore(day)) {
            number++;
        }
        return number;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
