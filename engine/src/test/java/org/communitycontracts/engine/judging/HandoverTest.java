package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.Terrace.MUCH_LATER;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.moving;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;
import static org.communitycontracts.engine.judging.Verdict.State.SUPERSEDED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example 6 of the contract language, and what else a handover can lead to (S9). */
class HandoverTest {
    private static final Contract CONTINUES = contract(clause("flytip", clock("5 working days", OFFICE)));
    private static final Contract RESTARTS = contract(
            clause("flytip", moving(clock("5 working days", OFFICE), new ClockRule.Moves(false, true, false))));

    private final Story story = offered("homes")
            .tell("handover_accepted", "2026-07-16T11:00", "2026-07-16T11:00", "homes", Map.of())
            .then("fixed", "2026-07-23T12:00");

    @Test
    void example6TheClockRunsOnAndEachHolderIsNoted() {
        Verdict verdict = Terrace.verdict(CONTINUES, story);
        assertThat(verdict.due()).isEqualTo("2026-07-20T16:00:00Z");
        assertThat(verdict.state()).isEqualTo(BREACHED);
        assertThat(verdict.holderAtBreach()).isEqualTo("homes");
        assertThat(verdict.custody())
                .containsExactly(
                        new Verdict.Custody("council", Duration.ofHours(25).toSeconds()),
                        new Verdict.Custody("homes", Duration.ofHours(22).toSeconds()));
        assertThat(verdict.why())
                .contains(
                        "“homes” took the case over from “council” on Thursday 16 July, 11am. The contract says that the clock runs on.",
                        "The case was held by “council” for 25 working hours and “homes” for 22 working hours.",
                        "“homes” held the case when the time ran out, so it answers for it.",
                        "It was “fixed” on Thursday 23 July, noon, 19 working hours late (2 full working days): the promise was not kept.");
    }

    @Test
    void example6TheContractMayLetTheClockStartAgain() {
        List<Verdict> both = Terrace.verdicts(RESTARTS, story, MUCH_LATER);
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, MET);
        assertThat(both.getLast().due()).isEqualTo("2026-07-23T16:00:00Z");
        assertThat(both.getFirst().why())
                .contains(
                        "“homes” took the case over on Thursday 16 July, 11am. The contract says that a handover starts the clock again, once. So another count took the place of this one, which is not counted.");
    }

    @Test
    void example6ASecondRestartIsRefused() {
        story.tell("handover_offered", "2026-07-17T10:00", "2026-07-17T10:00", "homes", Map.of("to", "council"))
                .tell("handover_accepted", "2026-07-17T11:00", "2026-07-17T11:00", "council", Map.of());
        List<Verdict> both = Terrace.verdicts(RESTARTS, story, MUCH_LATER);
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, MET);
        assertThat(both.getLast().due()).isEqualTo("2026-07-23T16:00:00Z");
        assertThat(both.getLast().custody()).extracting(Verdict.Custody::party).containsExactly("homes", "council");
        assertThat(both.getLast().why())
                .contains(
                        "“council” took the case over on Friday 17 July, 11am. The contract lets a handover start the clock again only once, and only before the time has run out, so the clock ran on.");
    }

    @ParameterizedTest
    @CsvSource({
        "homes, homes, homes",
        "homes, council, council", // it was not offered to those
        "council, homes, council",
        "panel, panel, council" // who signed no promise cannot hold a case
    })
    void onlyThePartyToWhichItWasOfferedTakesItOver(String to, String by, String holder) {
        Story told = offered(to).tell("handover_accepted", "2026-07-16T11:00", "2026-07-16T11:00", by, Map.of());
        assertThat(Terrace.verdict(CONTINUES, told).holderAtBreach()).isEqualTo(holder);
    }

    @Test
    void withoutAnOfferNothingChangesHands() {
        Story told = Story.reported("2026-07-13T10:00")
                .tell("handover_accepted", "2026-07-16T11:00", "2026-07-16T11:00", "homes", Map.of());
        Verdict verdict = Terrace.verdict(CONTINUES, told);
        assertThat(verdict.holderAtBreach()).isEqualTo("council");
        assertThat(verdict.custody()).isEmpty();
    }

    @Test
    void nobodyTakesACaseOverFromItself() {
        Story told = offered("council")
                .tell("handover_accepted", "2026-07-16T11:00", "2026-07-16T11:00", "council", Map.of());
        assertThat(Terrace.verdicts(RESTARTS, told, MUCH_LATER)).hasSize(1);
    }

    @Test
    void anOfferTakenUpAtOnceCounts() {
        Story told =
                offered("homes").tell("handover_accepted", "2026-07-15T16:00", "2026-07-15T16:00", "homes", Map.of());
        assertThat(Terrace.verdict(CONTINUES, told).holderAtBreach()).isEqualTo("homes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-20T17:00:00, 2026-07-20T17:00:00, 2", // the last moment
        "2026-07-20T17:00:01, 2026-07-20T17:00:01, 1",
        "2026-07-16T11:00:00, 2026-07-20T17:00:01, 1" // written down too late
    })
    void aHandoverAfterTheTimeHasRunOutStartsNothing(String accepted, String recorded, int counts) {
        Story told = offered("homes").tell("handover_accepted", accepted, recorded, "homes", Map.of());
        List<Verdict> verdicts = Terrace.verdicts(RESTARTS, told, MUCH_LATER);
        assertThat(verdicts).hasSize(counts);
        assertThat(verdicts.getLast().holderAtBreach()).isEqualTo(counts == 2 ? "homes" : "council");
    }

    private static Story offered(String to) {
        return Story.reported("2026-07-13T10:00")
                .tell("handover_offered", "2026-07-15T16:00", "2026-07-15T16:00", "council", Map.of("to", to));
    }
}
