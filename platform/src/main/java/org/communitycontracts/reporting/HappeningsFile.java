package org.communitycontracts.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;

/**
 * A whole file of happenings, put together into stories.
 *
 * @param stories the happenings of each report, in the order of the file, by the report's name
 * @param others happenings that belong to no report, notices among them, in the order of the file
 * @param faults the lines that could not be read, at most the first thousand
 */
public record HappeningsFile(
        Map<String, List<Happening>> stories, List<Happening> others, List<HappeningsLine.Fault> faults) {
    private static final int MOST_FAULTS = 1_000;

    /** Reads it all; the caller closes the stream. */
    public static HappeningsFile read(InputStream in) throws IOException {
        HappeningsFile file = new HappeningsFile(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        HappeningsReader lines = HappeningsReader.of(in);
        while (lines.hasNext() && file.faults.size() < MOST_FAULTS) {
            file.add(lines.next());
        }
        return file;
    }

    /** Everything the file tells, for a judge who sees it as a whole: the stories by the names of their reports, then the rest. */
    public List<Happening> all() {
        List<Happening> all = new ArrayList<>();
        stories.values().forEach(all::addAll);
        all.addAll(others);
        return all;
    }

    private void add(HappeningsLine line) {
        switch (line) {
            case HappeningsLine.Told(Happening happening) -> {
                String report = happening.report();
                (report == null ? others : stories.computeIfAbsent(report, name -> new ArrayList<>())).add(happening);
            }
            case HappeningsLine.Fault fault -> faults.add(fault);
        }
    }
}
