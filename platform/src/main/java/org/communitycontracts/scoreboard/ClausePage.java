package org.communitycontracts.scoreboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
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
     */
    record Local(String name, String address, @Nullable Figure figure) {}

    /**
     * How the clause stood in one version.
     *
     * @param contract the version
     * @param clause the clause in it; null when it did not have it
     * @param before the clause in the version before; null when there was none
     */
    record Change(
            Contract contract,
            @Nullable Clause clause,
            @Nullable Clause before) {
        /** Whether the version says the same in the same words. */
        boolean isNone() {
            return clause != null && clause.equals(before);
        }
    }

    /** The days within the months shown on which a new wording of this promise came into force. */
    List<LocalDate> changedWithin() {
        return line.whole().stream()
                .flatMap(whole -> changes().stream()
                        .filter(change -> !change.isNone())
                        .map(change -> change.contract().from())
                        .filter(from -> from.isAfter(whole.first().atDay(1))
                                && !from.isAfter(whole.last().atEndOfMonth())))
                .toList();
    }

    /** Every version, newest first. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Clause before = null;
        for (var file : board.agreement().versions()) {
            Clause clause = file.contract().clauses().stream()
                    .filter(each -> each.id().equals(line.clause().id()))
                    .findAny()
                    .orElse(null);
            changes.addFirst(new Change(file.contract(), clause, before));
            before = clause;
        }
        return changes;
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
