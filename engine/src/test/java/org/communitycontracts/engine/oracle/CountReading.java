package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;

/**
 * A count in any stretch of time.
 *
 * <p>Readings: the subject is the value of {@code each}, or "all"; there is one for all even when nothing happened, and one for a subject from the
 * version on in which it first occurs; a count goes on when a version follows another, and its numbers too; start is the beginning of the
 * version or the last breach, due the breach or the end of the version; after a breach nothing from before it or at it counts again, an incident told again afterwards does.
 */
record CountReading(View view, View.Promised promised, RollingCount count) {
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        if (!versions().getFirst().equals(promised)) {
            return verdicts;
        }
        List<Happening> events = view.told().stream()
                .filter(one -> one.event().equals(count.event())
                        && versions().stream()
                                .anyMatch(version -> version.contract().isInForceAt(one.at())))
                .toList();
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

    /** The same clause in every version that has it, and that has begun. */
    private List<View.Promised> versions() {
        return view.promises().stream()
                .filter(one -> one.clause().id().equals(promised.clause().id()))
                .toList();
    }

    private void subject(String subject, List<Happening> events, List<Verdict> verdicts) {
        int cycle = 1;
        int first = 0;
        for (View.Promised version : versions()) {
            Instant since = version.contract().begins();
            Instant ends = version.contract().until() == null
                    ? null
                    : version.contract()
                            .until()
                            .atStartOfDay(version.contract().zone())
                            .toInstant();
            for (int i = 0; i < events.size(); i++) {
                Instant at = events.get(i).at();
                if (version.contract().isInForceAt(at) && isTooMany(events.subList(first, i + 1), at)) {
                    verdicts.add(Found.of(version, subject)
                            .cycle(cycle++)
                            .state(Verdict.State.BREACHED)
                            .times(since, at, null)
                            .broken(at, version.clause().by().id())
                            .verdict());
                    first = i + 1;
                    since = at;
                }
            }
            boolean isKnown = subject.equals("all")
                    || (!events.isEmpty()
                            && (ends == null || events.getFirst().at().isBefore(ends)));
            if (isKnown && !version.contract().begins().isAfter(view.validAsOf())) {
                boolean isOver = ends != null && !view.validAsOf().isBefore(ends);
                verdicts.add(Found.of(version, subject)
                        .cycle(cycle++)
                        .state(isOver ? Verdict.State.MET : Verdict.State.PENDING)
                        .times(since, ends, null)
                        .verdict());
            }
        }
    }

    private boolean isTooMany(List<Happening> events, Instant at) {
        Instant from = Fits.back(view.hours(count.calendar()), at, count.in());
        return different(events.stream().filter(one -> one.at().isAfter(from)).toList()) > count.atMost();
    }

    private int different(List<Happening> events) {
        Set<Object> different = new HashSet<>();
        for (Happening one : events) {
            String told = count.distinct() == null ? null : one.facts().get(count.distinct());
            different.add(told == null ? (Object) different.size() : told);
        }
        return different.size();
    }
}
