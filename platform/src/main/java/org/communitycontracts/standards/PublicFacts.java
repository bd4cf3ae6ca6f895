package org.communitycontracts.standards;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;

/** What may be told to everybody of a happening: what verdicts rest on, and nothing that leads to a home or a person. */
final class PublicFacts {
    private static final Set<String> TOLD = Set.of(
            "category",
            "area",
            "promised",
            "reason",
            "evidence",
            "of",
            "to",
            "into",
            "because",
            "basis",
            "by",
            "from",
            "until",
            "clause");

    private PublicFacts() {}

    /** The same happenings; of their facts only those that are named here, so that a new one is never told by mistake. */
    static List<Happening> of(List<Happening> happenings) {
        return happenings.stream().map(PublicFacts::of).toList();
    }

    private static Happening of(Happening happening) {
        if (TOLD.containsAll(happening.facts().keySet())) {
            return happening;
        }
        Map<String, String> facts = new TreeMap<>(happening.facts());
        facts.keySet().retainAll(TOLD);
        return new Happening(
                happening.report(), happening.event(), happening.at(), happening.recorded(), happening.by(), facts);
    }
}
