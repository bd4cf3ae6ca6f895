package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;

/** What one version of a contract changed in the promises of the one before. */
final class Changes {
    private Changes() {}

    /** What can happen to a promise from one version to the next. */
    enum Kind {
        NEW,
        GONE,
        TEXT,
        SHARE,
        RULES
    }

    /**
     * One change.
     *
     * @param kind what happened
     * @param clause the promise now; when it is gone, as it was
     * @param before the promise before; when it is new, as it is now
     */
    record Change(Kind kind, Clause clause, Clause before) {
        /** What the sentence about it needs: the words now, the words before, the share now, the share before. */
        Object[] fillings() {
            return new Object[] {clause.text(), before.text(), share(clause), share(before)};
        }

        private static int share(Clause clause) {
            return clause.target() == null ? 100 : clause.target().share();
        }
    }

    /** In the order of the younger version, the promises that are gone last; empty when the promises stayed as they were. */
    static List<Change> between(Contract old, Contract young) {
        Map<String, Clause> left = new LinkedHashMap<>();
        old.clauses().forEach(clause -> left.put(clause.id(), clause));
        List<Change> changes = new ArrayList<>();
        for (Clause clause : young.clauses()) {
            Clause before = left.remove(clause.id());
            if (before == null) {
                changes.add(new Change(Kind.NEW, clause, clause));
            } else {
                changes.addAll(between(before, clause));
            }
        }
        left.values().forEach(clause -> changes.add(new Change(Kind.GONE, clause, clause)));
        return changes;
    }

    /** Whether both promise the same in the same words. */
    static boolean isSame(Clause one, Clause other) {
        return one.text().equals(other.text())
                && one.by().equals(other.by())
                && one.when().equals(other.when())
                && Objects.equals(one.target(), other.target())
                && isSame(one.duty(), other.duty());
    }

    private static boolean isSame(Duty one, Duty other) {
        if (one instanceof Respond respond && other instanceof Respond same) {
            return areSame(respond.clocks(), same.clocks(), Changes::isSame);
        }
        if (one instanceof Recur recur && other instanceof Recur same) {
            return isSame(recur, same);
        }
        return one.equals(other);
    }

    /** From which day the periods are counted makes no other promise. */
    private static boolean isSame(Recur one, Recur other) {
        Recur counted = new Recur(
                one.evidence(),
                one.period(),
                other.anchor(),
                one.atLeast(),
                one.atMost(),
                one.maxGap(),
                one.season(),
                one.each(),
                other.calendar());
        return counted.equals(other) && isSame(one.calendar(), other.calendar());
    }

    private static boolean isSame(ClockRule one, ClockRule other) {
        return one.with(other.choices()).equals(other) && areSame(one.choices(), other.choices(), Changes::isSame);
    }

    private static boolean isSame(Choice one, Choice other) {
        return one.on(other.calendar()).equals(other) && isSame(one.calendar(), other.calendar());
    }

    private static <T> boolean areSame(List<T> some, List<T> others, BiPredicate<T, T> isSame) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> isSame.test(some.get(i), others.get(i)));
    }

    /** A version knows the holidays of its own years only, so holidays are compared in the years that both know. */
    private static boolean isSame(Calendar one, Calendar other) {
        Set<Integer> years = years(one);
        years.retainAll(years(other));
        return one.zone().equals(other.zone())
                && one.days().equals(other.days())
                && one.opens() == other.opens()
                && one.closes() == other.closes()
                && one.holidays().isEmpty() == other.holidays().isEmpty()
                && holidays(one, years).equals(holidays(other, years));
    }

    private static Set<Integer> years(Calendar calendar) {
        return calendar.holidays().stream()
                .map(holiday -> holiday.on().getYear())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Holiday> holidays(Calendar calendar, Set<Integer> years) {
        return calendar.holidays().stream()
                .filter(holiday -> years.contains(holiday.on().getYear()))
                .toList();
    }

    private static List<Change> between(Clause before, Clause clause) {
        List<Change> changes = new ArrayList<>();
        if (!clause.text().equals(before.text())) {
            changes.add(new Change(Kind.TEXT, clause, before));
        }
        if (!Objects.equals(clause.target(), before.target())) {
            changes.add(new Change(Kind.SHARE, clause, before));
        }
        if (changes.isEmpty() && !isSame(clause.duty(), before.duty())) {
            changes.add(new Change(Kind.RULES, clause, before));
        }
        return changes;
    }
}
