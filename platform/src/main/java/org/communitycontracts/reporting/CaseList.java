package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of reports, with the count of all that were asked for.
 *
 * @param reports those on this page
 * @param count all that the question finds
 */
public record CaseList(List<Report> reports, long count) {
    public CaseList {
        reports = List.copyOf(reports);
    }

    /**
     * Which reports are asked for. The page begins at 1.
     *
     * @param neighbourhood only there; null for everywhere
     * @param category only these; null for all
     * @param from made at this moment or later; null for no beginning
     * @param until made before this moment; null for no end
     * @param order how they are sorted
     * @param page which page, from 1
     * @param size how many on a page, 1 to 1000
     */
    public record Question(
            @Nullable Long neighbourhood,
            @Nullable String category,
            @Nullable Instant from,
            @Nullable Instant until,
            Order order,
            int page,
            int size) {
        public Question {
            if (page < 1 || page > 1_000_000 || size < 1 || size > 1000) {
                throw new IllegalArgumentException("A list has pages from 1 and 1 to 1000 cases on each");
            }
        }
    }

    /** How a list of reports may be sorted. */
    public enum Order {
        NEWEST("made_at desc, report_id"),
        OLDEST("made_at, report_id"),
        CATEGORY("category, made_at desc, report_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }
}
