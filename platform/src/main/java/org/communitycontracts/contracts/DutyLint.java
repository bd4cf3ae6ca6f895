package org.communitycontracts.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Whole;

/** What a rhythm, a grade, a survey, a share of time, a count, an appointment and a target must keep to beyond the schema. */
final class DutyLint {
    private final Named named;
    private final Faults faults;

    DutyLint(Named named, Faults faults) {
        this.named = named;
        this.faults = faults;
    }

    void check(Entries clause) {
        for (String key : List.of("every", "time", "count", "appoint", "notice")) {
            clause.findEntries(key).ifPresent(named::checkCalendar);
        }
        clause.findEntries("every").ifPresent(every -> checkEvery(every, clause));
        clause.findEntries("grade").ifPresent(this::checkGrade);
        clause.findEntries("score").ifPresent(this::checkScore);
        clause.findEntries("time").ifPresent(this::checkTime);
        clause.findEntries("appoint").ifPresent(appoint -> {
            checkMeanings(appoint, "made", "kept", "cancelled");
            checkCounted(appoint, "notice");
        });
        clause.findEntries("notice").ifPresent(notice -> {
            checkMeanings(notice, "told", "before", "cancelled");
            checkCounted(notice, "at_least");
        });
        clause.findEntries("target").ifPresent(target -> checkTarget(target, clause));
    }

    private void checkEvery(Entries every, Entries clause) {
        int least = every.findNumber("count").orElse(0);
        int most = every.findNumber("at_most").orElse(Integer.MAX_VALUE);
        if (!every.has("period") && !every.has("max_gap")) {
            faults.add(
                    every.place(),
                    "This rhythm says neither how long a period is nor how long a gap may be.",
                    "Add for example `period: 2 weeks`, or `max_gap: 3 months`.");
        } else if (!every.has("period")) {
            Stream.of("count", "at_most", "month_end")
                    .filter(every::has)
                    .forEach(key -> faults.add(
                            every.value(key).place(),
                            Faults.quote(key) + " says nothing without a `period`.",
                            "Leave it out, or add for example `period: 2 weeks`."));
        } else if (least == 0 && !every.has("at_most")) {
            faults.add(
                    every.place(),
                    "This rhythm does not say how often it is done in each period.",
                    "Add for example `count: 1`.");
        } else if (most < least) {
            faults.add(
                    every.value("at_most").place(),
                    "`at_most` is " + most + ", less than `count`, which is " + least + ".",
                    "Write " + least + " or more.");
        }
        checkCounted(every, "max_gap");
        if (!clause.has("evidence")) {
            faults.add(
                    clause.place(),
                    "Nothing here shows that it was done.",
                    "Add the event that shows it, for example `evidence: swept`.");
        }
    }

    /** Working time is a calendar's. */
    private void checkCounted(Entries group, String key) {
        boolean isCounted = group.findText(key).map(DutyLint::isWorking).orElse(false);
        if (isCounted && !group.has("calendar")) {
            faults.add(
                    group.value(key).place(),
                    Faults.quote(group.text(key)) + " counts working time, but no calendar is named here.",
                    "Add for example `calendar: office`.");
        }
    }

    static boolean isWorking(String length) {
        return switch (Head.length(length).unit()) {
            case WORKING_HOURS, WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT -> true;
            case HOURS, DAYS, WEEKS, MONTHS, PROMISED_DATE -> false;
        };
    }

    private void checkGrade(Entries grade) {
        List<String> scale = grade.texts("scale");
        if (!scale.contains(grade.text("at_least"))) {
            faults.add(
                    grade.value("at_least").place(),
                    Faults.quote(grade.text("at_least")) + " is not a grade of this scale.",
                    "Write " + Faults.list(scale, "or") + ".");
        }
        grade.findEntries("points").ifPresent(points -> checkPoints(points, scale.size()));
    }

    private void checkPoints(Entries points, int grades) {
        List<Node> below = points.items("below");
        if (below.size() != grades - 1) {
            faults.add(
                    points.value("below").place(),
                    "Here stand " + below.size() + " limits for a scale of " + grades + " grades.",
                    "Write " + (grades - 1) + ": one for each grade but the last.");
        }
        for (int next = 1; next < below.size(); next++) {
            if (number(below.get(next)) <= number(below.get(next - 1))) {
                faults.add(
                        below.get(next).place(),
                        "These limits do not grow: " + number(below.get(next)) + " stands after "
                                + number(below.get(next - 1)) + ".",
                        "Write them from the best grade to the worst, each larger than the one before.");
            }
        }
    }

    private static int number(Node whole) {
        return ((Whole) whole).number();
    }

    private void checkScore(Entries score) {
        List<String> notCounted = score.texts("not_counted");
        score.items("good").stream()
                .filter(answer -> notCounted.contains(DutyTree.answer(answer)))
                .forEach(answer -> faults.add(
                        answer.place(),
                        "The answer " + Faults.quote(DutyTree.answer(answer)) + " is both good and not counted.",
                        "Keep it in one of the two lists."));
    }

    private void checkTime(Entries time) {
        boolean isOfCalendar = time.entries().keySet().stream().anyMatch(Set.of("down", "up")::contains);
        boolean isOfCounts = time.entries().keySet().stream().anyMatch(Set.of("counted", "part", "whole")::contains);
        boolean isWhole = isOfCalendar
                ? time.has("down") && time.has("up")
                : time.has("counted") && time.has("part") && time.has("whole");
        if (isOfCalendar && isOfCounts) {
            faults.add(
                    time.place(),
                    "This share of time gives two answers: from one event to another, and from minutes counted.",
                    "Keep `down` and `up`, or `counted`, `part` and `whole`.");
        } else if (!isWhole) {
            faults.add(
                    time.place(),
                    "This share of time does not say what is measured.",
                    "Write `down` and `up`, or `counted`, `part` and `whole`.");
        }
        checkMeanings(time, "down", "up");
        checkMeanings(time, "part", "whole");
    }

    /** No event may stand under two of these keys. */
    private void checkMeanings(Entries group, String... keys) {
        Set<String> seen = new HashSet<>();
        Stream.of(keys)
                .flatMap(key -> group.oneOrMore(key).stream())
                .filter(event -> !seen.add(event.text()))
                .forEach(event -> faults.add(
                        event.place(),
                        "The event " + Faults.quote(event.text()) + " has two meanings here.",
                        "Write another event in one of the two places."));
    }

    private void checkTarget(Entries target, Entries clause) {
        String duty = clause.text("duty");
        boolean isTwoShares = clause.has("grade") || clause.has("score");
        if (isTwoShares || clause.has("count")) {
            faults.add(
                    clause.key("target"),
                    "`target` says nothing in a clause whose duty is " + Faults.quote(duty) + ".",
                    isTwoShares
                            ? "Write the share under " + Faults.quote(clause.has("grade") ? "grade" : "score")
                                    + " only."
                            : "Leave it out.");
        } else if (target.has("share") == target.has("percentile")) {
            faults.add(
                    target.place(),
                    target.has("share")
                            ? "This target gives two answers: a share and a percentile."
                            : "This target names no share.",
                    "Write one of the two, for example `share: 95`.");
        } else if (clause.has("time") && target.has("percentile")) {
            faults.add(
                    target.value("percentile").place(),
                    "A share of time has no percentile.",
                    "Write for example `share: 99`.");
        }
        if (target.has("within") && ClockTree.list(clause).isEmpty()) {
            faults.add(
                    target.value("within").place(),
                    "This target speaks of a time, but the clause has no clock.",
                    "Leave `within` out.");
        }
    }
}
