package org.communitycontracts.reporting.route;

import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.reporting.Category;

/**
 * A report as far as it is written.
 *
 * @param answers what was answered, by the name of its box; an empty answer was passed over
 */
record Draft(Map<String, String> answers) {
    private static final String PLACE = "place";
    private static final String NEAR = "near";
    private static final String FOR = "for";

    Draft {
        answers = Map.copyOf(answers);
    }

    /** The answer that none of the likely reports tells of the same problem. */
    static final String DIFFERENT = "different";

    /**
     * One that has just begun.
     *
     * @param place the slug of the neighbourhood; empty when it is somewhere else in the council
     * @param near the street or postcode that was looked for; may be empty
     */
    static Draft begun(String place, String near, boolean forAnother) {
        return new Draft(Map.of(PLACE, place, NEAR, near, FOR, forAnother ? "another" : ""));
    }

    String place() {
        return of(PLACE);
    }

    /** Where exactly; before that was answered, the street or postcode that was looked for. */
    String spot() {
        return has("spot") ? of("spot") : of(NEAR);
    }

    Category category() {
        return new Category(of("kind"));
    }

    /** Whether it is entered for somebody who told it by telephone, on paper or at the door. */
    boolean isForAnother() {
        return !of(FOR).isEmpty();
    }

    boolean isPrivate() {
        return category().isPrivate() || of("seen").equals("private");
    }

    /** The reference of the report that tells of the same problem; empty when none does. */
    String same() {
        return of("already").equals(DIFFERENT) ? "" : of("already");
    }

    boolean has(String box) {
        return answers.containsKey(box);
    }

    String of(String box) {
        return answers.getOrDefault(box, "");
    }

    /** The same with these answers; with another category or place, what was asked because of the last one is asked again. */
    Draft with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(answers);
        all.putAll(more);
        if (more.containsKey("kind") && !more.get("kind").equals(of("kind"))) {
            all.remove("answer");
            all.remove("already");
        }
        if (more.containsKey("spot") && !more.get("spot").equals(of("spot"))) {
            all.remove("already");
        }
        return new Draft(all);
    }
}
