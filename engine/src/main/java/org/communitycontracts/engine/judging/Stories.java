package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that had happened and was known, told apart: each report's own happenings, and those of no report, such as notices. */
final class Stories {
    private static final String REPORTED = "reported";

    private final Map<String, List<Happening>> own = new HashMap<>();
    private final List<Happening> ofNone = new ArrayList<>();
    private final Map<String, Set<String>> joined = new HashMap<>();
    private final Map<Alike, Map<String, List<Happening>>> alike = new HashMap<>();

    Stories(List<Happening> all, AsOf asOf) {
        for (Happening happening : all) {
            String report = happening.report();
            if (!asOf.sees(happening)) {
                continue;
            }
            if (report == null) {
                ofNone.add(happening);
            } else {
                own.computeIfAbsent(report, _ -> new ArrayList<>()).add(happening);
                noteJoining(report, happening);
            }
        }
    }

    /** Every report of which there is a story, in order of name. */
    SortedSet<String> reports() {
        return new TreeSet<>(own.keySet());
    }

    List<Happening> of(String report) {
        return own.getOrDefault(report, List.of());
    }

    /** What belongs to no report. */
    List<Happening> ofNone() {
        return ofNone;
    }

    /** This report and all that were ever joined with it, one way or another. */
    Set<String> everJoined(String report) {
        Set<String> found = new LinkedHashSet<>(List.of(report));
        List<String> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            for (String next : joined.getOrDefault(open.removeLast(), Set.of())) {
                if (found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    /** The entry with which a report was made, as far as it is seen. */
    Optional<Happening> reported(String report, AsOf asOf) {
        return of(report).stream()
                .filter(happening -> happening.event().equals(REPORTED) && asOf.sees(happening))
                .min(Timeline.ORDER);
    }

    /** Every such event of which a fact has this value, the report's own word counting where the event says nothing. */
    List<Happening> alike(String event, String fact, String value) {
        return alike.computeIfAbsent(new Alike(event, fact), this::byValue).getOrDefault(value, List.of());
    }

    /** Every such event. */
    List<Happening> all(String event) {
        return alike.computeIfAbsent(new Alike(event, null), this::byValue).getOrDefault("", List.of());
    }

    /** What a happening says of this itself, or else the report to which it belongs, as it was made. */
    @Nullable
    String fact(Happening happening, String name) {
        String said = happening.facts().get(name);
        return said != null || happening.report() == null
                ? said
                : of(happening.report()).stream()
                        .filter(other -> other.event().equals(REPORTED))
                        .min(Timeline.ORDER)
                        .map(reported -> reported.facts().get(name))
                        .orElse(null);
    }

    private void noteJoining(String report, Happening happening) {
        String into = happening.facts().get(Group.INTO);
        if (happening.event().equals(Group.MERGED) && into != null) {
            joined.computeIfAbsent(report, _ -> new LinkedHashSet<>()).add(into);
            joined.computeIfAbsent(into, _ -> new LinkedHashSet<>()).add(report);
        }
    }

    private Map<String, List<Happening>> byValue(Alike which) {
        Map<String, List<Happening>> found = new HashMap<>();
        own.values().forEach(story -> story.forEach(happening -> note(which, happening, found)));
        ofNone.forEach(happening -> note(which, happening, found));
        return found;
    }

    private void note(Alike which, Happening happening, Map<String, List<Happening>> found) {
        if (happening.event().equals(which.event())) {
            String value = which.fact() == null ? "" : fact(happening, which.fact());
            if (value != null) {
                found.computeIfAbsent(value, _ -> new ArrayList<>()).add(happening);
            }
        }
    }

    private record Alike(String event, @Nullable String fact) {}
}
