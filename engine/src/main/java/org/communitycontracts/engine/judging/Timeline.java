package org.communitycontracts.engine.judging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All happenings of one report, in order.
 *
 * @param report whose story it is
 * @param happenings by the time at which they happened; equal times in an order that does not depend on how they came in
 */
record Timeline(String report, List<Happening> happenings) {
    private static final String REPORTED = "reported";
    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::recorded)
            .thenComparing(Happening::event)
            .thenComparing(Happening::by, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(happening -> happening.facts().toString());

    Timeline {
        happenings = happenings.stream().sorted(ORDER).toList();
    }

    /** The part of the story that had happened and was known. */
    Timeline seen(AsOf asOf) {
        return happenings.stream().allMatch(asOf::sees)
                ? this
                : new Timeline(report, happenings.stream().filter(asOf::sees).toList());
    }

    Optional<Happening> findFirst(Set<String> events) {
        return happenings.stream()
                .filter(happening -> events.contains(happening.event()))
                .findFirst();
    }

    /** What the report itself says of this, as it was made; null when it says nothing. A later change of category is no part of it. */
    @Nullable
    String fact(String name) {
        return findFirst(Set.of(REPORTED))
                .map(reported -> reported.facts().get(name))
                .orElse(null);
    }
}
