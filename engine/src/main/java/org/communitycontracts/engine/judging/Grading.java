package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Target;
import org.jspecify.annotations.Nullable;

/** Judges a duty to be found in good order: how many of the spots inspected in each window were good enough (S21). */
final class Grading {
    /** The fact of an inspection made after the provider's own notice, which does not replace the first and is not counted. */
    private static final String REINSPECTION = "reinspection";

    private static final String COUNT = "\\d{1,9}";

    private final InForce clause;
    private final Grade duty;

    private Grading(InForce clause, Grade duty) {
        this.clause = clause;
        this.duty = duty;
    }

    static List<Verdict> verdicts(InForce clause, Grade duty, Register register) {
        Target target = clause.clause().target();
        return target == null ? List.of() : new Grading(clause, duty).windows(target, register);
    }

    private List<Verdict> windows(Target target, Register register) {
        WindowCounts tally = new WindowCounts(clause, target, register.asOf());
        Notices notices = Notices.of(clause, register);
        for (Happening inspection :
                register.those(clause.clause().when(), register.of(duty.event()), clause.dayAndNight())) {
            LocalDate day = LocalDate.ofInstant(inspection.at(), clause.zone());
            if (!inspection.facts().containsKey(REINSPECTION) && !notices.isVoid(day)) {
                count(inspection, tally.on(day));
            }
        }
        return tally.windows().stream()
                .map(window -> found(window, target, tally.of(window)).verdict(register.asOf(), true))
                .toList();
    }

    private void count(Happening inspection, WindowCounts.Count count) {
        int place = place(inspection.facts());
        if (place < 0) {
            count.unread++;
        } else {
            count.add(place <= duty.scale().indexOf(duty.atLeast()));
        }
    }

    /** The place of its grade on the scale, 0 for the best; below zero when it has none. */
    private int place(Map<String, String> facts) {
        Grade.Points points = duty.points();
        return points == null ? duty.scale().indexOf(facts.getOrDefault("grade", "")) : place(points, facts);
    }

    private static int place(Grade.Points points, Map<String, String> facts) {
        Long sum = sum(points, facts);
        if (sum == null) {
            return -1;
        }
        int place = 0;
        while (place < points.below().size() && sum >= points.below().get(place)) {
            place++;
        }
        return place;
    }

    /** The points of all that was counted; what was not named was not there; null when nothing was named, or a count is no count. */
    private static @Nullable Long sum(Grade.Points points, Map<String, String> facts) {
        long sum = 0;
        boolean isCounted = false;
        for (var thing : points.worth().entrySet()) {
            String count = facts.get(thing.getKey());
            if (count != null && !count.matches(COUNT)) {
                return null;
            }
            isCounted |= count != null;
            sum += count == null ? 0 : Long.parseLong(count) * thing.getValue();
        }
        return isCounted ? sum : null;
    }

    private ShareCount found(WindowSpan window, Target target, WindowCounts.Count count) {
        String what = Words.count(count.counted, "inspection") + " gave a grade, and " + count.kept + " of them "
                + duty.atLeast() + " or better";
        List<String> more = count.unread == 0
                ? List.of()
                : List.of(Words.count(count.unread, "inspection")
                        + " gave no grade of the scale " + String.join(", ", duty.scale())
                        + ", and " + (count.unread == 1 ? "was" : "were") + " not counted.");
        return new ShareCount(
                window, target, count.kept, count.counted, count.counted >= target.minCount(), what, more);
    }
}
