package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;

/** Which reports are of one fault, and when (S10). */
record Groups(View view, List<Link> links) {
    /** One report merged into another, from a moment on, until it was unmerged. */
    private record Link(String one, String other, Instant from, Instant until) {
        boolean isAt(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    static Groups of(View view) {
        List<Link> links = new ArrayList<>();
        for (Happening merged : view.told()) {
            String into = merged.facts().get("into");
            if (merged.report() != null && merged.event().equals("merged") && into != null) {
                Instant until = view.of(merged.report()).stream()
                        .filter(one ->
                                one.event().equals("unmerged") && one.at().isAfter(merged.at()))
                        .map(Happening::at)
                        .findFirst()
                        .orElse(Instant.MAX);
                links.add(new Link(merged.report(), into, merged.at(), until));
            }
        }
        return new Groups(view, links);
    }

    /** The reports joined with this one at a moment, itself among them. */
    Set<String> group(String report, Instant moment) {
        Set<String> group = new HashSet<>(Set.of(report));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Link link : links) {
                if (link.isAt(moment) && (group.contains(link.one) || group.contains(link.other))) {
                    grows |= group.add(link.one);
                    grows |= group.add(link.other);
                }
            }
        }
        return group;
    }

    /** The report that was made first, then by name. A report that was never made is no master. */
    String master(String report, Instant moment) {
        return group(report, moment).stream()
                .filter(one ->
                        view.of(one).stream().anyMatch(told -> told.event().equals("reported")))
                .min(Comparator.comparing((String one) -> made(one)).thenComparing(one -> one))
                .orElse(report);
    }

    private Instant made(String report) {
        return view.of(report).stream()
                .filter(one -> one.event().equals("reported"))
                .findFirst()
                .orElseThrow()
                .at();
    }

    /** What was told of the other reports while they were joined with this one. */
    Stream<Happening> shared(String report) {
        return view.told().stream()
                .filter(one -> one.report() != null
                        && !one.report().equals(report)
                        && group(report, one.at()).contains(one.report()));
    }

    /** The masters this report came under, and the moments at which it did. */
    List<Joined> joined(String report) {
        List<Joined> joined = new ArrayList<>();
        for (Link link : links) {
            String master = master(report, link.from);
            boolean isNew = !group(report, link.from.minusNanos(1)).contains(master);
            if (!master.equals(report) && isNew) {
                joined.add(new Joined(master, link.from));
            }
        }
        return joined;
    }

    record Joined(String master, Instant at) {}
}
