package org.communitycontracts.app;

import java.sql.Timestamp;
import java.util.Map;
import org.communitycontracts.people.Token;

/** Somebody who reports a problem without a window: begins at a place, answers every question, and sends. */
final class Reporter {
    static final Map<String, String> GRAFFITI = Map.of(
            "already", "different",
            "spot", "Primate Road, on the wall beside the shop",
            "kind", "graffiti",
            "description", "Somebody's name in red paint",
            "answer", "Brick",
            "seen", "public",
            "who", "nobody",
            "name", "",
            "email", "");

    private Reporter() {}

    /** Begins a report; the tab then stands at the first question. */
    static Tab begins(OpenHouse house, String place) {
        return begins(new Tab(house), place);
    }

    static Tab begins(Tab tab, String place) {
        return tab.opens(place + "/report").sends(place + "/report", Map.of());
    }

    /** Answers every question up to the page for checking. */
    static Tab answers(Tab tab, Map<String, String> answers) {
        for (int question = 0; !tab.heading().equals("Check your answers"); question++) {
            if (question > 10) {
                throw new AssertionError("Still asked “" + tab.heading() + "” at " + tab.address());
            }
            tab.sends(tab.address(), answers);
        }
        return tab;
    }

    /** Sends what was checked; the tab then stands where this is said. */
    static Tab sends(Tab tab) {
        return tab.sends(tab.address(), Map.of());
    }

    /** The service says that the report behind a follow-up page is fixed. */
    static void isSaidToBeFixed(OpenHouse house, String followUp) {
        isSaid(house, followUp, "fixed");
    }

    /** The service says this of the report behind a follow-up page. */
    static void isSaid(OpenHouse house, String followUp, String event) {
        house.database()
                .sql()
                .sql("""
                        insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)
                        select t.council_id, t.report_id, max(h.seq) + 1, :event, :now, :now, '{}'
                        from reporting.told t join reporting.happening h using (council_id, report_id)
                        where t.token_hash = :token group by t.council_id, t.report_id""")
                .param("event", event)
                .param("now", Timestamp.from(house.clock().instant()))
                .param(
                        "token",
                        new Token(followUp.replaceFirst(".*/follow-up/", "").replaceFirst("/.*", "")).hash())
                .update();
    }
}
