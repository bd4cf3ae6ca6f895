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
import org.communitycontracts.engine.clock.LookBack;
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
    private record Event(
            InForce clause, Happening happening, @Nullable String incident) {}

    /** The events of the stretch that is looked back on, and how many incidents they were; those without one count each. */
    private static final class Recent {
        private final Deque<Event> events = new ArrayDeque<>();
        private final Map<String, Integer> incidents = new HashMap<>();
        private int unnamed;

        void add(Event event) {
            events.add(event);
            count(event, 1);
        }

        void leaveBehind(Instant moment) {
            while (!events.isEmpty() && !events.getFirst().happening().at().isAfter(moment)) {
                count(events.removeFirst(), -1);
            }
        }

        void clear() {
            events.clear();
            incidents.clear();
            unnamed = 0;
        }

        int distinct() {
            return incidents.size() + unnamed;
        }

        Instant last() {
            return events.getLast().happening().at();
        }

        List<Instant> moments() {
            return events.stream().map(event -> event.happening().at()).toList();
        }

        private void count(Event event, int more) {
            String incident = event.incident();
            if (incident == null) {
                unnamed += more;
            } else if (incidents.merge(incident, more, Integer::sum) == 0) {
                incidents.remove(incident);
            }
        }
    }

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
                bySubject
                        .computeIfAbsent(subject, _ -> new ArrayList<>())
                        .add(new Event(
                                clause, one, duty.distinct() == null ? null : register.fact(one, duty.distinct())));
            }
        }
    }

    /** The counts of one subject: one for each breach, and the last one of each version in which there was something to count. */
    private void count(String subject, List<Event> events, List<Verdict> verdicts) {
        int number = 1;
        int next = 0;
        Recent stretch = new Recent();
        for (InForce clause : versions) {
            if (!(clause.duty() instanceof RollingCount duty)
                    || clause.begins().isAfter(register.asOf().valid())) {
                continue;
            }
            Instant since = clause.begins();
            boolean isKnown = subject.equals(WHOLE_PLACE) || next > 0;
            while (next < events.size() && events.get(next).clause().equals(clause)) {
                isKnown = true;
                Event event = events.get(next++);
                stretch.leaveBehind(new LookBack(
                                duty.in(),
                                duty.calendar().knownAt(register.asOf().known()))
                        .from(event.happening().at()));
                stretch.add(event);
                if (stretch.distinct() > duty.atMost()) {
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

    private Verdict broken(
            InForce clause, RollingCount duty, String subject, int number, Instant since, Recent stretch) {
        Instant at = stretch.last();
        Words words = clause.words(duty.calendar().date(at));
        List<LocalDate> days =
                stretch.moments().stream().map(duty.calendar()::date).toList();
        String when = days.size() > MOST_NAMED ? "" : ": on " + words.days(days);
        List<String> why = List.of(
                clause.says(),
                "In the " + duty.in() + " up to " + words.dated(at) + " " + Words.event(duty.event()) + " happened "
                        + PeriodReasons.times(stretch.distinct()) + (duty.distinct() == null ? "" : once(duty))
                        + when + ". The contract allows " + PeriodReasons.times(duty.atMost())
                        + ". The count begins anew after that.");
        return clause.verdict(subject, Conclusion.broken(at, since, at, why).numbered(null, number));
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
        return clause.verdict(subject, Conclusion.of(state, since, end, why).numbered(null, number));
    }
}
