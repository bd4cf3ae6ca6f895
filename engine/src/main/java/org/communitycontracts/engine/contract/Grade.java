package org.communitycontracts.engine.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A duty to be found in good order: of the spots inspected in a window, the clause's target says how many must be good enough (S21).
 *
 * @param event the event of an inspection, such as graded
 * @param scale the grades, the best first
 * @param atLeast the worst grade that is still good enough
 * @param points how a grade follows from what was counted; null when the inspector gives the grade, in the fact {@code grade}
 */
public record Grade(
        String event,
        List<String> scale,
        String atLeast,
        @Nullable Points points) implements Duty {
    public Grade {
        scale = List.copyOf(scale);
        if (!scale.contains(atLeast)) {
            throw new IllegalArgumentException("The grade " + atLeast + " is not on the scale");
        }
    }

    @Override
    public Set<String> evidence() {
        return Set.of(event);
    }

    /**
     * Things counted, each worth so many points: "6 small items are 1 large" is small 1, large 6.
     *
     * @param worth the points of each thing, by the fact that holds its count; whole numbers, 1 and up
     * @param below for each grade of the scale but the last, in order: fewer points than this; the last grade is for all the rest
     */
    public record Points(Map<String, Integer> worth, List<Integer> below) {
        public Points {
            worth = java.util.Collections.unmodifiableMap(new TreeMap<>(worth));
            below = List.copyOf(below);
        }
    }
}
