package org.communitycontracts.web.parts;

import org.jspecify.annotations.Nullable;

/** One thing that can be chosen. */
public record Choice(String value, String text, @Nullable String hint, boolean chosen) {

    public static Choice of(String value, String text) {
        return new Choice(value, text, null, false);
    }

    public Choice withHint(String help) {
        return new Choice(value, text, help, chosen);
    }

    public Choice chosen(boolean yes) {
        return new Choice(value, text, hint, yes);
    }
}
