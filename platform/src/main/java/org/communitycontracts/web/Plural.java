package org.communitycontracts.web;

import java.util.Locale;

/** Which plural form a language takes for a count: two in English, six in Welsh. */
final class Plural {
    private Plural() {}

    static String of(Locale language, long count) {
        return language.getLanguage().equals("cy") ? welsh(count) : count == 1 ? "one" : "other";
    }

    private static String welsh(long count) {
        if (count < 0 || count > 6) {
            return "other";
        }
        return switch ((int) count) {
            case 0 -> "zero";
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "few";
            case 6 -> "many";
            default -> "other";
        };
    }
}
