package org.communitycontracts.reporting.route;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.web.parts.Choice;

/** The kinds of problems there are to choose from: first those that a contract here promises something about. */
final class Kinds {
    private static final String OTHER = "other";

    private Kinds() {}

    static List<Choice> choices(Route route) {
        Set<String> words = new LinkedHashSet<>();
        route.promises()
                .forEach(promise -> promise.categories().stream().sorted().forEach(words::add));
        words.addAll(Arrays.asList(Step.WORDS.of("kinds").split(", ", -1)));
        words.remove(OTHER);
        words.add(OTHER);
        return words.stream()
                .map(Category::new)
                .map(category -> choice(category, route))
                .toList();
    }

    private static Choice choice(Category category, Route route) {
        Choice choice = Choice.of(category.word(), name(category));
        if (category.isPrivate()) {
            return choice.withHint(Step.WORDS.of("kind.private"));
        }
        return route.promised(category).stream()
                .filter(promise -> !promise.categories().isEmpty())
                .findFirst()
                .map(Promises.Promise::time)
                .map(time -> choice.withHint(Step.WORDS.of("kind.promised", time)))
                .orElse(choice);
    }

    /** What people call such a problem. */
    static String name(Category category) {
        String key = "kind." + category.word();
        return Step.WORDS.has(key) ? Step.WORDS.of(key) : category.plain();
    }
}
