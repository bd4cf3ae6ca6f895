package org.communitycontracts.store;

import org.jspecify.annotations.Nullable;

/**
 * A column as the inventory tells of it.
 *
 * @param purpose what it is for; null unless it is personal or about somebody else
 */
public record KeptColumn(String name, Kind kind, @Nullable String purpose) {
    /** What a column says. */
    public enum Kind {
        /** Nothing of a person. */
        PLAIN,
        /** Something of the person the row is about. */
        PERSONAL,
        /** Something of somebody else than the person the row is about: never part of that person's export. */
        OTHER,
        /** A mark, a hash or a sealed value: nobody is shown it. */
        SECRET
    }
}
