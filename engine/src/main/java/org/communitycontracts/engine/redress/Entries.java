package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** What had happened and was known at the time of the question: by report, and by event. */
final class Entries {
    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::recorded)
            .thenComparing(Happening::event)
            .thenComparing(Happening::report, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Happening::by, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(happening -> happening.facts().toString());

    private final Instant asOf;
    private final Map<String, List<Happening>> bySubject = new HashMap<>();
    private final Map<String, List<Happening>> byEvent = new HashMap<>();

    Entries(List<Happening> happenings, Instant validAsOf, Instant knownAsOf) {
        this.asOf = validAsOf.truncatedTo(ChronoUnit.SECONDS);
        happenings.stream()
                .filter(told -> !told.at().isAfter(asOf) && !told.recorded().isAfter(knownAsOf))
                .sorted(ORDER)
                .forEach(this::keep);
    }

    private void keep(Happening told) {
        String subject = told.report() == null ? told.facts().get("subject") : told.report();
        if (subject != null) {
            bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(told);
        }
        byEvent.computeIfAbsent(told.event(), _ -> new ArrayList<>()).add(told);
    }

    /** What happened after this moment has not happened yet; a whole second. */
    Instant asOf() {
        return asOf;
    }

    /** All that was told of a report, in order; of a period or a window, what names it in the fact {@code subject}. */
    List<Happening> listOf(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** All of one event, in order. */
    List<Happening> listAll(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** Those of one event on a breach's case that mean it: they may name a clause, clock and cycle, and then it is these. */
    List<Happening> listFor(Breach breach, String event) {
        return listOf(breach.verdict().subject()).stream()
                .filter(told -> told.event().equals(event) && breach.isMeantBy(told))
                .toList();
    }

    /** The facts of a report as it was first made; none when it never was. */
    Map<String, String> facts(String report) {
        return listOf(report).stream()
                .filter(told -> told.event().equals("reported"))
                .findFirst()
                .map(Happening::facts)
                .orElse(Map.of());
    }

    /** A fact of a happening, or else of the report it belongs to; null when neither says. */
    @Nullable
    String fact(Happening told, String name) {
        String own = told.facts().get(name);
        return own != null || told.report() == null ? own : facts(told.report()).get(name);
    }
}
