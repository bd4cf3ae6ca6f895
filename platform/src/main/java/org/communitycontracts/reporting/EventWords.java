package org.communitycontracts.reporting;

import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;

/** What happened to a report, as a sentence for everybody. */
public final class EventWords {
    private static final Words WORDS = Words.beside(EventWords.class);

    private EventWords() {}

    /** What somebody's own words with an event are headed by: with {@code asked_resident} "The service asks". */
    public static String said(String event, @Nullable String by) {
        String key = "said." + event;
        return WORDS.of(WORDS.has(key) ? key : Remarks.RESIDENTS.equals(by) ? "said.resident" : "said.service");
    }

    /** The sentence for an event: {@code fixed} becomes "The service said that it is fixed." */
    public static String of(String event) {
        String key = "event." + event;
        return WORDS.has(key) ? WORDS.of(key) : WORDS.of("event.other", event.replace('_', ' '));
    }
}
