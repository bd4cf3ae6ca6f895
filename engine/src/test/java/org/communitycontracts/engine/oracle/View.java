package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** All contract versions, and the happenings that had happened and were known, in order. */
record View(List<Contract> versions, List<Happening> told, Instant validAsOf, Instant knownAsOf) {
    static View of(List<Contract> versions, List<Happening> all, Instant validAsOf, Instant knownAsOf) {
        List<Happening> told = all.stream()
                .filter(one -> !one.at().isAfter(validAsOf) && !one.recorded().isAfter(knownAsOf))
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(Happening::recorded)
                        .thenComparing(Happening::event)
                        .thenComparing(Happening::by, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(one -> one.facts().toString())
                        .thenComparing(one -> String.valueOf(one.report())))
                .toList();
        List<Contract> inOrder =
                versions.stream().sorted(Comparator.comparing(Contract::begins)).toList();
        return new View(inOrder, told, validAsOf, knownAsOf);
    }

    /**
     * The same as it stood at an earlier moment, with all that is known now of what had happened by then; a holiday counts if it had been
     * proclaimed before (S13).
     */
    View until(Instant moment) {
        return new View(
                versions,
                told.stream().filter(one -> !one.at().isAfter(moment)).toList(),
                Span.earlier(validAsOf, moment),
                Span.earlier(knownAsOf, moment.minusNanos(1)));
    }

    /** The version in force at a moment; null when there is none (S11). */
    @Nullable
    Contract inForceAt(Instant moment) {
        return versions.stream()
                .filter(one -> one.isInForceAt(moment))
                .findFirst()
                .orElse(null);
    }

    List<String> reports() {
        return told.stream()
                .map(Happening::report)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }

    List<Happening> of(String report) {
        return told.stream().filter(one -> report.equals(one.report())).toList();
    }

    List<Happening> notices() {
        return told.stream().filter(one -> one.report() == null).toList();
    }

    /** What the report said when it was first made. */
    Map<String, String> facts(String report) {
        List<Happening> own = of(report);
        return own.stream()
                .filter(one -> one.event().equals("reported"))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(Happening::facts)
                .orElse(Map.of());
    }

    /** The facts of the report, and over them those of the event that triggers something. */
    Map<String, String> facts(String report, Happening trigger) {
        Map<String, String> facts = new HashMap<>(facts(report));
        facts.putAll(trigger.facts());
        return facts;
    }

    OpenHours hours(Calendar calendar) {
        return new OpenHours(calendar, knownAsOf);
    }

    /** The same as it was known at a moment, by which a time is chosen. */
    OpenHours hours(Calendar calendar, Instant moment) {
        return new OpenHours(calendar, Span.earlier(knownAsOf, moment));
    }

    List<Promised> promises() {
        List<Promised> promises = new ArrayList<>();
        for (Contract contract : versions) {
            for (Clause clause : contract.clauses()) {
                Duty duty = clause.duty() instanceof Reciprocal(Duty pledge) ? pledge : clause.duty();
                promises.add(new Promised(contract, clause, duty));
            }
        }
        return promises;
    }

    /** A clause in its version, with what is really promised by it. */
    record Promised(Contract contract, Clause clause, Duty duty) {}
}
