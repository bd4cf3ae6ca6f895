package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.Target;

/** Judges a duty to satisfy those asked: how many of the answers given in each window were good. */
final class Scoring {
    private Scoring() {}

    static List<Verdict> verdicts(InForce clause, Score duty, Register register) {
        Target target = clause.clause().target();
        if (target == null) {
            return List.of();
        }
        WindowCounts tally = new WindowCounts(clause, target, register.asOf());
        for (Happening answered :
                register.those(clause.clause().when(), register.of(Score.EVENT), clause.dayAndNight())) {
            if (duty.question().equals(answered.facts().get("question"))) {
                count(
                        duty,
                        answered.facts().getOrDefault("answer", ""),
                        tally.on(LocalDate.ofInstant(answered.at(), clause.zone())));
            }
        }
        return tally.windows().stream()
                .map(window -> found(duty, window, target, tally.of(window)).verdict(register.asOf(), true))
                .toList();
    }

    private static void count(Score duty, String answer, WindowCounts.Count count) {
        if (answer.isBlank() || duty.notCounted().contains(answer)) {
            count.unread++;
        } else {
            count.add(duty.good().contains(answer));
        }
    }

    private static ShareCount found(Score duty, WindowSpan window, Target target, WindowCounts.Count count) {
        String what = Words.count(count.counted, "answer") + " to “" + duty.question() + "” "
                + (count.counted == 1 ? "was" : "were") + " counted, and " + count.kept + " of them "
                + (count.kept == 1 ? "was" : "were") + " good ("
                + String.join(", ", duty.good().stream().sorted().toList())
                + ")";
        List<String> more = count.unread == 0
                ? List.of()
                : List.of(Words.count(count.unread, "answer") + " that the contract does not count "
                        + (count.unread == 1 ? "was" : "were") + " left out.");
        return new ShareCount(
                window, target, count.kept, count.counted, count.counted >= target.minCount(), what, more);
    }
}
