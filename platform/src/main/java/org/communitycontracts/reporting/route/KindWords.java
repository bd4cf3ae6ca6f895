package org.communitycontracts.reporting.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.reporting.Category;

/** The kinds of problems that can be reported everywhere, what people call them, and what is asked about each. */
public final class KindWords {
    private KindWords() {}

    /** Those that are offered even where no contract promises anything about them. */
    public static List<Category> list() {
        return Arrays.stream(Step.WORDS.of("kinds").split(", ", -1))
                .map(Category::new)
                .toList();
    }

    /** What people call such a problem. */
    public static String name(Category category) {
        return Kinds.name(category);
    }

    /** The title of a report: what it is about, and the street where one is known. */
    public static String title(Category category, Optional<String> street) {
        return street.map(name -> Step.WORDS.of("title.street", name(category), name))
                .orElse(name(category));
    }

    /** The one question that belongs to it; empty when there is none. */
    public static Optional<String> question(Category category) {
        String key = "more." + category.word();
        return Step.WORDS.has(key) ? Optional.of(Step.WORDS.of(key)) : Optional.empty();
    }
}
