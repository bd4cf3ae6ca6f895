package org.communitycontracts.engine.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.contract.Exclusion;

/** The notices and what was said of them, which belong to no report and may change the clock of any. */
final class Declarations {
    /** An entry, and the moment after which it can change nothing that begins later. */
    private record Lasting(Happening said, Instant ends) {}

    private static final int LONGEST_OFFSET_IN_DAYS = 2;

    private final List<Lasting> latestFirst;

    Declarations(List<InForce> clauses, List<Happening> all) {
        Set<String> reasons = new HashSet<>();
        clauses.stream()
                .flatMap(clause -> clause.clause().exclusions().stream())
                .map(Exclusion::because)
                .forEach(reasons::add);
        this.latestFirst = all.stream()
                .filter(said -> said.report() == null
                        && (reasons.contains(said.event())
                                || reasons.contains(said.facts().getOrDefault("because", ""))))
                .map(said -> new Lasting(said, ends(said)))
                .sorted(Comparator.comparing(Lasting::ends).reversed())
                .toList();
    }

    /** A story, with all that was declared and had not ended when it began. */
    List<Happening> with(List<Happening> story) {
        if (latestFirst.isEmpty() || story.isEmpty()) {
            return story;
        }
        Instant begins =
                story.stream().map(Happening::at).min(Comparator.naturalOrder()).orElse(Instant.MIN);
        List<Happening> together = new ArrayList<>(story);
        latestFirst.stream()
                .takeWhile(lasting -> lasting.ends().isAfter(begins))
                .map(Lasting::said)
                .forEach(together::add);
        return together;
    }

    /** Midnight after its last day in any zone of the world; the end of time where no day is named. */
    private static Instant ends(Happening said) {
        try {
            return LocalDate.parse(said.facts().getOrDefault("until", ""))
                    .plusDays(LONGEST_OFFSET_IN_DAYS)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException _) {
            return Instant.MAX;
        }
    }
}
