package org.communitycontracts.app;

import java.util.List;
import org.assertj.core.api.Assertions;

/** Finds cases of a kind in the open house. */
final class Cases {
    private Cases() {}

    /** The address of the first case of Plains Farm of which this is true, in words of SQL about a verdict {@code v}. */
    static String such(OpenHouse house, String condition) {
        List<String> found = house.database()
                .sql()
                .sql("select r.reference from standards.verdict v join reporting.report r using (council_id, report_id)"
                        + " where v.contract = 'plains-farm' and " + condition
                        + " order by r.made_at, r.reference limit 1")
                .query(String.class)
                .list();
        Assertions.assertThat(found).as("cases of which %s", condition).isNotEmpty();
        return "/councils/sunderland/cases/" + found.getFirst();
    }
}
