package org.communitycontracts.engine.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded random clocks, starts and holds from 2024 to 2030: the same seed gives the same case on every machine. */
public final class RandomClocks {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/Havana"),
            ZoneId.of("UTC"));
    private static final int[][] HOURS = {
        {540, 1020}, {0, 1440}, {510, 1050}, {60, 180}, {90, 300}, {0, 1}, {1380, 1440}
    };
    private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2030-06-01T00:00:00Z").getEpochSecond();
    /** Nights on which clocks change somewhere in the zones above; a third of the starts lies near one. */
    private static final List<Instant> CHANGES = List.of(
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2027-03-14T07:00:00Z"),
            Instant.parse("2027-11-07T06:00:00Z"),
            Instant.parse("2028-04-01T15:00:00Z"),
            Instant.parse("2028-09-30T15:30:00Z"),
            Instant.parse("2027-03-14T05:00:00Z"),
            Instant.parse("2027-11-07T05:00:00Z"));

    /** One case: a clock, its start, an end, and holds that may overlap. */
    public record Case(Clock clock, Instant start, Instant end, List<Stretch> holds) {}

    private final SplittableRandom random;

    public RandomClocks(long seed) {
        random = new SplittableRandom(seed);
    }

    public Case next() {
        Calendar calendar = calendar();
        Instant start = start(calendar);
        Instant end = start.plusSeconds(random.nextInt(3) == 0 ? random.nextInt(86_400) : random.nextInt(30 * 86_400));
        return new Case(new Clock(allowance(), calendar), start, end, holds(start, calendar));
    }

    Calendar calendar() {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        switch (random.nextInt(3)) {
            case 0 -> days.addAll(Calendars.WEEKDAYS);
            case 1 -> days.addAll(EnumSet.allOf(DayOfWeek.class));
            default -> {
                days.add(DayOfWeek.of(1 + random.nextInt(7)));
                days.add(DayOfWeek.of(1 + random.nextInt(7)));
                days.add(DayOfWeek.of(1 + random.nextInt(7)));
            }
        }
        int[] hours = HOURS[random.nextInt(HOURS.length)];
        return new Calendar("random", zone, days, hours[0], hours[1], holidays());
    }

    public Holiday holiday() {
        LocalDate date = LocalDate.parse("2024-01-01").plusDays(random.nextInt(7 * 365));
        return new Holiday(date, "a day off", Instant.MIN);
    }

    public Stretch hold(Instant start, Calendar calendar) {
        long from = start.getEpochSecond() - 86_400 + random.nextInt(12 * 86_400);
        long length = random.nextInt(4) == 0 ? random.nextInt(7200) : random.nextInt(4 * 86_400);
        if (random.nextBoolean()) { // to the edge of a day or a window
            LocalDate date = calendar.date(Instant.ofEpochSecond(from));
            from = (random.nextBoolean()
                            ? calendar.opening(date)
                            : date.atStartOfDay(calendar.zone()).toInstant())
                    .getEpochSecond();
        }
        return new Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + length));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        for (int i = random.nextInt(3) * 40; i > 0; i--) {
            holidays.add(holiday());
        }
        return holidays;
    }

    private Instant start(Calendar calendar) {
        long start = random.nextInt(3) == 0
                ? CHANGES.get(random.nextInt(CHANGES.size())).getEpochSecond() - 172_800 + random.nextInt(259_200)
                : random.nextLong(FIRST, LAST);
        LocalDate date = calendar.date(Instant.ofEpochSecond(start));
        return switch (random.nextInt(8)) {
            case 0 -> calendar.opening(date);
            case 1 -> calendar.closing(date);
            case 2 -> date.atStartOfDay(calendar.zone()).toInstant();
            default -> Instant.ofEpochSecond(start);
        };
    }

    private Allowance allowance() {
        return switch (random.nextInt(9)) {
            case 0 -> new Allowance(1 + random.nextInt(200), Allowance.Unit.HOURS);
            case 1 -> new Allowance(1 + random.nextInt(20), Allowance.Unit.WORKING_HOURS);
            case 2 -> new Allowance(1 + random.nextInt(15), Allowance.Unit.WORKING_DAYS);
            case 3 -> new Allowance(1 + random.nextInt(10), Allowance.Unit.FULL_WORKING_DAYS);
            case 4 -> new Allowance(1 + random.nextInt(30), Allowance.Unit.DAYS);
            case 5 -> new Allowance(1 + random.nextInt(4), Allowance.Unit.WEEKS);
            case 6 -> new Allowance(1 + random.nextInt(14), Allowance.Unit.MONTHS);
            case 7 -> new Allowance(1, Allowance.Unit.END_OF_NEXT_WORKING_DAY);
            default -> new Allowance(1, Allowance.Unit.NEXT_VISIT);
        };
    }

    private List<Stretch> holds(Instant start, Calendar calendar) {
        List<Stretch> holds = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holds.add(hold(start, calendar));
        }
        return holds;
    }
}
