package org.communitycontracts.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine and the minute count agree to the second: 5,000 cases, or 100,000 with {@code -Dlong=true}. */
class TwoCountsTest {
    private static final int CASES = Boolean.getBoolean("long") ? 100_000 : 5_000;

    @Test
    void theEngineAndTheMinuteCountAgreeToTheSecond() {
        var cases = new RandomClocks(2026);
        for (int i = 0; i < CASES; i++) {
            RandomClocks.Case random = cases.next();
            var slow = new MinuteCount(random.clock().calendar(), random.start(), random.holds());
            var holds = new Holds(random.holds());
            int number = i;
            assertThat(random.clock().due(random.start(), holds))
                    .as(() -> "due of case " + number + ": " + random)
                    .isEqualTo(slow.due(random.clock().within()));
            assertThat(random.clock().used(random.start(), random.end(), holds))
                    .as(() -> "used of case " + number + ": " + random)
                    .isEqualTo(slow.used(random.end()));
            assertThat(random.clock().held(random.start(), random.end(), holds))
                    .as(() -> "held of case " + number + ": " + random)
                    .isEqualTo(slow.held(random.end()));
        }
    }
}
