package org.communitycontracts.places;

import java.util.Arrays;

/** How near a name comes to one that was perhaps misspelt; both folded. */
final class Spelling {
    private static final int LETTERS_A_SLIP = 4;

    private Spelling() {}

    /** Whether the name, or as many of its first words as were asked, may have been meant: one slip in four letters. */
    static boolean isNear(String asked, String name) {
        return slips(asked, firstWords(name, words(asked))) <= Math.max(1, asked.length() / LETTERS_A_SLIP);
    }

    /** How many letters have to be changed, added, left out or swapped with their neighbour. */
    static int slips(String asked, String name) {
        int[] before = new int[name.length() + 1];
        int[] above = new int[name.length() + 1];
        Arrays.setAll(above, at -> at);
        for (int i = 1; i <= asked.length(); i++) {
            int[] row = new int[name.length() + 1];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                boolean same = asked.charAt(i - 1) == name.charAt(j - 1);
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), 1 + Math.min(above[j], row[j - 1]));
                if (isSwapped(asked, i, name, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above[name.length()];
    }

    private static boolean isSwapped(String asked, int i, String name, int j) {
        return i > 1 && j > 1 && asked.charAt(i - 1) == name.charAt(j - 2) && asked.charAt(i - 2) == name.charAt(j - 1);
    }

    private static int words(String text) {
        return (int) text.chars().filter(letter -> letter == ' ').count() + 1;
    }

    static String firstWords(String name, int count) {
        String[] words = name.split(" ", count + 1);
        return String.join(" ", Arrays.copyOf(words, Math.min(count, words.length)));
    }
}
