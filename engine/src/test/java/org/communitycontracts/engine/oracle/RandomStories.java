package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** Random happenings under a random contract, with the edges made likely: exactly due, exactly closed, equal times, midnight. */
final class RandomStories {
    private final Dice dice;
    private final Set<Feature> features;
    private final RandomContracts contracts;
    private final List<Contract> versions;
    private final List<Happening> story = new ArrayList<>();

    /** Due moments of the case as it stood when they were asked for. */
    private List<Instant> edges = List.of();

    RandomStories(Dice dice, Set<Feature> features, RandomContracts contracts, List<Contract> versions) {
        this.dice = dice;
        this.features = features;
        this.contracts = contracts;
        this.versions = versions;
    }

    Case tell(long seed) {
        int reports = dice.between(1, features.contains(Feature.DUPLICATES) ? 3 : 4);
        for (int i = 1; i <= reports; i++) {
            tell("r" + i, "reported", null, reported());
        }
        edges = edges();
        for (int i = 1; i <= reports; i++) {
            holdsAndReasons("r" + i);
        }
        for (int i = 1; i <= reports; i++) {
            stops("r" + i);
        }
        edges = edges();
        for (int i = 1; i <= reports; i++) {
            afterwards("r" + i);
        }
        new RandomActs(dice, features, contracts, this).tell();
        if (features.contains(Feature.REMEDIES)) {
            payments(reports);
        }
        Instant validAsOf = dice.oneIn(2) ? far() : moment();
        Instant knownAsOf = dice.percent(70) ? validAsOf : dice.oneIn(2) ? far() : moment();
        return new Case(seed, features, versions, story, validAsOf, knownAsOf);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    private Instant far() {
        return contracts
                .day
                .plusDays(dice.of(16, 16, 20, 20, 40, 120))
                .atStartOfDay(contracts.zone)
                .toInstant();
    }

    private List<Instant> edges() {
        Instant soon = contracts.day.plusDays(16).atStartOfDay(contracts.zone).toInstant();
        List<Verdict> verdicts = new SecondJudge(versions).verdicts(story, soon, soon);
        Stream<Instant> found = verdicts.stream()
                .flatMap(one -> Stream.of(one.due(), one.start(), one.stopped()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(one -> one.isAfter(contracts
                                .day
                                .minusDays(40)
                                .atStartOfDay(contracts.zone)
                                .toInstant())
                        && one.isBefore(contracts
                                .day
                                .plusDays(300)
                                .atStartOfDay(contracts.zone)
                                .toInstant()));
        return Stream.concat(found, story.stream().map(Happening::at)).toList();
    }

    /** A moment: often exactly one that means something already, or a second beside it. */
    Instant moment() {
        if (!edges.isEmpty() && dice.oneIn(3)) {
            return dice.of(edges).plusSeconds(dice.of(0, 0, 0, 1, -1));
        }
        return dice.moment(contracts.day.minusDays(1), dice.of(4, 8, 14), contracts.zone);
    }

    String text(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    void tell(@Nullable String report, String event, @Nullable String by, Map<String, String> facts) {
        tell(report, event, by, facts, report == null ? moment() : later(report));
    }

    void tell(@Nullable String report, String event, @Nullable String by, Map<String, String> facts, Instant at) {
        Instant recorded = at;
        if (has(Feature.LATE_ENTRY) && dice.oneIn(3)) {
            recorded = at.plusSeconds(dice.of(1, 3600, 86_400, 86_401, 100_000, 300_000));
        }
        story.add(new Happening(
                report, event, at, report == null && facts.containsKey("until") ? at : recorded, by, facts));
    }

    private Map<String, String> reported() {
        Map<String, String> facts = new HashMap<>();
        facts.put("category", dice.of(RandomClauses.CATEGORIES));
        facts.put("area", dice.of("north", "south"));
        facts.put("severity", dice.of("low", "high", "urgent"));
        facts.put("depth_mm", dice.of("39", "40", "40.5", "99.99", "100", "250"));
        facts.put("household", dice.of("h1", "h2"));
        facts.put("promised", text(moment()));
        facts.put("collected_at", text(moment()));
        facts.put("service_charge", dice.of("99.99", "20.00"));
        if (dice.oneIn(2)) {
            facts.put("incident", dice.of("i1", "i2"));
        }
        for (String name : dice.some(List.of("area", "severity", "depth_mm", "collected_at", "household"))) {
            if (dice.oneIn(3)) {
                facts.remove(name);
            }
        }
        return facts;
    }

    private void holdsAndReasons(String report) {
        if (has(Feature.HOLDS)) {
            for (int i = dice.below(3); i > 0; i--) {
                String request = dice.of("asked", "ordered");
                boolean waits = story.stream()
                        .anyMatch(one ->
                                report.equals(one.report()) && one.event().equals(request));
                if (!waits || has(Feature.REQUEST_WHILE_WAITING)) {
                    tell(report, request, "council", Map.of());
                }
                if (!dice.oneIn(3)) {
                    tell(report, dice.of("replied", "delivered"), dice.of("residents", null), Map.of());
                }
            }
        }
        if (has(Feature.DUPLICATES) && !report.equals("r1") && dice.percent(70)) {
            Instant merged = Span.later(later(report), Span.later(later("r1"), later("r2")));
            tell(report, "merged", null, Map.of("into", report.equals("r3") ? dice.of("r1", "r2") : "r1"), merged);
            if (dice.oneIn(3)) {
                tell(report, "unmerged", null, Map.of(), merged.plusSeconds(dice.between(1, 500_000)));
            }
        }
        if (has(Feature.HANDOVER)) {
            for (int i = dice.below(3); i > 0; i--) {
                Instant offered = later(report);
                tell(
                        report,
                        "handover_offered",
                        dice.of("council", "homes"),
                        Map.of("to", dice.of("homes", "council")),
                        offered);
                tell(
                        report,
                        "handover_accepted",
                        dice.of("homes", "council"),
                        Map.of(),
                        offered.plusSeconds(dice.of(0, 3600, 60_000)));
            }
        }
        if (has(Feature.RECATEGORISED)) {
            for (int i = dice.below(3); i > 0; i--) {
                Map<String, String> facts = new HashMap<>(Map.of("category", dice.of(RandomClauses.CATEGORIES)));
                if (dice.oneIn(2)) {
                    facts.put("basis", dice.of("first_report", "new_facts"));
                }
                tell(report, "recategorised", dice.of("council", "residents", null), facts);
                if (dice.oneIn(2)) {
                    tell(report, "agreed", dice.of("residents", "council", null), Map.of());
                }
            }
        }
        reasons(report);
    }

    private void reasons(String report) {
        if (has(Feature.VOID) && dice.oneIn(3)) {
            tell(report, "access_refused", dice.of("council", "council", "residents"), evidence());
            decisions(report, "access_refused");
        }
        if (has(Feature.PAUSE_BY_REASON) && dice.oneIn(2)) {
            Map<String, String> facts = new HashMap<>(evidence());
            if (dice.oneIn(2)) {
                facts.put("until", text(moment()));
            } else {
                tell(report, "parts_over", "council", Map.of());
            }
            tell(report, "parts", "council", facts);
            decisions(report, "parts");
        }
        if (has(Feature.EXTEND)) {
            for (int i = dice.below(3); i > 0; i--) {
                boolean isTold = dice.oneIn(2);
                tell(
                        report,
                        isTold ? "told_extension" : "agreed_extension",
                        isTold ? "council" : "residents",
                        Map.of("by", dice.between(1, 4) + " working days"));
            }
        }
        if (has(Feature.SWITCH) && dice.oneIn(2)) {
            tell(report, "supply_fault", "council", evidence());
        }
    }

    private Map<String, String> evidence() {
        return dice.oneIn(5) ? Map.of() : Map.of("evidence", "photo");
    }

    private void decisions(String report, String because) {
        if (dice.oneIn(2)) {
            tell(report, "exclusion_accepted", dice.of("panel", "panel", "council"), Map.of("because", because));
        }
        if (dice.oneIn(4)) {
            tell(report, "exclusion_refused", dice.of("panel", "residents", "council"), Map.of("because", because));
        }
    }

    private void stops(String report) {
        for (int i = dice.of(0, 1, 1, 2); i > 0; i--) {
            String by = dice.of("council", "council", "residents", null);
            Map<String, String> facts = dice.oneIn(4) ? Map.of("evidence", "photo") : Map.of();
            Instant at = later(report);
            tell(report, dice.of("fixed", "fixed", "fixed1", "closed"), by, facts, at);
        }
        if (has(Feature.SEVERAL_CLOCKS)) {
            tell(report, "seen", "council", Map.of(), later(report));
        }
        if (has(Feature.REPEATING_CLOCK)) {
            tell(report, "fixed", "council", Map.of(), later(report));
            if (dice.oneIn(2)) {
                tell(report, "over", "council", Map.of());
            }
        }
    }

    /** A moment at which the report was made already. */
    Instant later(String report) {
        Instant moment = moment();
        return has(Feature.STOP_BEFORE_START)
                ? moment
                : story.stream()
                        .filter(one ->
                                report.equals(one.report()) && one.event().equals("reported"))
                        .map(one -> Span.later(one.at(), moment))
                        .findFirst()
                        .orElse(moment);
    }

    private void afterwards(String report) {
        if (has(Feature.CANCEL) && dice.oneIn(2)) {
            tell(report, "withdrawn", dice.of("residents", "council", null), Map.of());
        }
        if (has(Feature.REOPEN)) {
            for (int i = dice.below(3); i > 0; i--) {
                Instant reopened = later(report);
                tell(report, "reopened", dice.of("residents", "residents", "council", null), Map.of(), reopened);
                if (dice.oneIn(2)) {
                    tell(
                            report,
                            dice.of("fixed", "fixed1"),
                            "council",
                            Map.of(),
                            reopened.plusSeconds(dice.of(0, 60, 90_000)));
                }
            }
        }
        if (has(Feature.LATE_ENTRY) && dice.oneIn(4)) {
            tell(report, "confirmed", dice.of("residents", "council"), Map.of());
        }
    }

    private void payments(int reports) {
        for (int i = 1; i <= reports; i++) {
            String clause = dice.of("c0", "c0", "c1");
            if (dice.oneIn(2)) {
                tell("r" + i, "claimed", null, dice.oneIn(2) ? Map.of() : Map.of("clause", clause));
            }
            if (dice.oneIn(2)) {
                tell("r" + i, "paid", "council", Map.of("clause", clause, "amount", dice.of("10.00", "15.00")));
            }
            if (has(Feature.STRUCK_OUT) && dice.oneIn(2)) {
                Map<String, String> facts = new HashMap<>(Map.of("because", "access_refused"));
                facts.put("clause", has(Feature.APPOINTMENT) ? dice.of(clause, "visit") : clause);
                if (dice.oneIn(4)) {
                    facts.put("fraud", "yes");
                }
                if (dice.oneIn(5)) {
                    facts.put("cycle", dice.of("1", "2"));
                }
                if (dice.oneIn(5)) {
                    facts.put("clock", dice.of("seen", "fix"));
                }
                String by = dice.of("residents", "panel", "council", "moderator", "a name that signed nothing");
                tell("r" + i, "breach_struck_out", by, facts);
            }
            if (dice.oneIn(4)) {
                tell("r" + i, "affected", null, Map.of("household", dice.of("h2", "h3")));
            }
        }
    }
}
