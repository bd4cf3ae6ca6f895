package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Whole;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Unmeasurable;

/** Reads what a clause binds its party to do. */
final class DutyTree {
    /** The event of an inspection, where a clause names none. */
    static final String GRADED = "graded";

    private final Head head;
    private final ClockTree clocks;

    DutyTree(Head head) {
        this.head = head;
        this.clocks = new ClockTree(head);
    }

    Duty from(Entries clause) {
        String kind = clause.text("duty");
        if (clause.findText("strength").filter("none"::equals).isPresent()) {
            return new Unmeasurable(kind);
        }
        return switch (kind) {
            case "respond" -> clocks.respond(clause);
            case "recur" -> recur(clause);
            case "grade" -> grade(clause.entries("grade"));
            case "score" -> score(clause.entries("score"));
            case "appoint" -> appoint(clause);
            case "share_of_time" -> shareOfTime(clause.entries("time"));
            case "rolling_count" -> rollingCount(clause.entries("count"));
            default -> new Reciprocal(pledge(clause));
        };
    }

    private Duty pledge(Entries clause) {
        if (clause.has("every")) {
            return recur(clause);
        }
        return clause.has("grade") ? grade(clause.entries("grade")) : clocks.respond(clause);
    }

    private Recur recur(Entries clause) {
        Entries every = clause.entries("every");
        return new Recur(
                Set.copyOf(clause.words("evidence")),
                Head.length(every, "period"),
                LocalDate.parse(every.text("anchor")),
                every.findNumber("count").orElse(0),
                every.findNumber("at_most").orElse(null),
                Head.length(every, "max_gap"),
                WhenTree.season(every),
                every.findEntries("each").map(DutyTree::each).orElse(null),
                head.calendar(every));
    }

    private static Recur.Each each(Entries each) {
        String fact = each.entries().keySet().iterator().next();
        return new Recur.Each(fact, each.texts(fact));
    }

    private static Grade grade(Entries grade) {
        return new Grade(
                grade.findText("event").orElse(GRADED),
                grade.texts("scale"),
                grade.text("at_least"),
                grade.findEntries("points").map(DutyTree::points).orElse(null));
    }

    private static Grade.Points points(Entries points) {
        Map<String, Integer> worth = new HashMap<>();
        points.entries("worth").entries().forEach((thing, entry) -> worth.put(thing, ((Whole) entry.value()).number()));
        List<Integer> below = points.items("below").stream()
                .map(limit -> ((Whole) limit).number())
                .toList();
        return new Grade.Points(worth, below);
    }

    private static Score score(Entries score) {
        return new Score(
                score.text("question"),
                Set.copyOf(score.items("good").stream().map(DutyTree::answer).toList()),
                Set.copyOf(score.texts("not_counted")));
    }

    /** An answer as the happenings write it: a number or a word. */
    static String answer(Node answer) {
        return answer instanceof Whole whole ? Integer.toString(whole.number()) : ((Node.Text) answer).text();
    }

    private Appoint appoint(Entries clause) {
        boolean isNotice = clause.has("notice");
        Entries group = clause.entries(isNotice ? "notice" : "appoint");
        return new Appoint(
                group.text(isNotice ? "told" : "made"),
                Set.copyOf(group.words(isNotice ? "before" : "kept")),
                group.text("cancelled"),
                Head.length(group, isNotice ? "at_least" : "notice"),
                isNotice,
                head.calendar(group));
    }

    private ShareOfTime shareOfTime(Entries time) {
        return new ShareOfTime(
                time.findText("down").orElse(null),
                time.findText("up").orElse(null),
                time.findText("counted").orElse(null),
                time.findText("part").orElse(null),
                time.findText("whole").orElse(null),
                head.calendar(time));
    }

    private RollingCount rollingCount(Entries count) {
        return new RollingCount(
                count.text("event"),
                count.number("at_most"),
                Head.length(count.text("in")),
                count.findText("each").orElse(null),
                count.findText("distinct").orElse(null),
                head.calendar(count));
    }
}
