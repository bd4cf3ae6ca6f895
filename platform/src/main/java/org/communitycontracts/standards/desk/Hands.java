package org.communitycontracts.standards.desk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.communitycontracts.engine.judging.Happening;

/**
 * In whose hands a promise about a report is, read as S9 says: it changes hands when the party to which the holder offered it
 * accepts, and never before.
 *
 * @param holder the party that has it
 * @param offered the parties to which it is offered now
 */
record Hands(String holder, Set<String> offered) {
    static final String OFFERED = "handover_offered";
    static final String ACCEPTED = "handover_accepted";
    static final String REFUSED = "handover_refused";

    /** The fact of an offer that names the party to which it is made. */
    static final String TO = "to";

    Hands {
        offered = Set.copyOf(offered);
    }

    /**
     * Reads the whole story.
     *
     * @param first the party that promises
     * @param isProvider whether a party signed the contract as a provider
     */
    static Hands of(String first, Predicate<String> isProvider, List<Happening> story) {
        String holder = first;
        Set<String> offered = new HashSet<>();
        for (Happening happening : inOrder(story)) {
            String by = happening.by();
            switch (happening.event()) {
                case OFFERED -> {
                    String to = happening.facts().getOrDefault(TO, "");
                    if ((by == null || by.equals(holder)) && !to.equals(holder) && isProvider.test(to)) {
                        offered.add(to);
                    }
                }
                case REFUSED -> offered.remove(String.valueOf(by));
                case ACCEPTED -> {
                    if (by != null && offered.contains(by)) {
                        holder = by;
                        offered.clear();
                    }
                }
                default -> {}
            }
        }
        return new Hands(holder, offered);
    }

    /** At equal times an offer comes before what is answered to it. */
    private static List<Happening> inOrder(List<Happening> story) {
        return story.stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(happening -> !happening.event().equals(OFFERED)))
                .toList();
    }
}
