package org.communitycontracts.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How to turn the pages of a long list: back, on, and the numbers worth showing, which are the first, the last and those
 * beside the page that is open; what is left out between them is one gap. Pages are counted from 1.
 */
public record Turning(@Nullable String previous, @Nullable String next, List<Leaf> leaves) {
    public Turning {
        leaves = List.copyOf(leaves);
    }

    /** One number in the row, or the gap where numbers were left out (it has no address). */
    public record Leaf(int number, @Nullable String address, boolean current) {
        boolean isGap() {
            return address == null;
        }
    }

    public static Turning of(int page, int pages, IntFunction<String> address) {
        List<Leaf> leaves = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= pages; number++) {
            if (number == 1 || number == pages || Math.abs(number - page) <= 1) {
                if (number - last > 1) {
                    leaves.add(new Leaf(0, null, false));
                }
                leaves.add(new Leaf(number, address.apply(number), number == page));
                last = number;
            }
        }
        return new Turning(
                page > 1 ? address.apply(page - 1) : null, page < pages ? address.apply(page + 1) : null, leaves);
    }

    /** Whether there is anything to turn. */
    public boolean isNeeded() {
        return previous != null || next != null;
    }

    boolean isBare() {
        return leaves.isEmpty();
    }
}
