package org.communitycontracts.reporting.importing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds the category of contracts for a source's own words: the one its mapping names, the one these words were given
 * before, or a new one made from the words.
 */
final class Categories {
    private static final int LONGEST = 40;
    private static final int LONGEST_WORDS = 300;
    private static final int MOST = 5_000;

    private final Map<String, String> mapped;
    private final Map<String, String> known;
    private final Set<String> used;
    private final BiConsumer<String, String> memory;

    /**
     * @param mapped categories by joined words, from the mapping
     * @param known categories by joined words, from earlier imports
     * @param memory is told the words and category of each new one
     */
    Categories(Map<String, String> mapped, Map<String, String> known, BiConsumer<String, String> memory) {
        this.mapped = mapped;
        this.known = new HashMap<>(known);
        this.used = new HashSet<>(mapped.values());
        this.used.addAll(known.values());
        this.memory = memory;
    }

    String of(List<String> words) throws BadRow {
        String joined = Mapping.joined(words);
        String named = mapped.getOrDefault(joined, known.get(joined));
        if (named != null) {
            return named;
        }
        if (joined.length() > LONGEST_WORDS) {
            throw new BadRow("The category " + BadRow.quoted(joined) + " is too long to be one");
        }
        if (known.size() >= MOST) {
            throw new BadRow("The source has more than " + MOST
                    + " different categories; perhaps its column of categories is one of free text");
        }
        String category = unique(slug(joined));
        known.put(joined, category);
        used.add(category);
        memory.accept(joined, category);
        return category;
    }

    private String unique(String slug) {
        String unique = slug;
        for (int n = 2; used.contains(unique); n++) {
            String end = "-" + n;
            unique = cut(slug, LONGEST - end.length()) + end;
        }
        return unique;
    }

    /** The words as a name that contracts can use. */
    static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String trimmed = plain.startsWith("-") ? plain.substring(1) : plain;
        String lettered = trimmed.isEmpty() || !Character.isLetter(trimmed.charAt(0)) ? "c-" + trimmed : trimmed;
        return cut(lettered, LONGEST);
    }

    private static String cut(String slug, int length) {
        String cut = slug.length() > length ? slug.substring(0, length) : slug;
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
