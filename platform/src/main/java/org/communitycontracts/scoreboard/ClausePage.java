package org.communitycontracts.scoreboard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one clause shows.
 *
 * @param board the scoreboard the clause stands on
 * @param line the clause
 * @param neighbours the neighbourhoods under a contract of the whole council; empty for any other
 * @param meaning what the clause means, sentence by sentence
 */
record ClausePage(Board board, Line line, List<Local> neighbours, List<String> meaning) {
    ClausePage {
        neighbours = List.copyOf(neighbours);
        meaning = List.copyOf(meaning);
    }

    /**
     * A neighbourhood under a contract of the whole council.
     *
     * @param name what people call it
     * @param address its own page of this clause
     * @param figure its figure; null when it is hidden
     * @param hasOwn whether it has a contract of its own besides
     */
    record Local(String name, String address, @Nullable Figure figure, boolean hasOwn) {}

    /** The days within the months shown on which a new wording of this promise came into force, newest first. */
    List<LocalDate> changedWithin() {
        return board.changed(line);
    }

    /** The days of a period on which a new wording came into force: the row from which on the table speaks of it. */
    List<LocalDate> changedIn(Period period) {
        return board.agreement().changedIn(line.clause().id(), period);
    }

    /** Every version, newest first. */
    List<Agreement.Change> changes() {
        return board.agreement().changes(line.clause().id());
    }

    /** The periods before the window. */
    List<Period> earlier() {
        return line.all().subList(0, line.all().size() - line.window().size());
    }

    String casesAddress() {
        return board.address(line) + "/cases";
    }

    String casesAddress(Period period) {
        return casesAddress() + "?period=" + period.name();
    }
}
