package org.communitycontracts.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Story;

/** Judges stories a lot at a time, on all cores, and hands the verdicts on in the order in which the stories came. */
final class Lots {
    private static final int SIZE = 1_000;

    private final Function<Story, List<Verdict>> judge;
    private final BiConsumer<Report, List<Verdict>> found;
    private final List<Story> lot = new ArrayList<>();

    /**
     * @param judge gives the same whichever thread asks
     * @param found is told of one report after the other, by one thread
     */
    Lots(Function<Story, List<Verdict>> judge, BiConsumer<Report, List<Verdict>> found) {
        this.judge = judge;
        this.found = found;
    }

    void add(Story story) {
        lot.add(story);
        if (lot.size() == SIZE) {
            finish();
        }
    }

    /** Judges what is left. */
    void finish() {
        List<List<Verdict>> verdicts = lot.parallelStream().map(judge).toList();
        for (int at = 0; at < verdicts.size(); at++) {
            found.accept(lot.get(at).report(), verdicts.get(at));
        }
        lot.clear();
    }
}
