package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** All that had happened and was known, of reports and of the place, by event and in order of time. */
final class Register {
    private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::recorded)
            .thenComparing(Happening::event)
            .thenComparing(Happening::report, NULLS_FIRST)
            .thenComparing(Happening::by, NULLS_FIRST)
            .thenComparing(happening -> happening.facts().toString());

    private final AsOf asOf;
    private final Map<String, List<Happening>> byEvent = new HashMap<>();
    private final Map<String, Map<String, String>> reports = new HashMap<>();
    private final Recurrences recurrences = new Recurrences(this);

    Register(List<Happening> all, AsOf asOf) {
        this.asOf = asOf;
        all.stream()
                .filter(asOf::sees)
                .sorted(ORDER)
                .forEach(seen -> byEvent.computeIfAbsent(seen.event(), _ -> new ArrayList<>())
                        .add(seen));
        for (Happening reported : of("reported")) {
            if (reported.report() != null) {
                reports.putIfAbsent(reported.report(), reported.facts());
            }
        }
    }

    AsOf asOf() {
        return asOf;
    }

    /** Every such event, in order of time. */
    List<Happening> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** Every one of these events, in order of time. */
    List<Happening> of(Set<String> events) {
        if (events.size() == 1) {
            return of(events.iterator().next());
        }
        return events.stream()
                .flatMap(event -> of(event).stream())
                .sorted(ORDER)
                .toList();
    }

    /** What a happening says of this itself, or else the report it belongs to, as it was made. */
    @Nullable
    String fact(Happening happening, String name) {
        String own = happening.facts().get(name);
        return own != null || happening.report() == null
                ? own
                : reports.getOrDefault(happening.report(), Map.of()).get(name);
    }

    /** All that a happening and its report say; the happening's own word wins. */
    Map<String, String> facts(Happening happening) {
        Map<String, String> all = new HashMap<>(reports.getOrDefault(String.valueOf(happening.report()), Map.of()));
        all.putAll(happening.facts());
        return all;
    }

    /** Those of some happenings for which a condition holds at their own moment. */
    List<Happening> those(When when, List<Happening> happenings, Calendar calendar) {
        return when.equals(When.ALWAYS)
                ? happenings
                : happenings.stream()
                        .filter(one -> when.holds(new Occasion(one, calendar, this)))
                        .toList();
    }

    Recurrences recurrences() {
        return recurrences;
    }

    static List<Happening> inOrder(List<Happening> happenings) {
        return happenings.stream().sorted(ORDER).toList();
    }
}
