package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.judging.PlainsFarm.COUNCIL;
import static org.communitycontracts.engine.judging.PlainsFarm.flytip;
import static org.communitycontracts.engine.judging.PlainsFarm.version;
import static org.communitycontracts.engine.judging.PlainsFarm.within;
import static org.communitycontracts.engine.judging.Story.london;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything of a contract is judged at once: reports one by one, and what belongs to none. */
class WholeContractTest {
    private static final Instant SUMMER = london("2026-07-01T12:00");

    @Test
    void aReportIsJudgedAsItIsAlone() {
        List<Happening> story = Story.reported("2026-06-01T10:00")
                .then("fixed", "2026-06-02T12:00")
                .happenings();
        Judge judge = new Judge(List.of(version(1, "2026-01-01", null, flytip(within("3 working days")))));
        assertThat(judge.judge(story, SUMMER, SUMMER)).hasSize(1).isEqualTo(judge.judge("r1", story, SUMMER, SUMMER));
    }

    @Test
    void verdictsAreSortedByClauseAndSubject() {
        Clause clean = new Clause(
                "clean",
                COUNCIL,
                "clean",
                When.ALWAYS,
                new Grade("graded", List.of("A", "B"), "A", null),
                Strength.TARGET,
                new Target(90, Window.QUARTER, 1, null),
                List.of(),
                List.of());
        Clause best = Clause.of("best", COUNCIL, When.ALWAYS, new Unmeasurable("recur"));
        Judge judge = new Judge(List.of(version(1, "2026-05-01", null, flytip(within("3 working days")), clean, best)));
        List<Happening> all = new ArrayList<>();
        for (String report : List.of("r3", "r10", "r2")) {
            all.add(said(report, "reported", "2026-06-01T10:00", Map.of("category", "flytip")));
        }
        assertThat(judge.judge(all, SUMMER, SUMMER))
                .extracting(verdict -> verdict.clause() + " " + verdict.subject())
                .containsExactly(
                        "best 2026-05-01",
                        "clean 2026-04-01/2026-07-01",
                        "clean 2026-07-01/2026-10-01",
                        "flytip r10",
                        "flytip r2",
                        "flytip r3");
    }

    @Test
    void twoHundredThousandHappeningsAreJudgedToTheEnd() {
        RandomYear year = new RandomYear(7);
        List<Happening> all = new ArrayList<>(year.happenings(40_000));
        for (int i = 0; i < 40_000; i++) {
            Instant at = year.moment();
            Map<String, String> facts = Map.of("category", "flytip", "household", "h" + i % 5_000);
            all.add(new Happening("x" + i, "reported", at, at, "residents", facts));
            all.add(new Happening("x" + i, "seen", at, at, "council", Map.of()));
            all.add(new Happening(
                    "x" + i, "fixed", at.plusSeconds(86_400), at.plusSeconds(86_400), "council", Map.of()));
            if (i % 50 == 1) {
                all.add(new Happening("x" + i, "merged", at, at, "council", Map.of("into", "x" + (i - 1))));
            }
        }
        List<Verdict> found = new Judge(year.versions())
                .judge(all, Instant.parse("2027-02-01T00:00:00Z"), Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(found).filteredOn(one -> one.clause().equals("respond")).hasSizeGreaterThan(40_000);
        assertThat(Set.copyOf(found.stream().map(Verdict::clause).toList())).hasSize(10);
    }

    private static Happening said(@Nullable String report, String event, String at, Map<String, String> facts) {
        return new Happening(report, event, london(at), london(at), "council", facts);
    }
}
