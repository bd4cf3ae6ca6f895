package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.jspecify.annotations.Nullable;

/** What a higher room knows of the promises about a problem before it is reported. */
public interface Promises {
    /** What is promised about reports made here at this moment, the neighbourhood's own contract first. */
    List<Promise> list(Council council, @Nullable Neighbourhood place, Instant now);

    /**
     * One promise, as whoever reports a problem reads it.
     *
     * @param categories the categories of reports it holds for; empty for all
     * @param by who promises
     * @param text the promise in the words that were signed
     * @param time the time promised, and the time it usually takes where that is known: "within 24 hours; usually 9 hours"
     */
    record Promise(Set<String> categories, String by, String text, String time) {
        public Promise {
            categories = Set.copyOf(categories);
        }

        public boolean isAbout(Category category) {
            return categories.isEmpty() || categories.contains(category.word());
        }
    }
}
