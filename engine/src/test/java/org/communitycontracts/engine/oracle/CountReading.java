package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A count in any stretch of time.
 *
 * <p>Readings: the subject is the value of {@code each}, or "all"; there is one for all even when nothing happened; start and due are not
 * told; after a breach nothing from before it or at it counts again, an incident told again afterwards does.
 */
record CountReading(View view, View.Promised promised, RollingCount count) {
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        List<Happening> events = view.told().stream()
                .filter(one ->
                        one.event().equals(count.event()) && promised.contract().isInForceAt(one.at()))
                .toList();
        if (promised.contract().begins().isAfter(view.validAsOf())) {
            return verdicts;
        }
        if (count.each() == null) {
            subject("all", events, verdicts);
            return verdicts;
        }
        Set<String> subjects = new TreeSet<>();
        events.forEach(one -> {
            String value = one.facts().get(count.each());
            if (value != null) {
                subjects.add(value);
            }
        });
        for (String subject : subjects) {
            subject(
                    subject,
                    events.stream()
                            .filter(one -> subject.equals(one.facts().get(count.each())))
                            .toList(),
                    verdicts);
        }
        return verdicts;
    }

    private void subject(String subject, List<Happening> events, List<Verdict> verdicts) {
        int cycle = 1;
        int first = 0;
        for (int i = 0; i < events.size(); i++) {
            Instant at = events.get(i).at();
            ZonedDateTime local = at.atZone(count.calendar().zone());
            Instant from = Fits.back(local, count.in());
            List<Happening> counted = events.subList(first, i + 1).stream()
                    .filter(one -> one.at().isAfter(from))
                    .toList();
            if (different(counted) > count.atMost()) {
                verdicts.add(verdict(subject, cycle, Verdict.State.BREACHED, at));
                cycle++;
                first = i + 1;
            }
        }
        boolean isOver = promised.contract().until() != null
                && !view.validAsOf()
                        .isBefore(promised.contract()
                                .until()
                                .atStartOfDay(promised.contract().zone())
                                .toInstant());
        verdicts.add(verdict(subject, cycle, isOver ? Verdict.State.MET : Verdict.State.PENDING, null));
    }

    private int different(List<Happening> events) {
        Set<Object> different = new HashSet<>();
        for (Happening one : events) {
            String told = count.distinct() == null ? null : one.facts().get(count.distinct());
            different.add(told == null ? (Object) different.size() : told);
        }
        return different.size();
    }

    private Verdict verdict(String subject, int cycle, Verdict.State state, @Nullable Instant broken) {
        return Found.of(promised, subject)
                .cycle(cycle)
                .state(state)
                .broken(broken, broken == null ? null : promised.clause().by().id())
                .verdict();
    }
}
