package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Whole;

/** Tells what is promised by period, grade, survey, share of time, count or appointment. */
final class DutyWords {
    private final Phrases phrases;
    private final CalendarWords calendars;
    private final CaseWords cases;

    DutyWords(Phrases phrases) {
        this.phrases = phrases;
        this.calendars = new CalendarWords(phrases);
        this.cases = new CaseWords(phrases);
    }

    void tell(Entries clause, Entries root, List<String> sentences) {
        clause.findEntries("every").ifPresent(every -> {
            tellEvery(every, sentences);
            sentences.addAll(calendars.of(every, root));
        });
        tellEvidence(clause.words("evidence"), sentences);
        clause.findEntries("grade").ifPresent(grade -> tellGrade(grade, sentences));
        clause.findEntries("score").ifPresent(score -> tellScore(score, sentences));
        clause.findEntries("time").ifPresent(time -> {
            tellTime(time, sentences);
            sentences.addAll(calendars.of(time, root));
        });
        clause.findEntries("count").ifPresent(count -> {
            tellCount(count, sentences);
            sentences.addAll(calendars.of(count, root));
        });
        clause.findEntries("appoint").ifPresent(appoint -> {
            tellAppointment(appoint, sentences);
            sentences.addAll(calendars.of(appoint, root));
        });
        clause.findEntries("notice").ifPresent(notice -> {
            tellNotice(notice, sentences);
            sentences.addAll(calendars.of(notice, root));
        });
    }

    private void tellEvery(Entries every, List<String> sentences) {
        Optional<Integer> least = every.findNumber("count").filter(count -> count > 0);
        Optional<Integer> most = every.findNumber("at_most");
        String from = phrases.date(every.text("anchor"));
        every.findText("period").map(phrases::length).ifPresent(period -> {
            least.ifPresent(count -> sentences.add(phrases.count("every", count, period, from)));
            most.ifPresent(count -> sentences.add(
                    least.isPresent()
                            ? phrases.count("every.and_most", count)
                            : phrases.count("every.most", count, period, from)));
        });
        every.findText("max_gap").ifPresent(gap -> sentences.add(phrases.say("max_gap", phrases.length(gap))));
        if (!every.has("period")) {
            sentences.add(phrases.say("max_gap.from", from));
        }
        every.findText("month_end").ifPresent(rule -> sentences.add(phrases.say("month_end." + rule)));
        every.findEntries("season").ifPresent(season -> sentences.add(cases.season("every.season", season)));
        every.findEntries("each")
                .ifPresent(each -> each.entries()
                        .forEach((fact, entry) -> sentences.add(
                                phrases.say("every.each", phrases.label(fact), phrases.list(each.texts(fact))))));
    }

    private void tellEvidence(List<String> events, List<String> sentences) {
        if (events.size() == 1) {
            sentences.add(phrases.say("evidence", phrases.label(events.getFirst())));
        } else if (!events.isEmpty()) {
            sentences.add(phrases.say("evidence.any", phrases.anyOf(events)));
        }
    }

    private void tellGrade(Entries grade, List<String> sentences) {
        List<String> scale = grade.texts("scale");
        sentences.add(phrases.say("grade", String.join(", ", scale)));
        grade.findText("event").ifPresent(event -> sentences.add(phrases.say("grade.event", phrases.label(event))));
        grade.findEntries("points").ifPresent(points -> tellPoints(points, scale, sentences));
        sentences.add(phrases.say("grade." + grade.text("over"), grade.number("share"), grade.text("at_least")));
        tellLeast(grade, sentences);
    }

    private void tellPoints(Entries points, List<String> scale, List<String> sentences) {
        List<String> worth = points.entries("worth").entries().entrySet().stream()
                .map(thing -> phrases.count(
                        "points.worth", ((Whole) thing.getValue().value()).number(), phrases.label(thing.getKey())))
                .toList();
        sentences.add(phrases.say("points", phrases.list(worth)));
        List<Node> below = points.items("below");
        for (int grade = 0; grade < below.size(); grade++) {
            sentences.add(phrases.count("points.below", ((Whole) below.get(grade)).number(), scale.get(grade)));
        }
        sentences.add(phrases.say("points.rest", scale.getLast()));
    }

    private void tellScore(Entries score, List<String> sentences) {
        List<String> good = score.items("good").stream().map(DutyTree::answer).toList();
        sentences.add(phrases.say("score", phrases.label(score.text("question")), phrases.labels(good)));
        if (!score.texts("not_counted").isEmpty()) {
            sentences.add(phrases.say("score.not_counted", phrases.labels(score.texts("not_counted"))));
        }
        sentences.add(phrases.say("score." + score.text("over"), score.number("share")));
        tellLeast(score, sentences);
    }

    void tellLeast(Entries promise, List<String> sentences) {
        promise.findNumber("min_count").ifPresent(count -> sentences.add(phrases.say("min_count", count)));
    }

    private void tellTime(Entries time, List<String> sentences) {
        sentences.add(
                time.has("counted")
                        ? phrases.say(
                                "time.counted",
                                phrases.label(time.text("counted")),
                                phrases.label(time.text("part")),
                                phrases.label(time.text("whole")))
                        : phrases.say("time.down", phrases.label(time.text("down")), phrases.label(time.text("up"))));
    }

    private void tellCount(Entries count, List<String> sentences) {
        sentences.add(phrases.count(
                "count.most",
                count.number("at_most"),
                phrases.label(count.text("event")),
                phrases.length(count.text("in"))));
        count.findText("each").ifPresent(fact -> sentences.add(phrases.say("count.each", phrases.label(fact))));
        count.findText("distinct").ifPresent(fact -> sentences.add(phrases.say("count.distinct", phrases.label(fact))));
    }

    private void tellAppointment(Entries appoint, List<String> sentences) {
        sentences.add(phrases.say("appoint"));
        sentences.add(phrases.say("appoint.made", phrases.label(appoint.text("made"))));
        sentences.add(phrases.say("appoint.kept", phrases.anyOf(appoint.words("kept"))));
        sentences.add(phrases.say("appoint.cancelled", phrases.label(appoint.text("cancelled"))));
        appoint.findText("notice")
                .ifPresent(notice -> sentences.add(phrases.say("appoint.notice", phrases.length(notice))));
    }

    private void tellNotice(Entries notice, List<String> sentences) {
        sentences.add(phrases.say("notice", phrases.length(notice.text("at_least"))));
        sentences.add(phrases.say("notice.told", phrases.label(notice.text("told"))));
        sentences.add(phrases.say("notice.before", phrases.anyOf(notice.words("before"))));
        sentences.add(phrases.say("notice.cancelled", phrases.label(notice.text("cancelled"))));
    }
}
