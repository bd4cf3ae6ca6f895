package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Random happenings that belong to no clock: acts, inspections, answers, outages, appointments, notices. */
record RandomActs(Dice dice, Set<Feature> features, RandomContracts contracts, RandomStories story) {
    void tell() {
        if (has(Feature.RECUR) || has(Feature.GAP)) {
            many(5, "swept", Map.of("street", dice.of("s1", "s2")));
        }
        if (has(Feature.RECIPROCAL)) {
            many(4, "pick_held", Map.of("street", "s1"));
        }
        if (has(Feature.GRADE)) {
            for (int i = dice.between(1, 6); i > 0; i--) {
                graded();
            }
        }
        if (has(Feature.SCORE)) {
            for (int i = dice.between(1, 6); i > 0; i--) {
                story.tell(
                        null,
                        "answered",
                        null,
                        Map.of("question", dice.of("q1", "q1", "q2"), "answer", dice.of("4", "5", "1", "dont_know")));
            }
        }
        if (has(Feature.SHARE_OF_TIME)) {
            many(3, "lift_out", Map.of());
            many(3, "lift_back", Map.of());
            many(3, "shift", Map.of("visible_minutes", dice.of("0", "300", "480"), "minutes", "480"));
        }
        if (has(Feature.ROLLING_COUNT)) {
            for (int i = dice.between(1, 6); i > 0; i--) {
                story.tell(null, "power_cut", null, cut());
            }
        }
        if (has(Feature.APPOINTMENT)) {
            appointments();
        }
        if (has(Feature.ADVANCE_NOTICE)) {
            many(2, "told_interruption", Map.of());
            story.tell("r1", "told_interruption", "council", Map.of());
            story.tell("r1", "interrupted", "council", Map.of());
            story.tell("r2", "interrupted", "council", Map.of());
            if (dice.oneIn(3)) {
                story.tell("r1", "interruption_called_off", "council", Map.of());
            }
        }
        notice(Feature.VOID, "storm");
        notice(Feature.PAUSE_BY_REASON, "severe_weather");
        notice(Feature.EXTEND, "snow");
        notice(Feature.RECUR, "snow");
        notice(Feature.GAP, "snow");
    }

    private boolean has(Feature feature) {
        return features.contains(feature);
    }

    private void many(int most, String event, Map<String, String> facts) {
        for (int i = dice.below(most + 1); i > 0; i--) {
            story.tell(null, event, "council", facts);
        }
    }

    private void graded() {
        Map<String, String> facts = new HashMap<>(Map.of("stretch", "x1", "grade", dice.of("A", "B", "C", "D", "Z")));
        facts.put("large", dice.of("0", "1", "5", "13"));
        facts.put("small", dice.of("0", "1", "29", "30"));
        if (dice.oneIn(5)) {
            facts.put("reinspection", "yes");
        }
        story.tell(null, "graded", dice.of("panel", "council"), facts);
    }

    private Map<String, String> cut() {
        Map<String, String> facts = new HashMap<>();
        facts.put("household", dice.of("h1", "h2"));
        if (dice.oneIn(2)) {
            facts.put("incident", dice.of("i1", "i2"));
        }
        return facts;
    }

    private void appointments() {
        for (int i = dice.between(1, 2); i > 0; i--) {
            Instant from = story.moment();
            Instant until = from.plusSeconds(dice.of(3600, 14_400));
            Map<String, String> slot = Map.of("from", story.text(from), "until", story.text(until));
            story.tell(
                    "r1",
                    "appointment_made",
                    "council",
                    slot,
                    from.minusSeconds(dice.of(3600, 86_400, 86_401, 300_000)));
            if (dice.oneIn(2)) {
                story.tell(
                        "r1",
                        "visited",
                        "council",
                        Map.of(),
                        dice.of(from, until, until.plusSeconds(1), from.minusSeconds(1)));
            }
            if (dice.oneIn(3)) {
                story.tell(
                        "r1",
                        "appointment_cancelled",
                        dice.of("council", "residents"),
                        Map.of(),
                        from.minusSeconds(dice.of(0, 60, 86_400, 200_000)));
            }
        }
    }

    private void notice(Feature feature, String event) {
        if (!has(feature)) {
            return;
        }
        for (int i = dice.below(3); i > 0; i--) {
            LocalDate from = contracts.day.plusDays(dice.below(9));
            LocalDate until = from.plusDays(dice.between(1, 4));
            Instant declared = dice.moment(from.minusDays(2), 5, contracts.zone);
            story.tell(
                    null,
                    event,
                    dice.of("council", "council", "homes", "residents"),
                    Map.of("from", from.toString(), "until", until.toString()),
                    declared);
            if (dice.oneIn(5)) {
                story.tell(
                        null,
                        "exclusion_refused",
                        dice.of("residents", "council"),
                        Map.of("because", event, "notice_declared", story.text(declared)),
                        declared.plusSeconds(dice.of(1, 3600, 200_000)));
            }
        }
    }
}
