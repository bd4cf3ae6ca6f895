package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;

/** Tells what is promised by period, grade, survey or appointment, and which share of it must be kept. */
final class DutyWords {
    private final Phrases phrases;

    DutyWords(Phrases phrases) {
        this.phrases = phrases;
    }

    void tell(Entries clause, List<String> sentences) {
        if (clause.text("duty").equals("appoint")) {
            sentences.add(phrases.say("appoint"));
        }
        clause.findEntries("every").ifPresent(every -> tellEvery(every, sentences));
        clause.findText("evidence").ifPresent(event -> sentences.add(phrases.say("evidence", phrases.label(event))));
        clause.findEntries("grade").ifPresent(grade -> tellGrade(grade, sentences));
        clause.findEntries("score").ifPresent(score -> tellScore(score, sentences));
        Optional<Entries> target = clause.findEntries("target");
        target.ifPresent(share -> tellTarget(share, sentences));
        if (target.isEmpty() && clause.text("duty").equals("respond")) {
            sentences.add(phrases.say("target.none"));
        }
    }

    private void tellEvery(Entries every, List<String> sentences) {
        sentences.add(phrases.count(
                "every",
                every.number("count"),
                phrases.length(every.text("period")),
                phrases.date(every.text("anchor"))));
        every.findText("max_gap").ifPresent(gap -> sentences.add(phrases.say("max_gap", phrases.length(gap))));
        every.findText("month_end").ifPresent(rule -> sentences.add(phrases.say("month_end." + rule)));
    }

    private void tellGrade(Entries grade, List<String> sentences) {
        sentences.add(phrases.say("grade", String.join(", ", grade.texts("scale"))));
        sentences.add(phrases.say("grade." + grade.text("over"), grade.number("share"), grade.text("at_least")));
        tellLeast(grade, sentences);
    }

    private void tellScore(Entries score, List<String> sentences) {
        List<String> good = score.items("good").stream()
                .map(answer -> Integer.toString(((Node.Whole) answer).number()))
                .toList();
        sentences.add(phrases.say("score", phrases.label(score.text("question")), phrases.list(good)));
        if (!score.texts("not_counted").isEmpty()) {
            sentences.add(phrases.say("score.not_counted", phrases.labels(score.texts("not_counted"))));
        }
        sentences.add(phrases.say("score." + score.text("over"), score.number("share")));
        tellLeast(score, sentences);
    }

    private void tellTarget(Entries target, List<String> sentences) {
        int share = target.findNumber("share")
                .or(() -> target.findNumber("percentile"))
                .orElseThrow();
        sentences.add(phrases.say("target." + target.text("over"), share));
        tellLeast(target, sentences);
    }

    private void tellLeast(Entries promise, List<String> sentences) {
        promise.findNumber("min_count").ifPresent(count -> sentences.add(phrases.say("min_count", count)));
    }
}
