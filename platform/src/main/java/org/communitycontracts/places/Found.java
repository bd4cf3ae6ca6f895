package org.communitycontracts.places;

import java.util.List;

/**
 * What a search found.
 *
 * @param asked the question as it was typed
 * @param hits the neighbourhoods that answer it, best first
 */
record Found(String asked, List<Search.Hit> hits) {
    Found {
        hits = List.copyOf(hits);
    }

    static Found of(String asked, Search search) {
        return new Found(asked.strip(), search.find(asked));
    }

    /** Whether nothing was typed, which is a slip and not a question. */
    boolean isBlank() {
        return asked.isEmpty();
    }

    boolean isNone() {
        return hits.isEmpty();
    }

    /** The key of the page's title. */
    String title() {
        return isBlank() ? "search.blank.title" : isNone() ? "search.none.title" : "search.title";
    }
}
