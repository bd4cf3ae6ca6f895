package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Stretch;

/**
 * The reports that were joined as one fault, and for how long (S10).
 *
 * @param report the one from which it is seen
 * @param with the other reports of the group, each with the times for which it was joined
 * @param master the earliest report of those joined now, by the time at which it was made and then by its name
 */
record Group(String report, Map<String, List<Stretch>> with, String master) {
    /** The event that joins a report with another. */
    static final String MERGED = "merged";

    /** The fact of that event which names the other. */
    static final String INTO = "into";

    private static final String UNMERGED = "unmerged";

    static Group of(String report, Stories stories, AsOf asOf) {
        Set<String> joined = stories.everJoined(report);
        return joined.size() == 1
                ? new Group(report, Map.of(), report)
                : new Building(report, stories, asOf).group(joined);
    }

    boolean isDuplicate() {
        return !master.equals(report);
    }

    /** Plays what was joined and parted, in order of time. */
    private static final class Building {
        private final String report;
        private final Stories stories;
        private final AsOf asOf;
        private final Map<String, Set<String>> into = new TreeMap<>();
        private final Map<String, List<Stretch>> with = new TreeMap<>();
        private final Map<String, Instant> since = new LinkedHashMap<>();

        Building(String report, Stories stories, AsOf asOf) {
            this.report = report;
            this.stories = stories;
            this.asOf = asOf;
        }

        Group group(Set<String> reports) {
            reports.stream()
                    .map(stories::of)
                    .flatMap(Collection::stream)
                    .filter(asOf::sees)
                    .filter(happening -> happening.event().equals(MERGED)
                            || happening.event().equals(UNMERGED))
                    .sorted(Timeline.ORDER)
                    .forEach(this::take);
            Set<String> now = component();
            since.forEach((other, from) -> note(other, from, Instant.MAX));
            return new Group(
                    report,
                    with,
                    now.stream()
                            .min(Comparator.comparing(this::made).thenComparing(Comparator.naturalOrder()))
                            .orElse(report));
        }

        private void take(Happening turn) {
            String of = String.valueOf(turn.report());
            String other = turn.facts().getOrDefault(INTO, of);
            if (turn.event().equals(UNMERGED)) {
                into.remove(of);
            } else if (isMade(of) && isMade(other)) {
                into.computeIfAbsent(of, _ -> new LinkedHashSet<>()).add(other);
            }
            Set<String> now = component();
            now.stream().filter(one -> !one.equals(report)).forEach(one -> since.putIfAbsent(one, turn.at()));
            for (Map.Entry<String, Instant> one : List.copyOf(since.entrySet())) {
                if (!now.contains(one.getKey())) {
                    note(one.getKey(), one.getValue(), turn.at());
                    since.remove(one.getKey());
                }
            }
        }

        private void note(String other, Instant from, Instant to) {
            with.computeIfAbsent(other, _ -> new ArrayList<>()).add(new Stretch(from, to));
        }

        private boolean isMade(String one) {
            return stories.reported(one, asOf).isPresent();
        }

        private Instant made(String one) {
            return stories.reported(one, asOf).map(Happening::at).orElse(Instant.MAX);
        }

        /** All that hang together with the report now. */
        private Set<String> component() {
            Set<String> found = new LinkedHashSet<>(List.of(report));
            boolean grows = true;
            while (grows) {
                grows = false;
                for (Map.Entry<String, Set<String>> edge : into.entrySet()) {
                    for (String other : edge.getValue()) {
                        grows |= found.contains(edge.getKey())
                                ? found.add(other)
                                : found.contains(other) && found.add(edge.getKey());
                    }
                }
            }
            return found;
        }
    }
}
