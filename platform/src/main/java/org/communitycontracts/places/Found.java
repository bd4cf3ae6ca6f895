package org.communitycontracts.places;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param asked the question as it was typed; of one that is too long, no more than may be asked
 * @param tooLong whether more was typed than may be asked, which is a slip and not a question
 * @param hits the councils and neighbourhoods that answer it, best first
 * @param near where nothing was found, the names that may have been meant, nearest first
 */
public record Found(String asked, boolean tooLong, List<Search.Hit> hits, List<String> near) {
    public Found {
        hits = List.copyOf(hits);
        near = List.copyOf(near);
    }

    /** Asks the search for what was typed. */
    public static Found of(String typed, Search search) {
        String asked = typed.strip();
        if (asked.length() > Search.LONGEST) {
            return new Found(start(asked), true, List.of(), List.of());
        }
        List<Search.Hit> hits = search.find(asked);
        return new Found(asked, false, hits, hits.isEmpty() ? search.near(asked) : List.of());
    }

    /** Never half of a letter that is written as two. */
    private static String start(String asked) {
        int end = Character.isHighSurrogate(asked.charAt(Search.LONGEST - 1)) ? Search.LONGEST - 1 : Search.LONGEST;
        return asked.substring(0, end);
    }

    /** The key of what is wrong with the question; null when nothing is. */
    @Nullable
    String wrong() {
        return tooLong ? "search.long" : asked.isEmpty() ? "search.blank" : null;
    }

    public boolean isNone() {
        return hits.isEmpty();
    }

    /** The key of the page's title. */
    String title() {
        return wrong() != null ? "search.wrong.title" : isNone() ? "search.none.title" : "search.title";
    }
}
