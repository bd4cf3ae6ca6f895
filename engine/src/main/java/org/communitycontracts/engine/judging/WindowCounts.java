package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Target;

/** Counts what happened on local days into the windows of one clause in one version. */
final class WindowCounts {
    /** What was counted in one window. */
    static final class Count {
        long kept;
        long counted;
        long cases;
        long unread;

        void add(boolean isKept) {
            add(isKept ? 1 : 0, 1);
        }

        void add(long part, long whole) {
            kept += part;
            counted += whole;
            cases++;
        }
    }

    private final NavigableMap<LocalDate, WindowSpan> windows = new TreeMap<>();
    private final NavigableMap<LocalDate, Count> counts = new TreeMap<>();
    private final Count outside = new Count();

    WindowCounts(InForce clause, Target target, AsOf asOf) {
        for (WindowSpan window : WindowSpan.listOf(clause, target.over(), asOf)) {
            windows.put(window.first(), window);
            counts.put(window.first(), new Count());
        }
    }

    /** Where something of this day is counted; what lies outside every window is counted nowhere. */
    Count on(LocalDate day) {
        var window = windows.floorEntry(day);
        return window == null || !window.getValue().counts(day)
                ? outside
                : counts.getOrDefault(window.getKey(), outside);
    }

    List<WindowSpan> windows() {
        return List.copyOf(windows.values());
    }

    Count of(WindowSpan window) {
        return counts.getOrDefault(window.first(), outside);
    }
}
