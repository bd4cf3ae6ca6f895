package org.communitycontracts.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person most likely meant. */
final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    /** The nearest of the known words, if one is near: a third of its letters wrong at most. */
    static Optional<String> find(String meant, Collection<String> known) {
        if (meant.isEmpty() || meant.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = meant.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(1, (word.length() + 1) / 3))
                .min(Comparator.comparingInt((String word) -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "Did you mean ...?" when a word is near, else the sentence given. */
    static String ask(String meant, Collection<String> known, String otherwise) {
        return find(meant, known).map(Nearest::ask).orElse(otherwise);
    }

    static String ask(String word) {
        return "Did you mean " + Faults.quote(word) + "?";
    }

    /** Letters to change, add, leave out or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, steps, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] steps, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
