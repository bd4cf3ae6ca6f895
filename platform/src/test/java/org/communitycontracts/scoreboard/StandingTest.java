package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.communitycontracts.engine.contract.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    /** The worked examples 11 and 11b of the contract language, and the edges beside them. */
    @ParameterizedTest
    @CsvSource({
        "37,  2, 95, 10, SHORT,   94",
        "38,  2, 95, 10, KEPT,    95",
        " 9,  0, 95, 10, TOO_FEW, 100",
        "10,  0, 95, 10, KEPT,    100",
        " 4,  0, 50,  1, TOO_FEW, 100",
        " 5,  0, 50,  1, KEPT,    100",
        " 0,  5, 50,  1, SHORT,   0",
        "199, 1, 100, 1, SHORT,   99",
        "999999, 1, 99, 1, KEPT,  99"
    })
    void aPromiseIsKeptWhenItsShareIsReachedAndNeverByRounding(
            int met, int breached, int share, int atLeast, Standing standing, int inHundred) {
        Figure figure = new Figure(met, breached);
        assertThat(figure.standing(
                        new Target(share, org.communitycontracts.engine.contract.Window.QUARTER, atLeast, null)))
                .isEqualTo(standing);
        assertThat(figure.inHundred()).isEqualTo(inHundred);
    }

    @Test
    void aPromiseWithoutAShareMeansEverySingleOne() {
        assertThat(new Figure(31, 0).standing(null)).isEqualTo(Standing.KEPT);
        assertThat(new Figure(499, 1).standing(null)).isEqualTo(Standing.SHORT);
        assertThat(new Figure(4, 0).standing(null)).isEqualTo(Standing.TOO_FEW);
    }
}
