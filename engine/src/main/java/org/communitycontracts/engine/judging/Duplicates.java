package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;

/**
 * What counts for every report of one fault, on whichever it was told (S10): that it was stopped, borne out, reopened or taken out.
 * A hold never does, so that joining reports moves no due moment later.
 *
 * @param stops the events that stop a clock
 * @param cancels the events that take a case out of the count
 * @param providers the parties that promise
 */
record Duplicates(Set<String> stops, Set<String> cancels, Set<String> providers) {
    static Duplicates of(List<Promise> promises) {
        Set<String> stops = new HashSet<>();
        Set<String> cancels = new HashSet<>();
        Set<String> providers = new HashSet<>();
        for (Promise promise : promises) {
            stops.addAll(promise.rule().stops());
            cancels.addAll(promise.rule().cancel());
            if (promise.rule().repeatsUntil() != null) {
                cancels.add(promise.rule().repeatsUntil());
            }
            Contract contract = promise.contract();
            contract.parties().keySet().stream().filter(contract::isProvider).forEach(providers::add);
        }
        return new Duplicates(stops, cancels, providers);
    }

    /** What counts of another report's story while it was joined, and what still stood when it was. */
    List<Happening> during(Stretch joined, List<Happening> theirs, Instant earliest) {
        List<Happening> standing = new ArrayList<>();
        List<Happening> told = new ArrayList<>();
        for (Happening happening : theirs) {
            if (happening.at().isBefore(joined.from())) {
                takeStanding(happening, standing);
            } else if (happening.at().isBefore(joined.to()) && counts(happening)) {
                told.add(happening);
            }
        }
        standing.forEach(happening -> told.add(movedTo(earliest, happening)));
        return told;
    }

    private void takeStanding(Happening happening, List<Happening> standing) {
        if (stops.contains(happening.event()) || happening.event().equals(Stop.CONFIRMED)) {
            standing.add(happening);
        } else if (happening.event().equals(ClockRule.Reopening.EVENT)
                && !providers.contains(String.valueOf(happening.by()))) {
            standing.clear();
        }
    }

    private boolean counts(Happening happening) {
        String event = happening.event();
        return stops.contains(event)
                || cancels.contains(event)
                || event.equals(Stop.CONFIRMED)
                || event.equals(ClockRule.Reopening.EVENT);
    }

    private static Happening movedTo(Instant moment, Happening told) {
        Instant recorded = told.recorded().isAfter(moment) ? told.recorded() : moment;
        return new Happening(told.report(), told.event(), moment, recorded, told.by(), told.facts());
    }
}
