package org.communitycontracts.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the inventory tells of it.
 *
 * @param room the schema
 * @param kept until when its rows are kept, in words
 * @param past the condition under which a row is past that time; null when rows end by other means than time
 * @param forgotten what happens to a row that is past its time: {@code delete}, or {@code set} and columns
 * @param holds how the rows of one person are found, and what erasing that person does to them
 */
public record KeptTable(
        String room,
        String name,
        String what,
        String kept,
        @Nullable String past,
        String forgotten,
        List<Hold> holds,
        List<KeptColumn> columns) {
    static final String DELETE = "delete";

    public KeptTable {
        holds = List.copyOf(holds);
        columns = List.copyOf(columns);
    }

    /**
     * How rows belong to a person.
     *
     * @param whose a condition on the row
     * @param erased {@code delete}; {@code set} and columns; {@code stays} or {@code itself} and a reason
     */
    public record Hold(String whose, String erased) {
        boolean isDoneHere() {
            return erased.equals(DELETE) || erased.startsWith("set ");
        }
    }

    /** Its name with its schema. */
    public String full() {
        return room + "." + name;
    }

    boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }

    public boolean isPersonal() {
        return columns.stream().anyMatch(each -> each.kind() == KeptColumn.Kind.PERSONAL);
    }
}
