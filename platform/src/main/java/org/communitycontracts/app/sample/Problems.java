package org.communitycontracts.app.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the problems that residents of one area report over the three years, in order of time. */
final class Problems {
    private static final double MONTHS_A_DAY = 12 / 365.25;
    private static final int BACKLOGS = 3;
    private static final int BACKLOG_DAYS = 21;

    private final Sample.Area area;
    private final Chance chance;
    private final List<LocalDate> backlogs = new ArrayList<>();
    private final List<Outline.Point> middles = new ArrayList<>();

    private Problems(Sample.Area area) {
        this.area = area;
        chance = Chance.of("problems of " + area.slug());
        for (int one = 0; one < BACKLOGS; one++) {
            backlogs.add(Sample.FIRST_DAY.plusDays((long) chance.between(60, 1030)));
        }
        area.streets().forEach(street -> middles.add(area.outline().anywhere(chance)));
    }

    static List<Problem> of(Sample.Area area, List<Habit> habits) {
        Problems problems = new Problems(area);
        List<Problem> drawn = new ArrayList<>();
        for (LocalDate day = Sample.FIRST_DAY; !day.isAfter(Sample.LAST_DAY); day = day.plusDays(1)) {
            for (Habit habit : habits) {
                problems.draw(habit, day, drawn);
            }
        }
        drawn.removeIf(problem -> problem.at().isAfter(Sample.AS_OF));
        drawn.sort(Comparator.comparing(Problem::at));
        return drawn;
    }

    private void draw(Habit habit, LocalDate day, List<Problem> drawn) {
        boolean isBacklog = isBacklog(day);
        double mean = habit.aMonth() * MONTHS_A_DAY * habit.season().on(day) * (isBacklog ? 1.6 : 1);
        for (int left = chance.times(mean); left > 0; left--) {
            Problem problem = one(habit, day, isBacklog);
            drawn.add(problem);
            if (habit.isSeenByMany() && chance.happens(0.06)) {
                drawn.add(twin(problem));
            }
        }
    }

    private Problem one(Habit habit, LocalDate day, boolean isBacklog) {
        LocalTime time = LocalTime.of(
                chance.weighted(habit.season().hours()), (int) chance.between(0, 60), (int) chance.between(0, 60));
        int street = (int) chance.between(0, middles.size());
        return new Problem(
                habit,
                day.atTime(time).atZone(Almanac.ZONE).toInstant(),
                area.streets().get(street),
                area.outline().near(middles.get(street), chance),
                isBacklog,
                null);
    }

    private Problem twin(Problem first) {
        Instant at = first.at().plusSeconds(Math.min(172_800, Math.round(chance.around(14 * 3600, 0.9))));
        return new Problem(first.habit(), at, first.street(), first.point(), first.isBacklog(), first);
    }

    private boolean isBacklog(LocalDate day) {
        return backlogs.stream().anyMatch(from -> !day.isBefore(from) && day.isBefore(from.plusDays(BACKLOG_DAYS)));
    }
}
