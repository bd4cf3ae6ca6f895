package org.communitycontracts.reporting;

import org.communitycontracts.web.Words;

/** What happened to a report, as a sentence for everybody. */
public final class EventWords {
    private static final Words WORDS = Words.beside(EventWords.class);

    private EventWords() {}

    /** The sentence for an event: {@code fixed} becomes "The service said that it is fixed." */
    public static String of(String event) {
        String key = "event." + event;
        return WORDS.has(key) ? WORDS.of(key) : WORDS.of("event.other", event.replace('_', ' '));
    }
}
