package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.RollingCount;
import org.jspecify.annotations.Nullable;

/**
 * Judges a duty to let something happen no more than so often in any stretch of time. Each time it happened too often ends one count,
 * and the next begins anew; the counts of a street or household are numbered through all versions.
 */
final class RollingCounts {
    private static final String WHOLE_PLACE = "all";
    private static final int MOST_NAMED = 10;

    /** One event and the version under which it happened. */
    private record Event(InForce clause, RollingCount duty, Happening happening) {}

    private final Register register;
    private final List<InForce> versions;
    private final SortedMap<String, List<Event>> bySubject = new TreeMap<>();

    private RollingCounts(List<InForce> versions, Register register) {
        this.register = register;
        this.versions = versions;
        for (InForce clause : versions) {
            if (clause.duty() instanceof RollingCount duty) {
                sort(clause, duty);
            }
        }
    }

    static List<Verdict> verdicts(List<InForce> versions, Register register) {
        RollingCounts counts = new RollingCounts(versions, register);
        List<Verdict> verdicts = new ArrayList<>();
        counts.bySubject.forEach((subject, events) -> counts.count(subject, events, verdicts));
        return verdicts;
    }

    private void sort(InForce clause, RollingCount duty) {
        if (duty.each() == null && !clause.begins().isAfter(register.asOf().valid())) {
            bySubject.computeIfAbsent(WHOLE_PLACE, _ -> new ArrayList<>());
        }
        Notices notices = Notices.of(clause, register);
        for (Happening one : register.those(clause.clause().when(), register.of(duty.event()), duty.calendar())) {
            String subject = duty.each() == null ? WHOLE_PLACE : register.fact(one, duty.each());
            boolean counts = clause.contract().isInForceAt(one.at())
                    && !notices.isVoid(duty.calendar().date(one.at()));
            if (subject != null && counts) {
                bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(new Event(clause, duty, one));
            }
        }
    }

    /** The counts of one subject: one for each breach, and the last one of each version in which there was something to count. */
    private void count(String subject, List<Event> events, List<Verdict> verdicts) {
        int number = 1;
        int next = 0;
        Deque<Event> stretch = new ArrayDeque<>();
        for (InForce clause : versions) {
            if (!(clause.duty() instanceof RollingCount duty)
                    || clause.begins().isAfter(register.asOf().valid())) {
                continue;
            }
            Instant since = clause.begins();
            boolean isKnown = subject.equals(WHOLE_PLACE) || !stretch.isEmpty();
            while (next < events.size() && events.get(next).clause().equals(clause)) {
                isKnown = true;
                Event event = events.get(next++);
                stretch.add(event);
                leaveBehind(stretch, duty, event.happening().at());
                if (distinct(stretch, duty) > duty.atMost()) {
                    verdicts.add(broken(clause, duty, subject, number++, since, stretch));
                    stretch.clear();
                    since = event.happening().at();
                }
            }
            if (isKnown) {
                verdicts.add(standing(clause, duty, subject, number++, since));
            }
        }
    }

    private static void leaveBehind(Deque<Event> stretch, RollingCount duty, Instant now) {
        Instant after = new Back(duty.in(), duty.calendar()).from(now);
        while (!stretch.isEmpty() && !stretch.getFirst().happening().at().isAfter(after)) {
            stretch.removeFirst();
        }
    }

    /** How many there were, several of one incident counted once. */
    private int distinct(Deque<Event> stretch, RollingCount duty) {
        String fact = duty.distinct();
        if (fact == null) {
            return stretch.size();
        }
        Map<String, Integer> named = new HashMap<>();
        int unnamed = 0;
        for (Event event : stretch) {
            String value = register.fact(event.happening(), fact);
            if (value == null) {
                unnamed++;
            } else {
                named.merge(value, 1, Integer::sum);
            }
        }
        return named.size() + unnamed;
    }

    private Verdict broken(
            InForce clause, RollingCount duty, String subject, int number, Instant since, Deque<Event> stretch) {
        Instant at = stretch.getLast().happening().at();
        Words words = clause.words(duty.calendar().date(at));
        List<LocalDate> days = stretch.stream()
                .map(event -> duty.calendar().date(event.happening().at()))
                .toList();
        String when = days.size() > MOST_NAMED ? "" : ": on " + words.days(days);
        List<String> why = List.of(
                clause.says(),
                "In the " + duty.in() + " up to " + words.dated(at) + " " + Words.event(duty.event()) + " happened "
                        + PeriodReasons.times(distinct(stretch, duty)) + (duty.distinct() == null ? "" : once(duty))
                        + when + ". The contract allows " + PeriodReasons.times(duty.atMost())
                        + ". The count begins anew after that.");
        return clause.verdict(subject, Outcome.broken(at, since, at, why).numbered(null, number));
    }

    private static String once(RollingCount duty) {
        return " (those of one " + String.valueOf(duty.distinct()).replace('_', ' ') + " counted once)";
    }

    private Verdict standing(InForce clause, RollingCount duty, String subject, int number, Instant since) {
        @Nullable Instant end = clause.until() == null ? null : clause.ends();
        boolean isOver = end != null && !register.asOf().valid().isBefore(end);
        String found = isOver ? "The version ended without it." : "So far it has not happened more often.";
        List<String> why = List.of(
                clause.says(),
                "Since " + clause.words(duty.calendar().date(since)).dated(since)
                        + " it was counted how often " + Words.event(duty.event()) + " happened in any " + duty.in()
                        + "; the contract allows " + PeriodReasons.times(duty.atMost()) + ". " + found);
        Verdict.State state = isOver ? Verdict.State.MET : Verdict.State.PENDING;
        return clause.verdict(subject, Outcome.of(state, since, end, why).numbered(null, number));
    }
}
