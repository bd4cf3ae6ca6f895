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
            if (merged.report() != null
                    && merged.event().equals("merged")
                    && into != null
                    && isMade(view, merged.report())
                    && isMade(view, into)) {
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

    private static boolean isMade(View view, String report) {
        return view.of(report).stream().anyMatch(told -> told.event().equals("reported"));
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

    /**
     * What was told of the other reports while they were joined with this one. What stood of a stop when they were joined, told before on
     * any of them and not taken back by a reopening there, counts as if told at that moment, but not before this report was made: the
     * fault is the same. So does a resident's word that it was so.
     */
    Stream<Happening> heard(Tale tale) {
        List<Happening> heard = new ArrayList<>();
        for (String other : view.reports()) {
            if (!other.equals(tale.report())) {
                together(tale.report(), other).forEach(span -> hear(tale, other, span, heard));
            }
        }
        return heard.stream();
    }

    private void hear(Tale tale, String other, Span together, List<Happening> heard) {
        List<Happening> standing = new ArrayList<>();
        for (Happening one : view.of(other)) {
            boolean isBefore = one.at().isBefore(together.from());
            if (isBefore && one.event().equals("reopened") && !tale.contract().isProvider(one.by())) {
                standing.clear();
            } else if (isBefore && (tale.isStopOfAny(one) || one.event().equals("confirmed"))) {
                standing.add(one);
            } else if (!isBefore && one.at().isBefore(together.to()) && tale.isOfTheFault(one)) {
                heard.add(one);
            }
        }
        Instant made = Span.later(together.from(), made(tale.report()));
        standing.forEach(one -> heard.add(
                new Happening(other, one.event(), made, Span.later(one.recorded(), made), one.by(), one.facts())));
    }

    /** The times for which two reports were joined, directly or by way of others. */
    private List<Span> together(String report, String other) {
        List<Span> together = new ArrayList<>();
        List<Instant> turns = links.stream()
                .flatMap(link -> Stream.of(link.from, link.until))
                .distinct()
                .sorted()
                .toList();
        Instant since = null;
        for (Instant turn : turns) {
            boolean isJoined = group(report, turn).contains(other);
            since = isJoined && since == null ? turn : since;
            if (!isJoined && since != null) {
                together.add(new Span(since, turn));
                since = null;
            }
        }
        if (since != null) {
            together.add(new Span(since, Instant.MAX));
        }
        return together;
    }
}
