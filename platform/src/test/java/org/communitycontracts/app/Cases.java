package org.communitycontracts.app;

import java.util.List;
import org.assertj.core.api.Assertions;

/** Finds cases of a kind in the open house. */
final class Cases {
    private Cases() {}

    /** The address of the first case of Plains Farm of which this is true, in words of SQL about a verdict {@code v}. */
    static String such(OpenHouse house, String condition) {
        return "/councils/sunderland/cases/" + reference(house, "plains-farm", condition);
    }

    /** The address of the first case of Athersley and New Lodge that the contract of the whole council covers as well. */
    static String underTwoContracts(OpenHouse house) {
        String both = "v.clause = 'danger' and exists (select 1 from standards.verdict o"
                + " where o.council_id = v.council_id and o.report_id = v.report_id and o.contract <> v.contract)";
        return "/councils/barnsley/cases/" + reference(house, "athersley-and-new-lodge", both);
    }

    private static String reference(OpenHouse house, String contract, String condition) {
        List<String> found = house.database()
                .sql()
                .sql("select r.reference from standards.verdict v join reporting.report r using (council_id, report_id)"
                        + " where v.contract = :contract and " + condition
                        + " order by r.made_at, r.reference limit 1")
                .param("contract", contract)
                .query(String.class)
                .list();
        Assertions.assertThat(found).as("cases of which %s", condition).isNotEmpty();
        return found.getFirst();
    }
}
