package org.communitycontracts.reporting;

import java.util.Set;

/**
 * What kind of problem a report is about, in the words of contracts.
 *
 * @param word its word, such as {@code street-light}
 */
public record Category(String word) {
    private static final Set<String> PRIVATE = Set.of("antisocial-behaviour", "drug-dealing", "person-at-risk");

    /** The word as people read it: {@code street-light} becomes "Street light". */
    public String plain() {
        String spaced = word.replace('-', ' ').replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** Whether what residents report of it is never public: showing it could put somebody in danger. */
    public boolean isPrivate() {
        return PRIVATE.contains(word);
    }
}
