package org.communitycontracts.bench;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The floor: all cores read as many bytes as a tally may read, each once and in order, and only add them up. The rows are made for it alone, as
 * long as the columns together, so that nothing of them is left near a core from before; what the machine gives is what memory gives.
 */
final class FloorRival implements Rival {
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final int[][] parts;
    private long sum;

    FloorRival(long bytes) {
        parts = IntStream.range(0, cores)
                .mapToObj(core -> IntStream.range(0, (int) (bytes / Integer.BYTES / cores))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public String name() {
        return "floor: reading the same bytes";
    }

    @Override
    public void count() {
        sum += IntStream.range(0, cores)
                .parallel()
                .map(core -> sum(parts[core]))
                .sum();
    }

    @Override
    public @Nullable Counts counts() {
        return null;
    }

    private static int sum(int[] part) {
        int sum = 0;
        for (int one : part) {
            sum += one;
        }
        return sum;
    }

    /** Something to say, so that nobody may leave the reading out. */
    long sum() {
        return sum;
    }
}
