package org.communitycontracts.engine.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A second judge, slow and simple, written from the text of the contract language alone: it walks time minute by minute, and
 * second by second where a minute is only partly open or held, and shares no code with the engine but the words.
 */
public final class MinuteCount {
    private final Calendar calendar;
    private final Set<LocalDate> closed = new HashSet<>();
    private final long[][] holds;
    private final Instant start;
    /** The local day walked through: its first second, its end, and its window, empty when it is not worked. */
    private long[] walked = {0, 0, 0, 0};

    /** The holds may overlap; what lies before the start is no part of them. */
    MinuteCount(Calendar calendar, Instant start, List<Stretch> holds) {
        this.calendar = calendar;
        this.start = start;
        this.holds = holds.stream()
                .map(hold -> new long[] {hold.from().getEpochSecond(), hold.to().getEpochSecond()})
                .toArray(long[][]::new);
        calendar.holidays().forEach(holiday -> closed.add(holiday.on()));
    }

    /** Open seconds from the start to the end that are not held. */
    public long used(Instant end) {
        return openSeconds(end, false);
    }

    /** Open seconds from the start to the end that are held. */
    public long held(Instant end) {
        return openSeconds(end, true);
    }

    public Instant due(Allowance within) {
        int count = within.count();
        LocalDate today = LocalDate.ofInstant(start, calendar.zone());
        return switch (within.unit()) {
            case HOURS -> usedUp(count * 3600L, false);
            case WORKING_HOURS -> usedUp(count * 3600L, true);
            case WORKING_DAYS -> close(workingDays(dayOfReport(), count));
            case FULL_WORKING_DAYS -> sameTime(count);
            case END_OF_NEXT_WORKING_DAY -> close(workingDays(today, 1));
            case NEXT_VISIT -> close(nextVisit());
            case DAYS -> midnightAfter(localDays(today, count));
            case WEEKS -> midnightAfter(localDays(today, 7L * count));
            case MONTHS -> midnightAfter(localDays(today, daysInMonths(today, count)));
            case PROMISED_DATE -> throw new IllegalArgumentException("nothing to count");
        };
    }

    // --- seconds

    private long openSeconds(Instant end, boolean held) {
        long seconds = 0;
        long last = end.getEpochSecond();
        for (long second = start.getEpochSecond(); second < last; ) {
            long next = Math.min(last, second - Math.floorMod(second, 60L) + 60);
            if (isOpen(second)) {
                seconds += count(second, next, held);
            }
            second = next;
        }
        return seconds;
    }

    private long count(long from, long to, boolean held) {
        boolean mixed = false;
        for (long[] hold : holds) {
            mixed |= (hold[0] > from && hold[0] < to) || (hold[1] > from && hold[1] < to);
        }
        if (!mixed) {
            return isHeld(from) == held ? to - from : 0;
        }
        long seconds = 0;
        for (long second = from; second < to; second++) {
            seconds += isHeld(second) == held ? 1 : 0;
        }
        return seconds;
    }

    private Instant usedUp(long seconds, boolean onlyOpen) {
        long left = seconds;
        long second = start.getEpochSecond();
        while (left > 0) {
            long next = second - Math.floorMod(second, 60L) + 60;
            long counted = !onlyOpen || isOpen(second) ? count(second, next, false) : 0;
            if (counted >= left) {
                break;
            }
            left -= counted;
            second = next;
        }
        while (left > 0) {
            left -= isHeld(second) ? 0 : 1;
            second++;
        }
        return Instant.ofEpochSecond(second);
    }

    private boolean isOpen(long second) {
        if (second < walked[0] || second >= walked[1]) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(second), calendar.zone());
            long[] window = isWorked(date) ? window(date) : new long[] {0, 0};
            walked = new long[] {wall(date, 0), wall(date, 1440), window[0], window[1]};
        }
        return second >= walked[2] && second < walked[3];
    }

    private boolean isHeld(long second) {
        for (long[] hold : holds) {
            if (second >= hold[0] && second < hold[1]) {
                return true;
            }
        }
        return false;
    }

    private long[] window(LocalDate date) {
        return new long[] {wall(date, calendar.opens()), wall(date, calendar.closes())};
    }

    private long wall(LocalDate date, int minutes) {
        LocalDateTime local = minutes == 1440
                ? LocalDateTime.of(date.plusDays(1), LocalTime.MIDNIGHT)
                : LocalDateTime.of(date, LocalTime.of(minutes / 60, minutes % 60));
        return ZonedDateTime.of(local, calendar.zone()).toEpochSecond();
    }

    // --- days

    private boolean isWorked(LocalDate date) {
        return calendar.days().contains(date.getDayOfWeek()) && !closed.contains(date);
    }

    /** Worked, and not wholly on hold from the start on. */
    private boolean stands(LocalDate date) {
        long[] window = window(date);
        return isWorked(date) && !isWhollyHeld(window[0], window[1]);
    }

    private boolean isWhollyHeld(long from, long to) {
        if (from < start.getEpochSecond()) {
            return false;
        }
        for (long second = from; second < to; second += 60) {
            if (count(second, Math.min(to, second + 60), false) > 0) {
                return false;
            }
        }
        return true;
    }

    private LocalDate dayOfReport() {
        LocalDate date = LocalDate.ofInstant(start, calendar.zone());
        while (!stands(date) || start.getEpochSecond() >= window(date)[1]) {
            date = date.plusDays(1);
        }
        return date;
    }

    private LocalDate workingDays(LocalDate zero, int count) {
        LocalDate date = zero;
        for (int left = count; left > 0; ) {
            date = date.plusDays(1);
            left -= stands(date) ? 1 : 0;
        }
        return date;
    }

    private LocalDate nextVisit() {
        LocalDate date = LocalDate.ofInstant(start, calendar.zone());
        while (!stands(date) || window(date)[0] < start.getEpochSecond()) {
            date = date.plusDays(1);
        }
        return date;
    }

    private Instant sameTime(int count) {
        LocalDate zero = dayOfReport();
        long begins = Math.max(start.getEpochSecond(), window(zero)[0]);
        LocalTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(begins), calendar.zone())
                .toLocalTime();
        return ZonedDateTime.of(workingDays(zero, count), time, calendar.zone()).toInstant();
    }

    private LocalDate localDays(LocalDate today, long count) {
        LocalDate date = today;
        while (isWhollyHeld(wall(date, 0), wall(date, 1440))) {
            date = date.plusDays(1);
        }
        for (long left = count; left > 0; ) {
            date = date.plusDays(1);
            left -= isWhollyHeld(wall(date, 0), wall(date, 1440)) ? 0 : 1;
        }
        return date;
    }

    /** The days from today to the same day of the month, so many months on, or to that month's last when it is shorter. */
    private static long daysInMonths(LocalDate today, int months) {
        LocalDate first = today.withDayOfMonth(1);
        for (int i = 0; i < months; i++) {
            first = first.plusDays(first.lengthOfMonth());
        }
        LocalDate last = first.withDayOfMonth(Math.min(today.getDayOfMonth(), first.lengthOfMonth()));
        return last.toEpochDay() - today.toEpochDay();
    }

    private Instant close(LocalDate date) {
        return Instant.ofEpochSecond(window(date)[1]);
    }

    private Instant midnightAfter(LocalDate date) {
        return Instant.ofEpochSecond(wall(date, 1440));
    }
}
