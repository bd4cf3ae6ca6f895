package org.communitycontracts.contracts;

import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;

/** What a clause with a clock may say that the engine does not take account of yet; residents and drafters are told so. */
final class Unjudged {
    private static final Set<String> CLOCK_RULES = Set.of("recategorise", "handover", "duplicates");

    private Unjudged() {}

    static boolean in(Entries clause) {
        boolean hasRule = clause.findEntries("clock")
                .filter(clock -> CLOCK_RULES.stream().anyMatch(clock::has))
                .isPresent();
        return clause.text("duty").equals("respond")
                && (hasRule || !clause.groups("exclude").isEmpty());
    }
}
