package org.communitycontracts.web.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    @Test
    void aGapStaysAGapAndIsNotJoinedUp() {
        Series series = new Series(shares(90, 95, -1, 80, -1, 100, 100), OptionalDouble.of(90), 80);
        assertThat(series.stretches()).hasSize(2);
        assertThat(series.gaps()).hasSize(2);
        assertThat(series.dots()).hasSize(5);
    }

    @Test
    void onlyWhatIsBelowTheLineIsDrawnAsBelowIt() {
        Series series = new Series(shares(90, 89.9, 90.1), OptionalDouble.of(90), 80);
        assertThat(series.dots()).extracting(Series.Dot::below).containsExactly(false, true, false);
    }

    @Test
    void aWholeSeriesOfGapsDrawsNothingButGaps() {
        Series series = Series.of(shares(-1, -1, -1), OptionalDouble.empty());
        assertThat(series.dots()).isEmpty();
        assertThat(series.stretches()).isEmpty();
        assertThat(series.gaps()).hasSize(3);
    }

    @Test
    void theTopIsHundredAndTheFloorIsTheBottom() {
        Series series = new Series(shares(100, 50, 20), OptionalDouble.empty(), 50);
        assertThat(series.dots()).extracting(Series.Dot::y).containsExactly("6", "42", "42");
        assertThat(series.dots()).extracting(Series.Dot::x).containsExactly("4", "72", "140");
    }

    @Test
    void theFloorLeavesEveryShareInSight() {
        assertThat(Series.of(shares(81, 99), OptionalDouble.of(95)).floor()).isEqualTo(80);
        assertThat(Series.of(shares(81, 99), OptionalDouble.of(79)).floor()).isEqualTo(50);
        assertThat(Series.of(shares(0, 99), OptionalDouble.of(79)).floor()).isZero();
    }

    @Test
    void aShareBeyondAHundredIsRefused() {
        assertThatThrownBy(() -> Series.of(shares(101), OptionalDouble.empty())).hasMessageContaining("101");
        assertThatThrownBy(() -> Series.of(List.of(OptionalDouble.of(Double.NaN)), OptionalDouble.empty()))
                .hasMessageContaining("NaN");
    }

    @Test
    void aStackAddsUpToItsCounts() {
        Columns columns = new Columns(List.of("a", "b"), List.of(Columns.Column.of("x", "x", List.of(30, 10))));
        assertThat(columns.ticks()).extracting(Columns.Tick::number).containsExactly("0", "10", "20", "30", "40");
        assertThat(columns.pieces())
                .extracting(Columns.Piece::y, Columns.Piece::height)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("64", "144"),
                        org.assertj.core.groups.Tuple.tuple("16", "48"));
    }

    @Test
    void noCountsAtAllStillHaveAScale() {
        Columns columns = new Columns(List.of("a"), List.of(Columns.Column.of("x", "x", List.of(0))));
        assertThat(columns.pieces()).isEmpty();
        assertThat(columns.ticks()).extracting(Columns.Tick::number).containsExactly("0", "1");
        assertThat(new Columns(List.of("a"), List.of()).feet()).isEmpty();
    }

    @Test
    void aBillionStillHasAScale() {
        Columns columns = new Columns(
                List.of("a", "b"), List.of(Columns.Column.of("x", "x", List.of(2_000_000_000, 2_000_000_000))));
        assertThat(columns.ticks()).hasSizeBetween(3, 7);
    }

    @Test
    void aColumnThatIsNotShownIsAGapWithItsReason() {
        Columns columns = new Columns(List.of("a"), List.of(Columns.Column.notShown("May", "M", "fewer than 5")));
        assertThat(columns.gaps()).containsExactly("50%");
        assertThatThrownBy(() -> new Columns(List.of("a"), List.of(Columns.Column.of("May", "M", List.of(1, 2)))))
                .hasMessageContaining("May");
    }

    @Test
    void marksThatStandCloseStandInRows() {
        Strip strip = new Strip(
                100,
                List.of(new Strip.Stretch(Strip.Filling.FULL, 0, 100)),
                Stream.of(0, 1, 2, 50, 100)
                        .map(at -> new Strip.Mark(at, "x", "then"))
                        .toList());
        assertThat(strip.pins()).extracting(Strip.Pin::y).containsExactly(14, 80, 106, 14, 14);
    }

    @Test
    void aStretchOutsideTheStripIsRefused() {
        List<Strip.Stretch> beyond = List.of(new Strip.Stretch(Strip.Filling.FULL, 0, 101));
        assertThatThrownBy(() -> new Strip(100, beyond, List.of())).hasMessageContaining("101");
        assertThatThrownBy(() -> new Strip(0, List.of(), List.of())).hasMessageContaining("length");
    }

    private static List<OptionalDouble> shares(double... shares) {
        return java.util.Arrays.stream(shares)
                .mapToObj(share -> share < 0 ? OptionalDouble.empty() : OptionalDouble.of(share))
                .toList();
    }
}
