package org.communitycontracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void aJobThatFailsIsTakenAgainAndStopsNoOther() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (Database database = TestDatabase.fresh();
                Jobs _ = Jobs.start(
                        database.source(),
                        InstantSource.system(),
                        List.of(
                                new Job("test.fail", Duration.ofSeconds(1), _ -> {
                                    failed.incrementAndGet();
                                    throw new IllegalStateException("planted");
                                }),
                                new Job("test.do", Duration.ofSeconds(1), _ -> done.incrementAndGet())))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> failed.get() > 1 && done.get() > 1);
        }
    }

    @Test
    void twoProgramsNeverDoTheSameJobAtOnce() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        Job other = new Job("test.other", Duration.ofSeconds(1), _ -> others.incrementAndGet());
        Job alone = new Job("test.alone", Duration.ofSeconds(1), _ -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            int before = others.get();
            await().atMost(Duration.ofMinutes(1)).until(() -> others.get() > before + 1);
            turns.incrementAndGet();
            atOnce.decrementAndGet();
        });
        try (Database database = TestDatabase.fresh();
                Jobs _ = Jobs.start(database.source(), InstantSource.system(), List.of(alone, other));
                Jobs _ = Jobs.start(database.source(), InstantSource.system(), List.of(alone, other))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> turns.get() > 1);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aJobIsGivenTheMomentOfTheHousesClock() {
        Instant noon = Instant.parse("2026-11-26T12:00:00Z");
        List<Instant> moments = new CopyOnWriteArrayList<>();
        try (Database database = TestDatabase.fresh();
                Jobs _ = Jobs.start(
                        database.source(),
                        InstantSource.fixed(noon),
                        List.of(new Job("test.when", Duration.ofSeconds(1), moments::add)))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !moments.isEmpty());
        }
        assertThat(moments).containsOnly(noon);
        assertThatThrownBy(() -> new Job("test.never-rests", Duration.ZERO, moments::add))
                .hasMessageContaining("a second or more");
    }
}
