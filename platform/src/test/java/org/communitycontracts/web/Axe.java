package org.communitycontracts.web;

import java.util.List;

/** What axe finds on the open page, by the rules of WCAG 2.2 A and AA and its own best practice. */
final class Axe {
    private static final String AXE = PageChecks.text("/axe.min.js");
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
            axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
                .then(found => done(found.violations.map(fault =>
                    'axe ' + fault.id + ': ' + fault.help + ' at ' + fault.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))))
                .catch(wrong => done(['axe did not run: ' + wrong]));
            """;

    private Axe() {}

    static List<String> faults(Browser browser) {
        browser.run(AXE);
        List<?> faults = browser.askLater(List.class, RUN);
        return faults.stream().map(String::valueOf).toList();
    }
}
