package org.communitycontracts.app.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** Tells what happened after one problem was reported: seen, waited for, fixed, reopened, or forgotten. */
final class Story {
    private static final String RESIDENTS = "residents";

    private final String reference;
    private final Problem problem;
    private final Habit habit;
    private final Chance chance;
    private final List<Happening> told = new ArrayList<>();

    private Story(String reference, Problem problem) {
        this.reference = reference;
        this.problem = problem;
        habit = problem.habit();
        chance = Chance.of("story of " + reference);
    }

    /** The happenings known at the sample's moment, in order of time. */
    static List<Happening> of(String reference, String title, Problem problem, @Nullable String firstReference) {
        Story story = new Story(reference, problem);
        story.begin(title);
        story.answer(firstReference);
        story.told.removeIf(happening -> happening.recorded().isAfter(Sample.AS_OF));
        story.told.sort(Comparator.comparing(Happening::at));
        return List.copyOf(story.told);
    }

    private void begin(String title) {
        Outline.Point point = problem.point();
        resident(
                "reported",
                problem.at(),
                Map.of(
                        "category", habit.category(),
                        "area", habit.area(),
                        "street", problem.street(),
                        "lat", degrees(point.latitude()),
                        "lon", degrees(point.longitude()),
                        "title", title,
                        "text", "sample"));
    }

    private void answer(@Nullable String firstReference) {
        Instant seen = chance.happens(0.96) ? look() : problem.at();
        if (firstReference != null && chance.happens(0.75)) {
            provider("duplicate", Team.OFFICE.after(seen, chance.between(0, 3)), Map.of("of", firstReference));
        } else if (chance.happens(0.02)) {
            resident("withdrawn", awake(problem.at(), chance.between(1, 30)), Map.of());
        } else if (chance.happens(0.012)) {
            provider("not_in_area", Team.OFFICE.after(seen, chance.between(0, 4)), Map.of());
        } else if (!chance.happens(0.012)) {
            work(seen);
        }
    }

    /** Desks read what crews will do; sweepers and those who work round the clock read their own, and soon. */
    private Instant look() {
        boolean isOwn = habit.team() == Team.ROUND || habit.team() == Team.STREET;
        Team readers = isOwn ? habit.team() : Team.OFFICE;
        Instant seen = readers.after(problem.at(), chance.around(isOwn ? 0.4 : 1.9, 0.9));
        provider("seen", seen, Map.of());
        return seen;
    }

    private void work(Instant seen) {
        double hours = chance.around(habit.usual() * slowness(), habit.spread());
        double before = hours * chance.between(0.2, 0.6);
        Instant asked = later(habit.team().after(problem.at(), before), seen);
        Instant resumed = waitFrom(asked);
        Instant done = resumed.equals(asked)
                ? later(habit.team().after(problem.at(), hours), seen)
                : habit.team().after(resumed, hours - before);
        if (chance.happens(0.02)) {
            closeUnfixed(done);
        } else {
            finish(done);
        }
    }

    /** The moment work goes on: the one given when nothing was waited for. */
    private Instant waitFrom(Instant asked) {
        double probability = switch (habit.hold()) {
            case "asked" -> 0.05;
            case "home" -> 0.22;
            case "network" -> 0.09;
            default -> 0;
        };
        if (!chance.happens(probability)) {
            return asked;
        }
        if (habit.hold().equals("network")) {
            provider("passed_to_network", asked, Map.of());
            Instant done = Team.CREW.after(asked, chance.around(70, 0.5));
            provider("network_done", done, Map.of());
            return done;
        }
        provider("asked_resident", asked, Map.of());
        if (chance.happens(0.12)) {
            return Team.OFFICE.after(asked, 80);
        }
        Instant replied = awake(asked, chance.around(30, 0.9));
        resident("resident_replied", replied, Map.of());
        return replied;
    }

    /** Closed without being fixed; half the time the resident says so and somebody comes. */
    private void closeUnfixed(Instant closed) {
        provider("closed", closed, Map.of("because", "nothing_found"));
        if (chance.happens(0.5)) {
            Instant reopened = awake(closed, chance.between(4, 90));
            resident("reopened", reopened, Map.of());
            finish(habit.team().after(reopened, chance.around(habit.usual(), habit.spread())));
        }
    }

    private void finish(Instant done) {
        provider(habit.stop(), done, Map.of());
        if (habit.stop().equals("fixed") && chance.happens(0.045)) {
            Instant reopened = awake(done, chance.happens(0.9) ? chance.between(6, 200) : chance.between(500, 700));
            resident("reopened", reopened, Map.of());
            provider(
                    "fixed",
                    habit.team().after(reopened, chance.around(0.6 * habit.usual(), habit.spread())),
                    Map.of());
        }
        if (!habit.then().isEmpty()) {
            goOn(done);
        }
    }

    private void goOn(Instant done) {
        if (habit.category().equals("abandoned-vehicle") && chance.happens(0.45)) {
            provider("not_abandoned", Team.OFFICE.after(done, chance.between(0.2, 3)), Map.of());
        } else {
            double hours = chance.around(habit.thenUsual() * slowness(), habit.spread());
            provider(habit.then(), Team.CREW.after(done, hours), Map.of());
        }
    }

    private double slowness() {
        double pace = habit.pace().on(problem.at().atZone(Almanac.ZONE).toLocalDate());
        return pace * (problem.isBacklog() ? 1.7 : 1);
    }

    private void resident(String event, Instant at, Map<String, String> facts) {
        told.add(new Happening(reference, event, at, at, RESIDENTS, facts));
    }

    /** Most is written down at once, some at the end of the day, and a little of it days later. */
    private void provider(String event, Instant at, Map<String, String> facts) {
        double share = chance.share();
        long seconds = Math.round(
                share < 0.7
                        ? chance.between(5, 600)
                        : share < 0.93
                                ? chance.between(600, 21_600)
                                : share < 0.98 ? chance.between(21_600, 79_200) : chance.between(90_000, 320_000));
        boolean isEvidenced = share >= 0.98 && facts.isEmpty() && chance.happens(0.5);
        Map<String, String> said = isEvidenced ? Map.of("evidence", "photo") : facts;
        told.add(new Happening(reference, event, at, at.plusSeconds(seconds), habit.by(), said));
    }

    /** A resident's moment about so many hours later, between eight in the morning and ten at night. */
    private static Instant awake(Instant from, double hours) {
        Instant at = from.plusSeconds(Math.round(hours * 3600));
        int hour = at.atZone(Almanac.ZONE).getHour();
        return hour >= 8 && hour < 22 ? at : at.plus(Duration.ofHours(10));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
