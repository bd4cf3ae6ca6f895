package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * All happenings that bear on one report, in order: its own, and of its duplicates what counts for every one of them. Entries that say
 * the same in everything are one, so that what was sent twice changes nothing.
 *
 * @param report whose story it is
 * @param happenings by the time at which they happened; equal times in an order that does not depend on how they came in
 * @param ofNone what belongs to no report, such as notices, in the same order
 * @param group the reports of the same fault
 */
record Timeline(String report, List<Happening> happenings, List<Happening> ofNone, Group group) {
    private static final String REPORTED = "reported";
    static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::recorded)
            .thenComparing(Happening::event)
            .thenComparing(Happening::by, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(happening -> happening.facts().toString())
            .thenComparing(Happening::report, Comparator.nullsFirst(Comparator.naturalOrder()));

    Timeline {
        happenings = happenings.stream().distinct().sorted(ORDER).toList();
        ofNone = ofNone.stream().sorted(ORDER).toList();
    }

    /** What had happened and was known. */
    static Timeline of(String report, Stories stories, Duplicates duplicates, AsOf asOf) {
        Group group = Group.of(report, stories, asOf);
        List<Happening> told =
                new ArrayList<>(stories.of(report).stream().filter(asOf::sees).toList());
        group.with().forEach((other, stretches) -> {
            List<Happening> theirs =
                    stories.of(other).stream().filter(asOf::sees).sorted(ORDER).toList();
            stretches.forEach(joined ->
                    told.addAll(duplicates.during(joined, theirs, joined(stories.reported(report, asOf), joined))));
        });
        return new Timeline(
                report, told, stories.ofNone().stream().filter(asOf::sees).toList(), group);
    }

    Timeline among(Group other) {
        return new Timeline(report, happenings, ofNone, other);
    }

    Optional<Happening> findFirst(Set<String> events) {
        return happenings.stream()
                .filter(happening -> events.contains(happening.event()))
                .findFirst();
    }

    /** The report's own entries of this kind. */
    Stream<Happening> own(String event) {
        return happenings.stream()
                .filter(happening -> happening.event().equals(event))
                .filter(this::isOwn);
    }

    /** Whether it was told on this report itself and on no other of its group. */
    boolean isOwn(Happening happening) {
        return report.equals(happening.report());
    }

    /** What the report itself says of this, as it was made; null when it says nothing. A later change of category is no part of it. */
    @Nullable
    String fact(String name) {
        return reported().map(reported -> reported.facts().get(name)).orElse(null);
    }

    /** The entry with which the report was made. */
    Optional<Happening> reported() {
        return findFirst(Set.of(REPORTED));
    }

    /** What was told before two reports were joined counts from then on, but never before the report itself was made. */
    private static Instant joined(Optional<Happening> reported, Stretch joined) {
        Instant made = reported.map(Happening::at).orElse(joined.from());
        return made.isAfter(joined.from()) ? made : joined.from();
    }
}
