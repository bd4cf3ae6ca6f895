package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Calendar;

/**
 * Who held a case, and from when on (S9). It changes hands when the party to which the holder offered it accepts, and never before
 * that was written down.
 *
 * @param first the party that promises
 * @param takings each acceptance that counts, in order
 */
record Custodies(String first, List<Happening> takings) {
    private static final String OFFERED = "handover_offered";
    static final String ACCEPTED = "handover_accepted";
    private static final String TO = "to";

    Custodies {
        takings = List.copyOf(takings);
    }

    static Custodies of(Timeline story, Promise promise) {
        String holder = promise.clause().by().id();
        List<Happening> takings = new ArrayList<>();
        Map<String, String> offers = new HashMap<>();
        for (Happening happening : inOrder(story)) {
            String by = happening.by();
            if (!story.isOwn(happening)) {
                continue;
            }
            if (happening.event().equals(OFFERED) && (by == null || by.equals(holder))) {
                offers.put(happening.facts().getOrDefault(TO, ""), holder);
            } else if (happening.event().equals(ACCEPTED)
                    && by != null
                    && !by.equals(holder)
                    && holder.equals(offers.get(by))
                    && promise.contract().isProvider(by)) {
                takings.add(happening);
                holder = by;
                offers.clear();
            }
        }
        return new Custodies(promise.clause().by().id(), takings);
    }

    /** At equal times an offer comes before the acceptance. */
    private static List<Happening> inOrder(Timeline story) {
        return story.happenings().stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(happening -> happening.event().equals(ACCEPTED)))
                .toList();
    }

    /** The party that holds it at this moment. */
    String holderAt(Instant moment) {
        return takings.stream()
                .filter(taking -> !taking.since().isAfter(moment))
                .reduce((_, later) -> later)
                .map(taking -> String.valueOf(taking.by()))
                .orElse(first);
    }

    /** The acceptances after one moment and before another. */
    List<Happening> between(Instant from, Instant to) {
        return takings.stream()
                .filter(taking -> taking.since().isAfter(from) && taking.since().isBefore(to))
                .sorted(Comparator.comparing(Happening::since))
                .toList();
    }

    /** How long each party held it from one moment to another; empty when it did not change hands between them. */
    List<Verdict.Custody> within(Calendar calendar, Instant from, Instant to) {
        List<Happening> between = between(from, to);
        if (between.isEmpty()) {
            return List.of();
        }
        Map<String, Long> seconds = new LinkedHashMap<>();
        Instant since = from;
        for (Happening taking : between) {
            seconds.merge(holderAt(since), calendar.workingSeconds(since, taking.since()), Long::sum);
            since = taking.since();
        }
        seconds.merge(holderAt(since), calendar.workingSeconds(since, to), Long::sum);
        return seconds.entrySet().stream()
                .map(held -> new Verdict.Custody(held.getKey(), held.getValue()))
                .toList();
    }
}
