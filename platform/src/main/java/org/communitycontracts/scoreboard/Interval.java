package org.communitycontracts.scoreboard;

/**
 * The range in which the true share likely lies: a 95 % interval by Wilson's score method, in whole hundredths. The lower
 * end is rounded down and the upper end up, so that the range is never narrower than it was worked out.
 *
 * @param low 0 to 100
 * @param high 0 to 100
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
record Interval(int low, int high) {
    private static final double Z = 1.959963984540054;
    /** Keeps an end that is exactly a whole number from moving by a rounding error of floating point. */
    private static final double HAIR = 1e-9;

    /** The interval of {@code kept} out of {@code counted}; of none it is everything. */
    static Interval of(int kept, int counted) {
        if (counted == 0) {
            return new Interval(0, 100);
        }
        return new Interval((int) Math.floor(100 * end(kept, counted, -1) + HAIR), (int)
                Math.ceil(100 * end(kept, counted, +1) - HAIR));
    }

    /** One end as a fraction; the side is -1 for the lower and +1 for the upper. */
    static double end(int kept, int counted, int side) {
        double share = (double) kept / counted;
        double z2 = Z * Z / counted;
        double middle = share + z2 / 2;
        double reach = Z * Math.sqrt((share * (1 - share) + z2 / 4) / counted);
        return Math.clamp((middle + side * reach) / (1 + z2), 0, 1);
    }
}
