package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.judging.PlainsFarm.flytip;
import static org.communitycontracts.engine.judging.PlainsFarm.version;
import static org.communitycontracts.engine.judging.PlainsFarm.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.clock.RandomClocks;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Contract;
import org.junit.jupiter.api.Test;

/** What holds of every case: 2,000 seeded random ones each, or 100,000 with {@code -Dlong=true}. */
class PropertiesTest {
    private static final int CASES = Boolean.getBoolean("long") ? 100_000 : 2_000;
    private static final Instant FIRST_OF_JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant ALL_KNOWN = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> EVENTS = List.of(
            "fixed", "fixed", "asked_resident", "resident_replied", "reopened", "withdrawn", "confirmed", "seen");

    private final RandomClocks cases = new RandomClocks(311);

    @Test
    void addingAHoldNeverMakesDueEarlier() {
        for (int i = 0; i < CASES; i++) {
            RandomClocks.Case one = cases.next();
            List<Stretch> more = new ArrayList<>(one.holds());
            more.add(cases.hold(one.start(), one.clock().calendar()));
            assertThat(one.clock().due(one.start(), new Holds(more)))
                    .as(() -> one + " with " + more.getLast())
                    .isAfterOrEqualTo(one.clock().due(one.start(), new Holds(one.holds())));
        }
    }

    @Test
    void addingAHolidayNeverMakesDueEarlier() {
        for (int i = 0; i < CASES; i++) {
            RandomClocks.Case one = cases.next();
            Calendar calendar = one.clock().calendar();
            List<Holiday> more = new ArrayList<>(calendar.holidays());
            IntStream.range(0, 60).forEach(_ -> more.add(cases.holiday()));
            Clock fewerDays = new Clock(
                    one.clock().within(),
                    new Calendar("fewer", calendar.zone(), calendar.days(), calendar.opens(), calendar.closes(), more));
            Holds holds = new Holds(one.holds());
            assertThat(fewerDays.due(one.start(), holds))
                    .as(one::toString)
                    .isAfterOrEqualTo(one.clock().due(one.start(), holds));
        }
    }

    @Test
    void splittingAnIntervalSumsToTheWhole() {
        for (int i = 0; i < CASES; i++) {
            RandomClocks.Case one = cases.next();
            long length = one.end().getEpochSecond() - one.start().getEpochSecond();
            Instant between = one.start().plusSeconds(cases.below((int) length + 1));
            Holds holds = new Holds(one.holds());
            assertThat(one.clock().used(one.start(), between, holds)
                            + one.clock().used(between, one.end(), holds))
                    .as(one::toString)
                    .isEqualTo(one.clock().used(one.start(), one.end(), holds));
        }
    }

    @Test
    void aLaterStopIsNeverBetter() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> story = story(i, 2);
            story.removeIf(happening ->
                    happening.event().equals("fixed") || happening.event().equals("reopened"));
            Instant stop = FIRST_OF_JUNE.plusSeconds(cases.below(20 * 86_400));
            Instant later = stop.plusSeconds(cases.below(20 * 86_400));
            Verdict.State sooner = judged(with(story, stop));
            if (sooner == Verdict.State.BREACHED) {
                assertThat(judged(with(story, later)))
                        .as(() -> story + " fixed " + stop + " or " + later)
                        .isIn(Verdict.State.BREACHED, Verdict.State.VOID);
            }
        }
    }

    @Test
    void theOrderInWhichHappeningsComeInDoesNotMatter() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> story = story(i, 8);
            List<Happening> shuffled = new ArrayList<>(story);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(bytes(shuffled, ALL_KNOWN)).isEqualTo(bytes(story, ALL_KNOWN));
        }
    }

    @Test
    void theSameQuestionTwiceHasTheSameAnswer() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> story = story(i, 8);
            assertThat(bytes(story, ALL_KNOWN)).isEqualTo(bytes(story, ALL_KNOWN));
        }
    }

    @Test
    void whatIsWrittenDownAfterwardsChangesNoAnswerOfThen() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> story = story(i, 8);
            Instant then = FIRST_OF_JUNE.plusSeconds(cases.below(40 * 86_400));
            List<Happening> known = new ArrayList<>(story);
            known.removeIf(happening -> happening.recorded().isAfter(then));
            assertThat(bytes(story, then)).isEqualTo(bytes(known, then));
        }
    }

    private static Verdict.State judged(List<Happening> story) {
        return PlainsFarm.only(judge(story, ALL_KNOWN)).state();
    }

    private static String bytes(List<Happening> story, Instant known) {
        return judge(story, known).toString();
    }

    private static List<Verdict> judge(List<Happening> story, Instant known) {
        Contract contract = version(1, "2026-01-01", null, flytip(within("4 working days")));
        return new Judge(List.of(contract)).judge("r1", story, ALL_KNOWN, known);
    }

    private static List<Happening> with(List<Happening> story, Instant stop) {
        List<Happening> told = new ArrayList<>(story);
        told.add(Happening.of("r1", "fixed", stop));
        return told;
    }

    /** A report on 1 June and some turns after it; hours are round so that equal times are common. */
    private List<Happening> story(int seed, int turns) {
        var random = new Random(seed);
        List<Happening> story = new ArrayList<>();
        story.add(new Happening(
                "r1", "reported", FIRST_OF_JUNE, FIRST_OF_JUNE, "residents", Map.of("category", "flytip")));
        for (int i = random.nextInt(turns + 1); i > 0; i--) {
            Instant at = FIRST_OF_JUNE.plusSeconds(random.nextInt(30 * 24) * 3600L);
            Instant recorded = random.nextInt(3) == 0 ? at.plusSeconds(random.nextInt(72) * 3600L) : at;
            String by = random.nextBoolean() ? "council" : "residents";
            story.add(new Happening("r1", EVENTS.get(random.nextInt(EVENTS.size())), at, recorded, by, Map.of()));
        }
        return story;
    }
}
