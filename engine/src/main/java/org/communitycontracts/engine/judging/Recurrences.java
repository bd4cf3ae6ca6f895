package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.Circumstances;
import org.communitycontracts.engine.contract.When;

/** Counts how often something happened in the time before a moment: "three reports in six months". */
final class Recurrences {
    private final Register register;
    private final Map<When.Count, Map<String, List<Happening>>> bySame = new HashMap<>();

    Recurrences(Register register) {
        this.register = register;
    }

    /** How many there were in the stretch that ends with this moment, the moment included. */
    int count(When.Count count, Circumstances of) {
        String same = count.same() == null ? "" : of.fact(count.same());
        if (same == null) {
            return 0;
        }
        List<Happening> all = bySame.computeIfAbsent(count, this::sorted).getOrDefault(same, Collections.emptyList());
        Instant after = new LookBack(count.in(), of.calendar()).from(of.moment());
        int last = firstAfter(all, of.moment());
        int first = firstAfter(all, after);
        return count.distinct() == null ? Math.max(0, last - first) : distinct(all, first, last, count.distinct());
    }

    private int distinct(List<Happening> all, int first, int last, String fact) {
        Set<String> seen = new HashSet<>();
        int unnamed = 0;
        for (Happening one : all.subList(Math.min(first, last), last)) {
            String value = register.fact(one, fact);
            if (value == null) {
                unnamed++;
            } else {
                seen.add(value);
            }
        }
        return seen.size() + unnamed;
    }

    private Map<String, List<Happening>> sorted(When.Count count) {
        Map<String, List<Happening>> sorted = new HashMap<>();
        for (Happening one : register.of(count.event())) {
            String same = count.same() == null ? "" : register.fact(one, count.same());
            if (same != null) {
                sorted.computeIfAbsent(same, _ -> new ArrayList<>()).add(one);
            }
        }
        return sorted;
    }

    /** The place of the first that lies after a moment, by halving. */
    private static int firstAfter(List<Happening> inOrder, Instant moment) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle).at().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
