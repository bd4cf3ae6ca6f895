package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;

/** One random question to both judges, and what it is about. */
record Case(
        long seed,
        Set<Feature> features,
        List<Contract> versions,
        List<Happening> happenings,
        Instant validAsOf,
        Instant knownAsOf) {
    Case {
        features = Set.copyOf(features);
        versions = List.copyOf(versions);
        happenings = List.copyOf(happenings);
    }

    Case with(List<Happening> others) {
        return new Case(seed, features, versions, others, validAsOf, knownAsOf);
    }

    Case with(Instant validAt, Instant knownAt) {
        return new Case(seed, features, versions, happenings, validAt, knownAt);
    }

    /** What is needed to see it before the eyes; the seed and the features make it again. */
    @Override
    public String toString() {
        return "case " + seed + " " + features.stream().sorted().toList() + " valid as of " + validAsOf
                + (knownAsOf.equals(validAsOf) ? "" : " known as of " + knownAsOf)
                + versions.stream()
                        .map(one -> "\n  version " + one.version() + " " + one.from() + "/" + one.until() + " "
                                + one.transition() + " " + one.zone()
                                + one.clauses().stream()
                                        .map(clause -> "\n    " + short_(clause.toString()))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                + happenings.stream()
                        .sorted(Comparator.comparing(Happening::at))
                        .map(one ->
                                "\n  " + one.at() + " " + (one.report() == null ? "" : one.report() + " ") + one.event()
                                        + (one.recorded().equals(one.at()) ? "" : " recorded " + one.recorded())
                                        + (one.by() == null ? "" : " by " + one.by())
                                        + (one.facts().isEmpty() ? "" : " " + one.facts()))
                        .collect(Collectors.joining());
    }

    private static String short_(String clause) {
        return clause.replaceAll("When\\[categories=\\[], areas=\\[], facts=\\{}[^]]*]?[^]]*]", "always")
                .replaceAll("[a-zA-Z]+=(null|\\[]|\\{}|false)(, )?", "")
                .replace(", known=-1000000000-01-01T00:00:00Z", "");
    }
}
