package org.communitycontracts.web.parts;

import java.util.List;
import org.communitycontracts.web.Link;

/** One line of a summary: a name, its value and what can be done about it; each deed is said to those who do not see it. */
public record Row(String name, Cell value, List<Link> deeds) {
    public Row {
        deeds = List.copyOf(deeds);
    }

    public static Row of(String name, String value) {
        return new Row(name, Cell.of(value), List.of());
    }

    public static Row of(String name, Cell value) {
        return new Row(name, value, List.of());
    }

    public Row with(Link... links) {
        return new Row(name, value, List.of(links));
    }
}
