package org.communitycontracts.engine.judging;

import static org.communitycontracts.engine.judging.PlainsFarm.COUNCIL;
import static org.communitycontracts.engine.judging.PlainsFarm.RESIDENTS;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.PlainsFarm.version;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/** A year of a contract with every kind of duty, drawn by lot. */
final class RandomYear {
    static final Instant BEGINS = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_OF_A_YEAR = 365 * 24 * 3600;
    private static final List<String> OF_THE_PLACE =
            List.of("swept", "swept", "graded", "answered", "shift", "power_cut");
    private static final List<String> OF_A_REPORT =
            List.of("reported", "fixed", "lift_out", "lift_back", "made", "visited", "called_off", "power_cut");

    private final Random random;

    RandomYear(long seed) {
        this.random = new Random(seed);
    }

    /** Two versions, the second with another grid. */
    List<Contract> versions() {
        return List.of(
                version(1, "2026-01-01", "2026-06-15", clauses("2026-01-05", "2 weeks")),
                version(2, "2026-06-15", null, clauses("2026-06-17", "1 month")));
    }

    private static Clause[] clauses(String anchor, String period) {
        Target quarterly = new Target(80, Window.QUARTER, 2, null);
        return new Clause[] {
            clause("sweep", COUNCIL, recur(anchor, period, null, 1, null), quarterly),
            clause(
                    "cuts",
                    COUNCIL,
                    recur(anchor, period, new When.Season(MonthDay.of(4, 1), MonthDay.of(10, 31)), 0, 3),
                    null),
            clause("streets", COUNCIL, streets(anchor, period), null),
            clause("clean", COUNCIL, new Grade("graded", List.of("A", "B", "C"), "B", null), quarterly),
            clause("satisfied", RESIDENTS, new Score("q", Set.of("4", "5"), Set.of("0")), quarterly),
            clause(
                    "lift",
                    COUNCIL,
                    new ShareOfTime("lift_out", "lift_back", null, null, null, Calendars.ALWAYS),
                    quarterly),
            clause("seen", COUNCIL, new ShareOfTime(null, null, "shift", "part", "whole", Calendars.ALWAYS), quarterly),
            clause("cuts-in-power", COUNCIL, rolling(), null),
            clause("visits", COUNCIL, visits(), quarterly),
            clause(
                    "respond",
                    COUNCIL,
                    Respond.of("reported", "fixed", allowance("3 working days"), Calendars.OFFICE),
                    quarterly)
        };
    }

    @SuppressWarnings("NullAway") // does not read from a compiled record that a nested type may be missing
    private static Duty recur(
            String anchor, String period, When.@Nullable Season season, int atLeast, @Nullable Integer atMost) {
        return new Recur(
                Set.of("swept"),
                allowance(period),
                LocalDate.parse(anchor),
                atLeast,
                atMost,
                atMost == null ? allowance("21 days") : null,
                season,
                null,
                Calendars.ALWAYS);
    }

    @SuppressWarnings("NullAway") // as above
    private static Duty streets(String anchor, String period) {
        return new Recur(
                Set.of("swept"),
                allowance(period),
                LocalDate.parse(anchor),
                1,
                null,
                allowance("5 working days"),
                null,
                new Recur.Each("street", List.of("s1", "s2")),
                Calendars.OFFICE);
    }

    private static Duty rolling() {
        return new RollingCount("power_cut", 1, allowance("1 month"), "household", "incident", Calendars.ALWAYS);
    }

    private static Duty visits() {
        return new Appoint("made", Set.of("visited"), "called_off", allowance("24 hours"), false, Calendars.ALWAYS);
    }

    private static Clause clause(String id, Party by, Duty duty, @Nullable Target target) {
        Exclusion snow = new Exclusion(
                "snow", Exclusion.Effect.EXTEND, Exclusion.Needs.DECLARED_NOTICE, null, null, null, null, When.ALWAYS);
        return new Clause(
                id,
                by,
                id,
                When.ALWAYS,
                duty,
                target == null ? Strength.GUARANTEE : Strength.TARGET,
                target,
                List.of(snow),
                List.of());
    }

    List<Happening> happenings(int count) {
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean ofReport = random.nextBoolean();
            List<String> events = ofReport ? OF_A_REPORT : OF_THE_PLACE;
            all.add(one(ofReport ? "r" + random.nextInt(8) : null, events.get(random.nextInt(events.size()))));
        }
        for (int i = 0; i < 3; i++) {
            all.add(snow());
        }
        return all;
    }

    Instant moment() {
        return BEGINS.plusSeconds(random.nextInt(SECONDS_OF_A_YEAR));
    }

    Happening snow() {
        Instant declared = moment();
        LocalDate first = LocalDate.ofInstant(declared, Calendars.LONDON).plusDays(random.nextInt(5) - 1);
        Map<String, String> days = Map.of(
                "from",
                first.toString(),
                "until",
                first.plusDays(1 + random.nextInt(10)).toString());
        return new Happening(null, "snow", declared, declared, "council", days);
    }

    private Happening one(@Nullable String report, String event) {
        Instant at = random.nextInt(4) == 0 ? moment().truncatedTo(java.time.temporal.ChronoUnit.DAYS) : moment();
        Instant recorded = random.nextInt(4) == 0 ? at.plusSeconds(random.nextInt(30 * 24 * 3600)) : at;
        Instant slot = at.plusSeconds(random.nextInt(5 * 24 * 3600));
        Map<String, String> facts = Map.ofEntries(
                Map.entry("street", "s" + (1 + random.nextInt(3))),
                Map.entry("grade", List.of("A", "B", "C", "D").get(random.nextInt(4))),
                Map.entry("question", "q"),
                Map.entry("answer", Integer.toString(random.nextInt(6))),
                Map.entry("part", Integer.toString(random.nextInt(300))),
                Map.entry("whole", "300"),
                Map.entry("household", "h" + random.nextInt(3)),
                Map.entry("incident", "i" + random.nextInt(20)),
                Map.entry("from", slot.toString()),
                Map.entry("until", slot.plusSeconds(4 * 3600).toString()));
        return new Happening(report, event, at, recorded, random.nextInt(3) == 0 ? "residents" : "council", facts);
    }
}
