package org.communitycontracts.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a page with the Tab key: everything that can be used must be reached, be in view and be seen to have the focus. */
final class Keyboard {
    private static final int MOST_STOPS = 400;
    /** Numbers what can be used; of radios with one name only one is a stop. */
    private static final String NUMBER = """
            const seen = new Set();
            let number = 0;
            document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').forEach(one => {
              if (one.disabled || !one.checkVisibility()) return;
              if (one.type === 'radio') {
                const group = [...document.querySelectorAll('input[type=radio]')].filter(other => other.name === one.name && other.form === one.form);
                if (one !== (group.find(other => other.checked) || group[0])) return;
              }
              one.dataset.stop = number++;
            });
            window.seenOf = one => {
              const looks = [];
              const add = (element, part) => {
                const style = getComputedStyle(element, part);
                looks.push(style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor,
                    style.borderTopColor, style.borderTopWidth, style.color);
              };
              add(one, null);
              if (one.labels) for (const label of one.labels) { add(label, null); add(label, '::before'); }
              return looks.join('|');
            };
            window.restOf = {};
            document.querySelectorAll('[data-stop]').forEach(one => { if (one !== document.activeElement) restOf[one.dataset.stop] = seenOf(one); });
            return number;
            """;

    private static final String HERE = """
            const one = document.activeElement;
            const box = one.getBoundingClientRect();
            return {
              stop: one.dataset.stop === undefined ? -1 : Number(one.dataset.stop),
              name: one.tagName.toLowerCase() + ' “' + (one.textContent || one.name || '').trim().slice(0, 40) + '”',
              seen: one.dataset.stop === undefined || restOf[one.dataset.stop] === undefined || restOf[one.dataset.stop] !== seenOf(one),
              inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
            };
            """;

    private static final String MISSED = """
            return [...document.querySelectorAll('[data-stop]')]
                .filter(one => !arguments[0].includes(Number(one.dataset.stop)))
                .slice(0, 5)
                .map(one => one.tagName.toLowerCase() + ' “' + (one.textContent || one.name || '').trim().slice(0, 40) + '”');
            """;

    private Keyboard() {}

    static List<String> faults(Browser browser) {
        int stops = browser.ask(Number.class, NUMBER).intValue();
        List<String> faults = new ArrayList<>();
        Set<Long> reached = new LinkedHashSet<>();
        for (int press = 0; press < Math.min(stops + 2, MOST_STOPS); press++) {
            browser.tab();
            Map<?, ?> here = browser.ask(Map.class, HERE);
            if (!Boolean.TRUE.equals(here.get("seen"))) {
                faults.add("The focus cannot be seen at " + here.get("name"));
            }
            if (!Boolean.TRUE.equals(here.get("inView"))) {
                faults.add("The focus is out of view at " + here.get("name"));
            }
            if (here.get("stop") instanceof Number stop) {
                reached.add(stop.longValue());
            }
        }
        if (stops <= MOST_STOPS) {
            List<?> missed = browser.ask(List.class, MISSED, new ArrayList<>(reached));
            missed.forEach(one -> faults.add("The Tab key does not reach " + one));
        }
        return faults;
    }
}
