package org.communitycontracts.engine.columns;

/**
 * Divides by one number again and again: by a multiplication and a shift, many times as quick as a division, and many at once in vector
 * instructions. Exact for all dividends of 31 bits.
 */
final class Divider {
    /** Just over 2^bits / by. */
    private final long reciprocal;

    private final int bits;

    /** A divider by a number, 1 at least. */
    Divider(int by) {
        bits = Integer.SIZE - 1 + Integer.SIZE - Integer.numberOfLeadingZeros(by - 1);
        reciprocal = (1L << bits) / by + 1;
    }

    /** The whole part of a number, 0 at least, divided. */
    int divide(int number) {
        return (int) ((number * reciprocal) >>> bits);
    }
}
