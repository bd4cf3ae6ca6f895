package org.communitycontracts.web;

import java.util.ArrayList;
import java.util.List;

/** What must hold of a page as a whole: its headings, title, language, weight, and its width on a small screen. */
final class Structure {
    private static final String BYTES = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, piece) => sum + piece.transferSize, 0);
            """;
    private static final String TOO_WIDE = """
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            return [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > root.clientWidth + 0.5)
                .slice(0, 3)
                .map(one => one.tagName.toLowerCase() + '.' + one.getAttribute('class'))
                .concat(root.scrollWidth + ' > ' + root.clientWidth);
            """;

    private Structure() {}

    static List<String> faults(Browser browser, long mostBytes) {
        List<String> faults = new ArrayList<>();
        if (browser.count("h1") != 1) {
            faults.add("The page has %d first headings, not one".formatted(browser.count("h1")));
        }
        if (browser.ask(String.class, "return document.title").isBlank()) {
            faults.add("The page has no title");
        }
        if (browser.ask(String.class, "return document.documentElement.lang").isBlank()) {
            faults.add("The page does not say its language");
        }
        if (browser.count("script:not([src^='/']), script[src^='//'], [onclick]") > 0) {
            faults.add("The page has a script that is not a file of our own");
        }
        long bytes = browser.ask(Number.class, BYTES).longValue();
        if (bytes <= 0 || bytes >= mostBytes) {
            faults.add("The first visit weighs %d bytes; the most is %d".formatted(bytes, mostBytes));
        }
        return faults;
    }

    static List<String> reflow(Browser browser) {
        List<?> wide = browser.ask(List.class, TOO_WIDE);
        return wide.isEmpty() ? List.of() : List.of("The page scrolls sideways at a narrow width: " + wide);
    }
}
