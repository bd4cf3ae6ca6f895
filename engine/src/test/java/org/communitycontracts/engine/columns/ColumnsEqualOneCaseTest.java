package org.communitycontracts.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** The two forms of the engine have one meaning: what the columns find is what the clock of each single case says. */
class ColumnsEqualOneCaseTest {
    private static final int CASES = Integer.getInteger("cases", Boolean.getBoolean("long") ? 1_000_000 : 50_000);
    private static final int BATCH = 200;
    private static final int PROGRESS = 100_000;

    @Test
    void everyRandomCaseIsJudgedAlikeInColumnsAndAlone() {
        long began = System.nanoTime();
        for (int judged = 0; judged < CASES; judged += BATCH) {
            judge(new RandomCases(judged));
            if ((judged + BATCH) % PROGRESS == 0) {
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("%,d cases equal, %,.0f a second%n", judged + BATCH, (judged + BATCH) / seconds);
            }
        }
    }

    private static void judge(RandomCases batch) {
        List<RandomCases.Case> cases = new ArrayList<>();
        ColumnsBuilder builder = new ColumnsBuilder(0);
        for (int i = 0; i < BATCH; i++) {
            RandomCases.Case one = batch.next();
            cases.add(one);
            builder.add(Moments.of(one.start()), moment(one.stop()), i % 3);
            one.holds().stretches().forEach(hold -> builder.hold(Moments.of(hold.from()), Moments.of(hold.to())));
        }
        Columns columns = builder.build();
        ColumnsJudge judge = ColumnsJudge.of(columns, batch.within, batch.calendar, batch.asOf);
        Findings findings = judge.findings();
        int[][] counts = new int[3][3];
        for (int i = 0; i < BATCH; i++) {
            String found = findings.state(i) + " " + findings.due(i) + " " + findings.used(i) + " " + findings.held(i);
            Verdict.State state = findings.state(i);
            int number = columns.number(i);
            counts[number % 3][state == Verdict.State.MET ? 0 : state == Verdict.State.BREACHED ? 1 : 2]++;
            assertThat(found).as("%s in %s", cases.get(number), batch).isEqualTo(alone(batch, cases.get(number)));
        }
        Tally tally = judge.tally();
        for (int group = 0; group < 3; group++) {
            assertThat(new int[] {tally.kept(group), tally.broken(group), tally.pending(group)})
                    .as("the tally of %s", batch)
                    .containsExactly(counts[group]);
        }
    }

    private static int moment(Instant stop) {
        return stop.equals(Instant.MAX) ? Moments.NEVER : Moments.of(stop);
    }

    private static String alone(RandomCases batch, RandomCases.Case one) {
        Clock clock = new Clock(batch.within, batch.calendar);
        Instant due = clock.due(one.start(), one.holds());
        boolean stopped = !one.stop().isAfter(batch.asOf);
        Instant end = stopped ? one.stop() : batch.asOf;
        Holds holds = one.holds().from(one.start());
        Verdict.State state =
                end.isAfter(due) ? Verdict.State.BREACHED : stopped ? Verdict.State.MET : Verdict.State.PENDING;
        return state + " " + due + " " + clock.used(one.start(), end, holds) + " "
                + clock.held(one.start(), end, holds);
    }
}
