package org.communitycontracts.engine.columns;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Shares work on a row of cases among all cores, in blocks; what each worker gathered is put together afterwards. */
final class Cores {
    /** Small enough that a block's columns stay in a core's own memory. */
    static final int BLOCK = 1 << 14;

    private Cores() {}

    /** Work on the cases from one to just before another. */
    @FunctionalInterface
    interface Work<G> {
        void on(int from, int to, G gathered);
    }

    /** The same for groups as a whole: a block is the groups whose first case lies in it. */
    static <G> List<G> shareGroups(Columns cases, Supplier<G> gatherings, Work<G> work) {
        return share(cases.size(), gatherings, (from, to, gathered) -> {
            int first = cases.firstGroupFrom(from);
            int end = to == cases.size() ? cases.groups() : cases.firstGroupFrom(to);
            if (first < end) {
                work.on(first, end, gathered);
            }
        });
    }

    /** Does the work on all blocks; which worker takes which is left to chance, so gathering must not depend on the order. */
    static <G> List<G> share(int size, Supplier<G> gatherings, Work<G> work) {
        AtomicInteger next = new AtomicInteger();
        int blocks = (size + BLOCK - 1) / BLOCK;
        int workers = Math.clamp(blocks, 1, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, workers)
                .parallel()
                .mapToObj(worker -> {
                    G gathered = gatherings.get();
                    for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                        work.on(block * BLOCK, (int) Math.min(size, (block + 1L) * BLOCK), gathered);
                    }
                    return gathered;
                })
                .toList();
    }
}
