package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {
    /** Counted cases of neighbourhoods 1, 2, 3 ..., and the numbers of those that are hidden. */
    @ParameterizedTest
    @CsvSource({
        "20 30 5,       ''",
        "20 0 5,        ''",
        "20 30 3,       '1 3'",
        "20 30 3 5 9,   '3 4 5'",
        "4 4 2 50,      '1 2 3'",
        "4 4 50,        '1 2 3'",
        "4 4,           '1 2'",
        "3 3 3 3,       '1 2 3 4'",
        "1 40,          '1 2'"
    })
    void smallOnesAreHiddenAndWithThemEnoughOthers(String counts, String hidden) {
        assertThat(numbers(Neighbours.of(rows(counts)).hidden())).isEqualTo(hidden);
    }

    /** The same, of which neighbourhood 1 has a contract of its own about the same problems. */
    @ParameterizedTest
    @CsvSource({
        "20 30 40,      '1 2 3'",
        "20 30 40 50,   '1 2 3'",
        "20 30 40 3,    '1 2 4'",
        "20 30 40 3 4 5, '1 4 5 6'",
        "0 30 40 50,    ''",
        "3 30 40 50,    '1 2 3'"
    })
    void oneThatIsToldElsewhereIsHiddenAndHidesNoOther(String counts, String hidden) {
        List<Neighbours.Row> rows = rows(counts).stream()
                .map(row -> new Neighbours.Row(row.neighbourhood(), row.figure(), row.neighbourhood() == 1))
                .toList();
        assertThat(numbers(Neighbours.of(rows).hidden())).isEqualTo(hidden);
    }

    /** Kept and not kept of neighbourhoods 1, 2, 3 ..., and the numbers of those that are hidden. */
    @ParameterizedTest
    @CsvSource({
        "20/0 30/5 3/0,           '1 2 3'",
        "0/20 30/5 0/3,           '1 2 3'",
        "20/0 21/1 90/9 3/0,      '1 2 4'",
        "20/0 21/0 90/9 3/0 9/9,  '4 5'",
        "20/0 30/0 3/0,           '1 3'",
        "0/20 0/30 0/3,           '1 3'",
        "20/0 30/5 2/1,           '1 3'"
    })
    void whatIsHiddenHasKeptAndNotKeptUnlessTheWholeCouncilHasOnlyOne(String figures, String hidden) {
        List<Neighbours.Row> rows = new ArrayList<>();
        for (String figure : figures.split(" ", -1)) {
            int slash = figure.indexOf('/');
            int met = Integer.parseInt(figure.substring(0, slash));
            int breached = Integer.parseInt(figure.substring(slash + 1));
            rows.add(new Neighbours.Row(rows.size() + 1L, new Figure(met, breached)));
        }
        assertThat(numbers(Neighbours.of(rows).hidden())).isEqualTo(hidden);
    }

    @Test
    void noHiddenShareFollowsFromTheTablesThatAreShown() {
        Random random = new Random(13);
        int withHidden = 0;
        for (int table = 0; table < 3_000; table++) {
            List<Neighbours.Row> rows = new ArrayList<>();
            int size = 2 + random.nextInt(5);
            for (int at = 1; at <= size; at++) {
                int counted = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(14);
                int breached = random.nextInt(4) == 0 ? random.nextInt(counted + 1) : 0;
                rows.add(new Neighbours.Row(at, new Figure(counted - breached, breached)));
            }
            Neighbours neighbours = Neighbours.of(rows);
            if (neighbours.hidden().isEmpty() || !sum(rows).isMixed()) {
                continue;
            }
            withHidden++;
            Figure shown = sum(neighbours.shown());
            int met = sum(rows).met() - shown.met();
            int breached = sum(rows).breached() - shown.breached();
            assertThat(possibleShares(met, breached)).as("%s", rows).hasSizeGreaterThan(1);
        }
        assertThat(withHidden).isGreaterThan(500);
    }

    /** Every share one of several hidden rows can have, found by trying all; what it has not, the others have. */
    private static Set<Double> possibleShares(int met, int breached) {
        Set<Double> shares = new HashSet<>();
        for (int kept = 0; kept <= met; kept++) {
            for (int broken = kept == 0 ? 1 : 0; broken <= breached; broken++) {
                shares.add((double) kept / (kept + broken));
            }
        }
        return shares;
    }

    private static Figure sum(List<Neighbours.Row> rows) {
        return rows.stream().map(Neighbours.Row::figure).reduce(new Figure(0, 0), Figure::plus);
    }

    @Test
    void noHiddenFigureUnderFiveFollowsFromTheTablesThatAreShown() {
        Random random = new Random(11);
        int withHidden = 0;
        for (int table = 0; table < 3_000; table++) {
            List<Neighbours.Row> rows = new ArrayList<>();
            int size = 1 + random.nextInt(6);
            for (int at = 1; at <= size; at++) {
                int counted = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(14);
                int met = random.nextInt(counted + 1);
                rows.add(new Neighbours.Row(at, new Figure(met, counted - met)));
            }
            Neighbours neighbours = Neighbours.of(rows);
            int total = counted(rows);
            if (neighbours.hidden().isEmpty() || total < Figure.FEWEST) {
                continue;
            }
            withHidden++;
            int left = total - counted(neighbours.shown());
            for (int cell = 0; cell < neighbours.hidden().size(); cell++) {
                int counted = neighbours.hidden().get(cell).figure().counted();
                if (counted > 0
                        && counted < Figure.FEWEST
                        && neighbours.hidden().size() > 1) {
                    assertThat(possible(neighbours.hidden().size(), left, cell))
                            .as("cell %s of %s", cell, rows)
                            .hasSizeGreaterThan(1);
                }
                assertThat(neighbours.hidden().size() > 1 || counted >= Figure.FEWEST || size == 1)
                        .as("a single hidden cell is the difference: %s", rows)
                        .isTrue();
            }
            assertThat(neighbours.shown())
                    .noneMatch(
                            row -> row.figure().counted() > 0 && !row.figure().isEnough());
        }
        assertThat(withHidden).isGreaterThan(500);
    }

    /** Every value one hidden cell can have, found by trying all: the published tables give only the sum of the hidden. */
    private static Set<Integer> possible(int cells, int sum, int cell) {
        Set<Integer> values = new HashSet<>();
        walk(new int[cells], 0, sum, cell, values);
        return values;
    }

    private static void walk(int[] cells, int at, int left, int asked, Set<Integer> values) {
        if (at == cells.length - 1) {
            cells[at] = left;
            values.add(cells[asked]);
            return;
        }
        for (int value = 0; value <= Math.min(left, 20) && values.size() < 2; value++) {
            cells[at] = value;
            walk(cells, at + 1, left - value, asked, values);
        }
    }

    private static int counted(List<Neighbours.Row> rows) {
        return rows.stream().mapToInt(row -> row.figure().counted()).sum();
    }

    private static List<Neighbours.Row> rows(String counts) {
        List<Neighbours.Row> rows = new ArrayList<>();
        for (String counted : counts.split(" ", -1)) {
            rows.add(new Neighbours.Row(rows.size() + 1L, new Figure(Integer.parseInt(counted), 0)));
        }
        return rows;
    }

    private static String numbers(List<Neighbours.Row> rows) {
        return String.join(
                " ",
                rows.stream()
                        .map(row -> row.neighbourhood())
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }
}
