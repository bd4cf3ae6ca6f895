package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;

/**
 * A report and all its happenings in the order they were taken in.
 *
 * @param report the report; its happenings name it by its reference
 * @param happenings at least one, the first tells how the report was made
 * @param joined the stories of the reports that were ever joined with it as one fault (S10); theirs are left out
 */
public record Story(Report report, List<Happening> happenings, List<Story> joined) {
    /** What the page of a joined report does not repeat. */
    private static final Set<String> BESIDE = Set.of("reported", Joints.MERGED, Joints.UNMERGED);

    public Story {
        happenings = List.copyOf(happenings);
        joined = List.copyOf(joined);
    }

    /** A report that was never joined with another. */
    public Story(Report report, List<Happening> happenings) {
        this(report, happenings, List.of());
    }

    /** The stories of the reports that are joined with it now. */
    public List<Story> together() {
        Set<String> found = new HashSet<>(Set.of(report.reference()));
        boolean grows = true;
        while (grows) {
            grows = Stream.concat(Stream.of(this), joined.stream())
                    .flatMap(story ->
                            Joints.into(story.happenings()).map(into -> List.of(story.report.reference(), into)))
                    .filter(pair -> pair.stream().anyMatch(found::contains))
                    .map(found::addAll)
                    .reduce(false, Boolean::logicalOr);
        }
        return joined.stream()
                .filter(story -> found.contains(story.report.reference()))
                .toList();
    }

    /** Its own happenings, and what has happened to the reports that are joined with it since they were, in order of time. */
    public List<Happening> toBeTold() {
        List<Story> together = together();
        Instant since = Stream.concat(Stream.of(this), together.stream())
                .flatMap(story -> story.happenings().stream())
                .filter(happening -> happening.event().equals(Joints.MERGED))
                .map(Happening::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return Stream.concat(
                        happenings.stream(),
                        together.stream()
                                .flatMap(story -> story.happenings().stream())
                                .filter(happening ->
                                        !happening.at().isBefore(since) && !BESIDE.contains(happening.event())))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    /** What a verdict on it rests on: its own happenings, and those of the reports that were joined with it, in order of time. */
    public List<Happening> all() {
        return joined.isEmpty()
                ? happenings
                : Stream.concat(Stream.of(this), joined.stream())
                        .flatMap(story -> story.happenings().stream())
                        .sorted(Comparator.comparing(Happening::at))
                        .toList();
    }
}
