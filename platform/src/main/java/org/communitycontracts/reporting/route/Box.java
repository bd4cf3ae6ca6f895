package org.communitycontracts.reporting.route;

import java.util.List;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Field;

/**
 * One thing to fill in.
 *
 * @param choices what there is to choose from, for a choice
 */
record Box(Kind kind, Field field, List<Choice> choices) {
    /** How it is filled in. */
    enum Kind {
        LINE,
        TEXT,
        EMAIL,
        CHOICE
    }

    static Box of(Kind kind, Field field) {
        return new Box(kind, field, List.of());
    }
}
