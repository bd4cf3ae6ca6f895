package org.communitycontracts.engine.columns;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.clock.Stretch;

/**
 * A batch of random cases on one random calendar under one random allowance, the same for the same seed. Its moments like to stand on an
 * edge or a second beside it: openings, closings, midnights, clock changes.
 */
final class RandomCases {
    private static final List<String> ZONES = List.of(
            "Europe/London",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "UTC",
            "Asia/Kathmandu",
            "America/Havana");
    private static final int DAY = 86_400;

    record Case(Instant start, Instant stop, Holds holds) {}

    private final Random random;
    private final Instant begin;
    private final int span;
    private final List<Instant> edges = new ArrayList<>();

    final Calendar calendar;
    final Allowance within;
    final Instant asOf;

    RandomCases(long seed) {
        random = new Random(seed);
        begin = LocalDate.of(2012 + random.nextInt(20), 1 + random.nextInt(12), 1)
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant();
        span = DAY * (20 + random.nextInt(500));
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        calendar = calendar(zone);
        within = within();
        collectEdges(zone);
        asOf = moment();
    }

    private Calendar calendar(ZoneId zone) {
        int[][] windows = {{540, 1020}, {0, 1440}, {480, 1080}, {1, 1439}, {90, 150}, {0, 75}, {1200, 1440}, {513, 1021}
        };
        int[] window = windows[random.nextInt(windows.length)];
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        int most = random.nextInt(8);
        for (int i = 0; i < most; i++) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        List<Holiday> holidays = new ArrayList<>();
        for (int i = 0; i < span / DAY / 15; i++) {
            LocalDate on = LocalDate.ofInstant(begin.plusSeconds(random.nextInt(span)), zone);
            holidays.add(new Holiday(on, "A day off", Instant.MIN));
        }
        return new Calendar("random", zone, days, window[0], window[1], holidays);
    }

    private Allowance within() {
        List<Allowance.Unit> units = new ArrayList<>(List.of(Allowance.Unit.values()));
        units.remove(Allowance.Unit.PROMISED_DATE);
        Allowance.Unit unit = units.get(random.nextInt(units.size()));
        int most = random.nextInt(10) == 0 ? 120 : 12;
        return new Allowance(unit.isUncounted() ? 1 : 1 + random.nextInt(most), unit);
    }

    private void collectEdges(ZoneId zone) {
        int years = span / DAY / 365 + 1;
        Instant from = begin;
        for (int i = 0; i < 2 * years + 1; i++) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            if (change != null && change.getInstant().isBefore(begin.plusSeconds(span))) {
                from = change.getInstant();
                edges.add(from);
                edges.add(from.minusSeconds(DAY));
            }
        }
        for (int i = 0; i < 12; i++) {
            LocalDate date = LocalDate.ofInstant(begin.plusSeconds(random.nextInt(span)), zone);
            edges.add(calendar.opening(date));
            edges.add(calendar.closing(date));
            edges.add(date.atStartOfDay(zone).toInstant());
            edges.add(date.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** A random moment: one time in two on an edge or at most a second from it. */
    Instant moment() {
        if (random.nextBoolean()) {
            return edges.get(random.nextInt(edges.size())).plusSeconds(random.nextInt(3) - 1);
        }
        return begin.plusSeconds(random.nextInt(span));
    }

    /** A random case; its stop is {@link Instant#MAX} when there is none, and often stands right at its due moment. */
    Case next() {
        Instant start = moment();
        Holds holds = random.nextInt(3) == 0 ? Holds.NONE : holds(start);
        return new Case(start, stop(start, holds), holds);
    }

    private Holds holds(Instant start) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Instant from = random.nextBoolean() ? moment() : start.plusSeconds(random.nextInt(20 * DAY) - DAY);
            Instant to = random.nextInt(3) == 0 ? moment() : from.plusSeconds(random.nextInt(6 * DAY));
            stretches.add(from.isBefore(to) ? new Stretch(from, to) : new Stretch(to, from));
        }
        return new Holds(stretches);
    }

    private Instant stop(Instant start, Holds holds) {
        return switch (random.nextInt(5)) {
            case 0 -> Instant.MAX;
            case 1 -> moment();
            case 2 -> start.plusSeconds(random.nextInt(30 * DAY) - 60);
            default -> new Clock(within, calendar).due(start, holds).plusSeconds(random.nextInt(3) - 1);
        };
    }

    @Override
    public String toString() {
        return within + " on " + calendar + " as of " + asOf;
    }
}
