package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe, Statistics in Medicine 17 (1998), table I, score method without correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theEndsAreThePublishedOnes(int kept, int counted, double low, double high) {
        assertThat(Interval.end(kept, counted, -1)).isCloseTo(low, within(0.00005));
        assertThat(Interval.end(kept, counted, +1)).isCloseTo(high, within(0.00005));
    }

    @Test
    void theShareItselfAlwaysLiesInsideTheRangeThatIsShown() {
        for (int counted = 1; counted <= 300; counted++) {
            for (int kept = 0; kept <= counted; kept++) {
                Interval range = Interval.of(kept, counted);
                int shown = new Figure(kept, counted - kept).inHundred();
                assertThat(shown).isBetween(range.low(), range.high());
                assertThat(range.low()).isNotNegative();
                assertThat(range.high()).isLessThanOrEqualTo(100);
            }
        }
    }

    @Test
    void everyOneKeptReachesToAHundredAndNoneKeptToNought() {
        assertThat(Interval.of(31, 31)).isEqualTo(new Interval(88, 100));
        assertThat(Interval.of(0, 20)).isEqualTo(new Interval(0, 17));
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 100));
    }
}
