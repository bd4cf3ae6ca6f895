package org.communitycontracts.scoreboard;

import java.util.Locale;

/** How a promise stands against the share it set itself; a promise without one means every single case. */
enum Standing {
    KEPT("good"),
    SHORT("short"),
    TOO_FEW(""),
    /** No window of the promise is over yet. */
    TOO_EARLY(""),
    /** The share is promised for the whole council, and this is one neighbourhood. */
    AS_A_WHOLE("");

    private final String look;

    Standing(String look) {
        this.look = look;
    }

    /** By the integer test of rule S14, so that 94.87 in 100 is never taken for 95. */
    static Standing of(Figure figure, int share, int atLeast) {
        if (figure.counted() < Math.max(atLeast, Figure.FEWEST)) {
            return TOO_FEW;
        }
        return figure.met() * 100L >= (long) share * figure.counted() ? KEPT : SHORT;
    }

    /** Its name among the words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of tag it is shown with. */
    String look() {
        return look;
    }
}
