package org.communitycontracts.engine.columns;

import java.util.Arrays;

/**
 * The holds of one case, united and in order: each begins where it says and ends just before its end. A view on a row of bounds that
 * is shared by many cases.
 */
final class HoldBounds {
    static final HoldBounds NONE = new HoldBounds(new int[0], 0, 0);

    /** Beginnings and ends by turns; this case's stand from {@code first} to just before {@code end}. */
    private final int[] bounds;

    private final int first;
    private final int end;

    HoldBounds(int[] bounds, int first, int end) {
        this.bounds = bounds;
        this.first = first;
        this.end = end;
    }

    /** Unites the spans in {@code bounds[0 .. end)}, leaves out what lies before {@code start}, and returns the new end. */
    static int unite(int[] bounds, int end, int start) {
        long[] spans = new long[end / 2];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = ((long) bounds[2 * i] << 32) | (bounds[2 * i + 1] & 0xFFFF_FFFFL);
        }
        Arrays.sort(spans);
        int united = 0;
        for (long span : spans) {
            int from = Math.max((int) (span >> 32), start);
            int to = (int) span;
            if (united > 0 && from <= bounds[united - 1]) {
                bounds[united - 1] = Math.max(bounds[united - 1], to);
            } else if (from < to) {
                bounds[united++] = from;
                bounds[united++] = to;
            }
        }
        return united;
    }

    int count() {
        return (end - first) / 2;
    }

    /** The seconds of all of them. */
    long length() {
        long length = 0;
        for (int i = first; i < end; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        return length;
    }

    int from(int hold) {
        return bounds[first + 2 * hold];
    }

    int to(int hold) {
        return bounds[first + 2 * hold + 1];
    }
}
