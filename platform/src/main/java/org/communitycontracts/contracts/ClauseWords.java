package org.communitycontracts.contracts;

import java.util.List;

/**
 * One clause as a resident reads it.
 *
 * @param headline the promise in the words the parties signed
 * @param line who promises, and how much: "City Council: within 5 working days"
 * @param sentences everything else the clause says, in an order that can be read aloud
 */
public record ClauseWords(String headline, String line, List<String> sentences) {
    public ClauseWords {
        sentences = List.copyOf(sentences);
    }
}
