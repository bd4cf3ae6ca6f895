package org.communitycontracts.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** The columns by themselves: what they take in, what they weigh, and what they count. */
class ColumnsTest {
    private static final Instant AS_OF = Instant.parse("2026-12-31T00:00:00Z");
    private static final Allowance FORTY_HOURS = new Allowance(40, Allowance.Unit.WORKING_HOURS);
    private static final Allowance PROMISED = new Allowance(1, Allowance.Unit.PROMISED_DATE);

    @Test
    void aHundredReportsOfWhichTenWereHeldTakeAtMostSixteenBytesEach() {
        ColumnsBuilder builder = new ColumnsBuilder(0);
        for (int i = 0; i < 100; i++) {
            int start = at("2026-06-01T09:00:00Z") + i;
            builder.add(start, Moments.NEVER, i);
            if (i % 10 == 0) {
                builder.hold(start, start + 60).hold(start + 90, start + 120);
            }
        }
        Columns columns = builder.build();
        assertThat(columns.bytes() / (double) columns.size()).isLessThan(16);
        assertThat(columns.groups()).isEqualTo(100);
    }

    @Test
    void overlappingHoldsAreUnitedAndWhatLiesBeforeTheStartIsLeftOut() {
        int start = at("2026-06-01T09:00:00Z");
        Columns columns = new ColumnsBuilder(1)
                .add(start, start + 9_000, 0)
                .hold(start + 300, start + 900)
                .hold(start - 500, start + 100)
                .hold(start + 100, start + 400)
                .hold(start + 5_000, start + 6_000)
                .hold(start - 500, start - 400)
                .build();
        assertThat(columns.holds(0).stretches())
                .containsExactly(
                        new Stretch(Moments.instant(start), Moments.instant(start + 900)),
                        new Stretch(Moments.instant(start + 5_000), Moments.instant(start + 6_000)));
    }

    @Test
    void theTimeWithinWhichNineInTenWereFixedIsTheNinthOfTen() {
        int start = at("2026-06-01T08:00:00Z");
        ColumnsBuilder builder = new ColumnsBuilder(0).add(start, Moments.NEVER, 0);
        for (int minutes : new int[] {50, 10, 100, 20, 90, 30, 80, 40, 70, 60}) {
            builder.add(start, start + minutes * 60, 0);
        }
        UsualTimes usual =
                judge(builder.add(start, Moments.NEVER, 1).build(), FORTY_HOURS).usualTimes();
        assertThat(usual.count(0)).isEqualTo(10);
        assertThat(usual.percentile(0, 50)).hasValue(50 * 60);
        assertThat(usual.percentile(0, 90)).hasValue(90 * 60);
        assertThat(usual.percentile(0, 91)).hasValue(100 * 60);
        assertThat(usual.percentile(1, 50)).isEmpty();
    }

    @Test
    void percentilesOfRandomCasesAreThoseOfTheirSortedFindings() {
        ColumnsBuilder builder = new ColumnsBuilder(0);
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            int start = at("2026-01-01T00:00:00Z") + random.nextInt(300 * 86_400);
            builder.add(start, start + random.nextInt(30 * 86_400), random.nextInt(5));
            if (i % 7 == 0) {
                builder.hold(start + random.nextInt(86_400), start + random.nextInt(10 * 86_400));
            }
        }
        Columns columns = builder.build();
        ColumnsJudge judge = judge(columns, FORTY_HOURS);
        Findings findings = judge.findings();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.group(i) == 3 && columns.stop(i) <= Moments.of(AS_OF)) {
                used.add(findings.used(i));
            }
        }
        int[] sorted = used.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int percent : new int[] {1, 50, 90, 100}) {
            int rank = (int) Math.ceil(sorted.length * percent / 100.0);
            assertThat(judge.usualTimes().percentile(3, percent))
                    .as(Arrays.toString(sorted))
                    .hasValue(sorted[rank - 1]);
        }
    }

    @Test
    void aPromisedDateIsKeptUpToItsLastSecondAndAReportWithoutOneIsNotCounted() {
        int start = at("2026-06-01T09:00:00Z");
        int due = at("2026-06-10T16:00:00Z");
        Columns columns = new ColumnsBuilder(0)
                .add(start, due, 0)
                .promised(due)
                .add(start, due + 1, 0)
                .promised(due)
                .hold(start, due)
                .add(start, due, 0)
                .add(start, Moments.NEVER, 0)
                .promised(at("2027-01-10T16:00:00Z"))
                .build();
        Findings findings = judge(columns, PROMISED).findings();
        assertThat(IntStream.range(0, 4).map(columns::number)).containsExactly(0, 2, 1, 3);
        assertThat(IntStream.range(0, 4).mapToObj(findings::state))
                .containsExactly(
                        Verdict.State.MET, Verdict.State.UNMEASURABLE, Verdict.State.BREACHED, Verdict.State.PENDING);
        assertThat(findings.due(1)).isNull();
        Tally tally = judge(columns, PROMISED).tally();
        assertThat(new int[] {tally.kept(0), tally.broken(0), tally.pending(0)}).containsExactly(1, 1, 1);
    }

    @Test
    void casesLieGroupAfterGroupByTheirStopsAndEachStillSaysWhichItWas() {
        int start = at("2026-06-01T09:00:00Z");
        Columns columns = new ColumnsBuilder(0)
                .add(start + 1, Moments.NEVER, 2)
                .add(start + 2, start + 90, 0)
                .hold(start + 5, start + 6)
                .add(start + 3, start + 80, 2)
                .hold(start + 7, start + 8)
                .build();
        assertThat(IntStream.range(0, 3).map(columns::number)).containsExactly(1, 2, 0);
        assertThat(IntStream.range(0, 3).map(columns::group)).containsExactly(0, 2, 2);
        assertThat(IntStream.range(0, 3).map(columns::start)).containsExactly(start + 2, start + 3, start + 1);
        assertThat(columns.holds(1).stretches())
                .containsExactly(new Stretch(Moments.instant(start + 7), Moments.instant(start + 8)));
        assertThat(columns.holds(2).stretches()).isEmpty();
    }

    @Test
    void aGroupTooLargeForOneBlockIsCountedOnceThough() {
        int start = at("2026-06-01T09:00:00Z");
        ColumnsBuilder builder = new ColumnsBuilder(0);
        for (int i = 0; i < 100_000; i++) {
            builder.add(start, start + i * 20, i < 70_000 ? 0 : 1);
        }
        Tally tally = judge(builder.build(), FORTY_HOURS).tally();
        assertThat(tally.kept(0) + tally.broken(0) + tally.pending(0)).isEqualTo(70_000);
        assertThat(tally.kept(0)).isEqualTo(7 * 24 * 180 + 1);
        assertThat(tally.kept(1)).isZero();
    }

    @Test
    void noCasesGiveNoFindingsAndAnEmptyTally() {
        ColumnsJudge judge = judge(new ColumnsBuilder(0).build(), FORTY_HOURS);
        assertThat(judge.findings().size()).isZero();
        assertThat(judge.tally().kept(0)).isZero();
    }

    @Test
    void aMomentBefore1973OrADueMomentAfter2067IsRefused() {
        assertThatThrownBy(() -> at("1972-06-01T00:00:00Z")).isInstanceOf(IllegalArgumentException.class);
        Columns columns = new ColumnsBuilder(1)
                .add(at("2026-06-01T09:00:00Z"), Moments.NEVER, 0)
                .build();
        assertThatThrownBy(() -> judge(columns, new Allowance(600, Allowance.Unit.MONTHS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2067");
    }

    private static ColumnsJudge judge(Columns columns, Allowance within) {
        return ColumnsJudge.of(columns, within, Calendars.OFFICE, AS_OF);
    }

    private static int at(String instant) {
        return Moments.of(Instant.parse(instant));
    }
}
