package org.communitycontracts.scoreboard;

/** How a promise stands against the share it set itself; a promise without one means every single case. */
enum Standing {
    KEPT("good"),
    SHORT("short"),
    TOO_FEW("");

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

    /** The kind of tag it is shown with. */
    String look() {
        return look;
    }
}
