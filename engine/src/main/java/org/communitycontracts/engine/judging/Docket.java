package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Unmeasurable;

/** Everything that is found for one report: the courses of all promises that ever covered it. */
final class Docket {
    private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::clause)
            .thenComparing(Verdict::clock, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Verdict::cycle);

    private final Promises promises;
    private final Hearing hearing;
    private final Map<String, List<Finding>> counts = new TreeMap<>();

    Docket(Promises promises, Hearing hearing) {
        this.promises = promises;
        this.hearing = hearing;
    }

    Promises promises() {
        return promises;
    }

    Hearing hearing() {
        return hearing;
    }

    /** Sorted by clause, clock and cycle. */
    List<Verdict> verdicts() {
        List<Turn> turns = Turn.listOf(hearing.seen(), hearing.asOf());
        promises.list().forEach(promise -> begin(promise, turns));
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).kind() == Turn.Kind.CHANGE_OF_CATEGORY) {
                takeNewlyCovered(turns, i);
            }
        }
        return Stream.concat(counts.values().stream().flatMap(List::stream).map(Finding::verdict), unmeasurable())
                .sorted(ORDER)
                .toList();
    }

    /** 1, and one more for each count of the same clock that was noted. */
    int nextNumber(Promise promise) {
        return noted(promise).size() + 1;
    }

    void note(Finding finding) {
        counts.computeIfAbsent(key(finding.promise()), _ -> new ArrayList<>()).add(finding);
    }

    private List<Finding> noted(Promise promise) {
        return counts.getOrDefault(key(promise), List.of());
    }

    private static String key(Promise promise) {
        return promise.clause().id() + "/" + promise.rule().id();
    }

    /** Begins with the trigger, under the version in force then (S11). */
    private void begin(Promise promise, List<Turn> turns) {
        trigger(promise)
                .filter(trigger -> promise.contract().isInForceAt(trigger.at()))
                .map(trigger -> Start.of(trigger, 1))
                .filter(start -> hearing.chosen(promise, start).isPresent())
                .ifPresent(start -> new Course(this, promise, start, turns).follow());
    }

    private Optional<Happening> trigger(Promise promise) {
        return hearing.seen().findFirst(promise.rule().starts());
    }

    /** What a change of category brings under a promise that nothing promised before it answers alike. */
    private void takeNewlyCovered(List<Turn> turns, int index) {
        Happening said = turns.get(index).said();
        List<Turn> earlier = turns.subList(0, index);
        List<Happening> before = earlier.stream()
                .filter(turn -> turn.kind() == Turn.Kind.CHANGE_OF_CATEGORY)
                .map(Turn::said)
                .toList();
        for (Promise promise : promises.list()) {
            Happening trigger = trigger(promise).orElse(null);
            if (trigger == null || !isUnanswered(promise, earlier)) {
                continue;
            }
            Start was = before.stream().reduce(Start.of(trigger, 1), Start::knowing, (one, _) -> one);
            Start is = firstCount(promise, was, said);
            boolean isNew = promise.contract().isInForceAt(is.trigger().at())
                    && hearing.chosen(promise, is).isPresent();
            if (isNew) {
                new Course(this, promise, is, turns.subList(index + 1, turns.size())).follow();
            }
        }
    }

    /** Whether no count of it ran or was closed by then: there is none, or one of these turns took its place. */
    private boolean isFree(Promise promise, List<Turn> earlier) {
        List<Finding> noted = noted(promise);
        Turn last = noted.isEmpty() ? null : noted.getLast().course().supersededBy();
        return noted.isEmpty() || (last != null && earlier.contains(last));
    }

    /** Whether it began under some version, and no promise that answers a case alike had a count that ran or was closed by then. */
    private boolean isUnanswered(Promise promise, List<Turn> earlier) {
        boolean isOfTheContract = trigger(promise)
                .filter(trigger -> promises.inForceAt(trigger.at()).findAny().isPresent())
                .isPresent();
        return isOfTheContract
                && promises.list().stream().filter(promise::answersLike).allMatch(other -> isFree(other, earlier));
    }

    private static Start firstCount(Promise promise, Start was, Happening said) {
        boolean isFromReport = Course.countsFromReport(said, promise);
        return was.trigger().at().isAfter(said.at()) || isFromReport ? was.knowing(said) : was.moved(said, said);
    }

    /** A clause that promises nothing that can be checked says so for each report it covers. */
    private Stream<Verdict> unmeasurable() {
        Happening reported = hearing.seen().reported().orElse(null);
        return reported == null
                ? Stream.empty()
                : promises.versions().stream()
                        .filter(version -> version.isInForceAt(reported.at()))
                        .flatMap(version -> version.clauses().stream()
                                .filter(Docket::answersNothing)
                                .filter(clause -> hearing.covers(version, clause, Start.of(reported, 1)))
                                .map(clause -> unmeasurable(version, clause, reported)));
    }

    private static boolean answersNothing(Clause clause) {
        return clause.strength() == Strength.NONE
                && (clause.duty() instanceof Respond
                        || (clause.duty() instanceof Unmeasurable(String kind) && kind.equals("respond")));
    }

    private static Verdict unmeasurable(Contract version, Clause clause, Happening reported) {
        return new InForce(version, clause)
                .verdict(
                        String.valueOf(reported.report()),
                        Conclusion.of(
                                Verdict.State.UNMEASURABLE,
                                reported.at(),
                                null,
                                Reasons.ofUnmeasurable(version, clause)));
    }
}
