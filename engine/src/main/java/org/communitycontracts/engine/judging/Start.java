package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The beginning of one count.
 *
 * @param trigger the entry that started the clock
 * @param root the entry from which the story is played: the trigger itself, or the first trigger of a case that has moved since
 * @param number 1, and one more for each further count of the same clock
 * @param moment when the clock begins to count: the trigger's own time, or later under a version that came into force later
 * @param afresh whether what came before is over, because the case was reopened or its clock starts anew
 * @param moves the changes of category that have taken effect, in order
 */
record Start(Happening trigger, Happening root, int number, Instant moment, boolean afresh, List<Happening> moves) {
    Start {
        moves = List.copyOf(moves);
    }

    static Start of(Happening trigger, int number) {
        return new Start(trigger, trigger, number, trigger.at(), false, List.of());
    }

    Start at(Instant later) {
        return new Start(trigger, root, number, later, afresh, moves);
    }

    Start numbered(int other) {
        return new Start(trigger, root, other, moment, afresh, moves);
    }

    /** A new count of the same case, with nothing carried over. */
    Start anew(Happening by, Instant from) {
        return new Start(by, by, number + 1, from, true, moves);
    }

    /** A new count of the same case, which goes on with its holds. */
    Start goingOn(Happening by) {
        return new Start(by, root, number + 1, by.since(), afresh, moves);
    }

    /** The same case after one more change of category, counted from this entry. */
    Start moved(Happening from, Happening move) {
        return new Start(
                from,
                root,
                number,
                from.at(),
                afresh,
                Stream.concat(moves.stream(), Stream.of(move)).toList());
    }

    /** The same start, this change of category having taken effect before. */
    Start knowing(Happening move) {
        return new Start(
                trigger,
                root,
                number,
                moment,
                afresh,
                Stream.concat(moves.stream(), Stream.of(move)).toList());
    }

    /** What was said of the case: by the report, then by whatever came later of the trigger and the changes of category; at one moment the trigger first. */
    Map<String, String> facts(Map<String, String> report) {
        Map<String, String> facts = new TreeMap<>(report);
        Stream.concat(Stream.of(trigger), moves.stream())
                .sorted(Comparator.comparing(Happening::at))
                .forEach(said -> facts.putAll(said.facts()));
        return facts;
    }
}
