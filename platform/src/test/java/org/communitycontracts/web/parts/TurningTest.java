package org.communitycontracts.web.parts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurningTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, [1]",
        "1, 2, [1] 2",
        "2, 3, 1 [2] 3",
        "1, 9, [1] 2 … 9",
        "4, 9, 1 … 3 [4] 5 … 9",
        "3, 9, 1 2 [3] 4 … 9",
        "9, 9, 1 … 8 [9]",
        "7, 42, 1 … 6 [7] 8 … 42",
    })
    void theFirstTheLastAndTheNeighboursAreShown(int page, int pages, String row) {
        Turning turning = Turning.of(page, pages, number -> "?page=" + number);
        assertThat(turning.leaves().stream()
                        .map(leaf ->
                                leaf.isGap() ? "…" : leaf.current() ? "[" + leaf.number() + "]" : "" + leaf.number())
                        .collect(joining(" ")))
                .isEqualTo(row);
    }

    @Test
    void thereIsNoWayBackFromTheFirstPageNorOnFromTheLast() {
        assertThat(Turning.of(1, 3, number -> "?" + number).previous()).isNull();
        assertThat(Turning.of(1, 3, number -> "?" + number).next()).isEqualTo("?2");
        assertThat(Turning.of(3, 3, number -> "?" + number).next()).isNull();
        assertThat(Turning.of(1, 1, number -> "?" + number).isNeeded()).isFalse();
        assertThat(Turning.of(1, 0, number -> "?" + number).isNeeded()).isFalse();
    }
}
