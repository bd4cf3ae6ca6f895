package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The happenings of each report, together with those of the reports that were ever merged with it, whether or not they still are. */
final class Groups {
    private static final String MERGED = "merged";

    private final TreeMap<String, List<Happening>> own = new TreeMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    Groups(List<Happening> all) {
        for (Happening one : all) {
            if (one.report() != null) {
                own.computeIfAbsent(one.report(), _ -> new ArrayList<>()).add(one);
            }
        }
        for (Happening one : all) {
            String into = one.facts().get("into");
            if (one.report() != null && one.event().equals(MERGED) && into != null && own.containsKey(into)) {
                join(one.report(), into);
            }
        }
        parents.keySet().stream()
                .sorted()
                .forEach(report -> members.computeIfAbsent(root(report), _ -> new ArrayList<>())
                        .add(report));
    }

    /** Every report that is told of, in order. */
    Iterable<String> reports() {
        return own.keySet();
    }

    List<Happening> own(String report) {
        return own.getOrDefault(report, List.of());
    }

    /** A report's own happenings and those of its group. */
    List<Happening> together(String report) {
        return parents.containsKey(report)
                ? members.getOrDefault(root(report), List.of()).stream()
                        .flatMap(member -> own(member).stream())
                        .toList()
                : own(report);
    }

    private void join(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (!first.equals(second)) {
            parents.put(first, second);
        }
        parents.putIfAbsent(second, second);
    }

    /** The report that stands for a group; each step on the way is shortened, so that long chains of merges cost nothing. */
    private String root(String report) {
        String at = report;
        String parent = parents.computeIfAbsent(at, alone -> alone);
        while (!parent.equals(at)) {
            String grandparent = parents.getOrDefault(parent, parent);
            parents.put(at, grandparent);
            at = grandparent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
