package org.communitycontracts.standards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.judging.Verdict.State;
import org.jspecify.annotations.Nullable;

/**
 * One page of the cases behind a figure, with the count of all of them.
 *
 * @param cases those on this page
 * @param count all that the question finds
 */
public record CaseList(List<Case> cases, long count) {
    public CaseList {
        cases = List.copyOf(cases);
    }

    /**
     * One report under one clause.
     *
     * @param report the report's number in its council
     * @param state what was found
     * @param start when the clock started
     * @param due the last moment at which the promise is still kept
     * @param stopped when the clock stopped; null while it runs
     * @param used seconds of the clause's calendar
     */
    public record Case(
            long report,
            State state,
            @Nullable Instant start,
            @Nullable Instant due,
            @Nullable Instant stopped,
            long used) {}

    /**
     * Which cases are asked for.
     *
     * @param council the council
     * @param contract the contract
     * @param clause the clause
     * @param neighbourhood only there; {@link Tallies#WHOLE_COUNCIL} for everywhere
     * @param state met, breached, pending or void (all that are not counted); null for all that are shown, whatever was found
     * @param from the first day of the first month asked for; null for the beginning
     * @param until the first day of the first month no longer asked for; null for the end
     * @param order how they are sorted
     * @param page which page, from 1
     * @param size how many on a page, 1 to 200
     */
    public record Question(
            long council,
            String contract,
            String clause,
            long neighbourhood,
            @Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Order order,
            int page,
            int size) {
        public Question {
            if (page < 1 || page > 100_000 || size < 1 || size > 200) {
                throw new IllegalArgumentException("A list has pages from 1 to 100000 and 1 to 200 cases on each");
            }
        }
    }

    /** How the cases are sorted. */
    public enum Order {
        NEWEST("due desc nulls last, report_id, cycle"),
        OLDEST("due nulls first, report_id desc, cycle desc"),
        LONGEST("used desc, report_id, cycle");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }
}
