package org.communitycontracts.contracts;

import java.util.List;
import org.communitycontracts.contracts.Node.Entries;

/** Whether the calendars and parties that a clause names are named in the head of the contract. */
final class Named {
    private final Entries root;
    private final Faults faults;

    Named(Entries root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** The calendar of this group, where it names one. */
    void checkCalendar(Entries group) {
        check("calendars", "calendar", group, "calendar");
    }

    /** The party this group names under this key, where it does. */
    void checkParty(Entries group, String key) {
        check("parties", "party", group, key);
    }

    /** How many calendars the contract has. */
    int calendars() {
        return root.find("calendars").orElse(null) instanceof Entries known
                ? known.entries().size()
                : 0;
    }

    private void check(String kinds, String kind, Entries group, String key) {
        group.findText(key).ifPresent(name -> {
            if (root.find(kinds).orElse(null) instanceof Entries known && !known.has(name)) {
                List<String> names = List.copyOf(known.entries().keySet());
                faults.add(
                        group.value(key).place(),
                        "There is no " + kind + " called " + Faults.quote(name) + " in this contract.",
                        Nearest.ask(
                                name,
                                names,
                                "Write " + Faults.list(names, "or") + ", or add it under " + Faults.quote(kinds)
                                        + "."));
            }
        });
    }
}
