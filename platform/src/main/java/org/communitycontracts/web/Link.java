package org.communitycontracts.web;

import org.jspecify.annotations.Nullable;

/** Words that lead to an address; without an address they are the place where the reader stands. */
public record Link(String text, @Nullable String address) {

    public static Link to(String text, String address) {
        return new Link(text, address);
    }

    public static Link here(String text) {
        return new Link(text, null);
    }
}
