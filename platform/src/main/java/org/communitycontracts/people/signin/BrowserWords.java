package org.communitycontracts.people.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser in words, as far as its owner needs them to know it again; the long line it sends is not kept. */
final class BrowserWords {
    /** The sign in the line and its word; the first that fits holds, since most lines name several. */
    private static final List<Sign> PROGRAMS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS", "Firefox"),
            new Sign("CriOS", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> MACHINES = List.of(
            new Sign("iPhone", "an iPhone"),
            new Sign("iPad", "an iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "a Mac"),
            new Sign("CrOS", "a Chromebook"),
            new Sign("Linux", "Linux"));

    private BrowserWords() {}

    static String of(@Nullable String userAgent) {
        String line = userAgent == null ? "" : userAgent;
        return word(PROGRAMS, line, "A browser") + " on " + word(MACHINES, line, "an unknown machine");
    }

    private static String word(List<Sign> signs, String line, String otherwise) {
        return signs.stream()
                .filter(sign -> line.contains(sign.sign))
                .findFirst()
                .map(Sign::word)
                .orElse(otherwise);
    }

    private record Sign(String sign, String word) {}
}
