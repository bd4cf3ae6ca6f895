package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.standards.desk.Upkeep;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people of a party find on their desk, and what comes of what they do there. */
class ProvidersDeskTest {
    private static final String DESK = "/councils/providers-desk/desk";
    private static Newsroom news;
    private Tab council;
    private Tab homes;

    @BeforeAll
    static void aContractIsInForce() {
        news = new Newsroom("providers-desk");
    }

    /** The clock goes on in these tests, and a session of staff ends with the day. */
    @BeforeEach
    void bothSignIn() {
        council = news.milltown.tab(news.milltown.of(Role.SERVICE_OFFICER, "council"));
        homes = news.milltown.tab(news.milltown.of(Role.SERVICE_MANAGER, "homes"));
    }

    /** The job has its turn. */
    private static void keepsUp() {
        news.house.room(Sight.class).ofAll(() -> {
            news.house.room(Upkeep.class).run(news.house.clock().instant());
            return true;
        });
    }

    private static String at(String party, Newsroom.Made report) {
        return DESK + "/" + party + "/" + report.reference();
    }

    /** Takes a step at a desk with this form. */
    private static Tab takes(Tab tab, String party, Newsroom.Made report, String step, Map<String, String> typed) {
        String path = at(party, report) + "/" + step;
        return tab.opens(path).sends(path, typed);
    }

    /** The parties on whose desks a report lies. */
    private static List<String> desks(Newsroom.Made report) {
        return news.house
                .database()
                .sql()
                .sql("select party || case when offered then ' (offered)' else '' end from standards.work"
                        + " where reference = :reference order by party")
                .param("reference", report.reference())
                .query(String.class)
                .list();
    }

    private static Instant due(Newsroom.Made report) {
        return news.house
                .database()
                .sql()
                .sql("select due from standards.work where reference = :reference")
                .param("reference", report.reference())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void whatIsDueFirstStandsFirst() {
        Newsroom.Made later = news.reports("graffiti", "public");
        Newsroom.Made sooner = news.reports("offensive-graffiti", "public");
        keepsUp();
        council.opens(DESK + "/council");
        assertThat(council.status()).as(council.page()).isEqualTo(200);
        assertThat(council.page().indexOf(sooner.reference()))
                .isPositive()
                .isLessThan(council.page().indexOf(later.reference()));
        council.opens(DESK + "/council?kind=graffiti");
        assertThat(council.page()).contains(later.reference()).doesNotContain(sooner.reference());
    }

    @Test
    void whatNoContractPromisesLiesWithTheCouncil() {
        Newsroom.Made report = news.reports("noise", "public");
        keepsUp();
        assertThat(desks(report)).containsExactly("council");
        council.opens(DESK + "/council?part=unpromised");
        assertThat(council.page()).contains(report.reference());
        council.opens(at("council", report));
        assertThat(council.words()).contains("No contract promises anything about this here.");
    }

    @Test
    void onlyThePeopleOfThePartyComeIn() {
        Newsroom.Made report = news.reports("graffiti", "public");
        for (String path : List.of(
                DESK + "/council",
                DESK + "/council/find?reference=" + report.reference(),
                at("council", report),
                at("council", report) + "/fix")) {
            assertThat(homes.looks(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(homes.looks(at("homes", report)).statusCode()).isEqualTo(404);
        assertThat(homes.opens(DESK).address()).isEqualTo(DESK + "/homes");
    }

    @Test
    void aHoldStopsTheClockAndAReplyLetsItRunAgain() {
        Newsroom.Made report = news.reports("graffiti", "public");
        keepsUp();
        Instant before = due(report);
        takes(council, "council", report, "hold", Map.of("words", "Which wall?"));
        assertThat(council.words()).contains("The report is on hold.", "On hold: the clock is stopped");
        news.house.clock().forward(Duration.ofDays(7));
        bothSignIn();
        takes(council, "council", report, "resume", Map.of("words", "By telephone: the north wall."));
        assertThat(council.words()).contains("The clock runs again.").doesNotContain("On hold: the clock is stopped");
        assertThat(due(report)).isAfter(before.plus(Duration.ofDays(3)));
    }

    @Test
    void aHoldThatTheContractDoesNotAllowIsRefused() {
        Newsroom.Made report = news.reports("graffiti", "public");
        takes(council, "council", report, "hold", Map.of("choice", "passed_to_network", "words", "They dig."));
        assertThat(council.status()).isEqualTo(422);
        assertThat(council.words()).contains("Choose why it has to wait.");
        Newsroom.Made other = news.reports("offensive-graffiti", "public");
        council.opens(at("council", other) + "/hold");
        assertThat(council.address()).isEqualTo(at("council", other));
        assertThat(council.words()).doesNotContain("Put it on hold");
    }

    @Test
    void aClosureWithoutAFixIsNeverAPromiseKept() {
        Newsroom.Made report = news.reports("offensive-graffiti", "public");
        council.opens(at("council", report) + "/close").sends(at("council", report) + "/close", Map.of());
        assertThat(council.words()).contains("Choose why it cannot be fixed.");
        takes(council, "council", report, "close", Map.of("choice", "not_found"));
        assertThat(council.words()).contains("The report is closed without a fix.", "Due ");
        assertThat(desks(report)).isEmpty();
        Tab resident = new Tab(news.house).opens(news.address(report));
        assertThat(resident.words())
                .contains("Closed by the service without a fix.", "The service looked and did not find it.")
                .doesNotContain("Promise kept");
        news.house.clock().forward(Duration.ofHours(25));
        assertThat(resident.opens(news.address(report)).words()).contains("Promise not kept");
        resident.opens(report.followUp() + "/fixed");
        assertThat(resident.words()).contains("The service closed this without a fix");
        resident.sends(report.followUp() + "/fixed", Map.of("fixed", "no", "words", "It is on the shutter."));
        keepsUp();
        assertThat(desks(report)).containsExactly("council");
    }

    @Test
    void anOfferMovesNothingUntilItIsTaken() {
        Newsroom.Made report = news.reports("graffiti", "public");
        takes(council, "council", report, "offer", Map.of("choice", "homes"));
        assertThat(desks(report)).containsExactly("council", "homes (offered)");
        assertThat(homes.looks(at("homes", report) + "/fix").statusCode()).isEqualTo(303);
        takes(homes, "homes", report, "accept", Map.of());
        assertThat(desks(report)).containsExactly("homes");
        keepsUp();
        assertThat(desks(report)).containsExactly("homes");
        news.house.clock().forward(Duration.ofDays(14));
        assertThat(new Tab(news.house).opens(news.address(report)).words()).contains("Promise not kept");
        assertThat(news.house
                        .database()
                        .sql()
                        .sql("select verb from acts.act where kind = 'report' and reference = :reference order by verb")
                        .param("reference", report.reference())
                        .query(String.class)
                        .list())
                .contains("report.offer", "report.accept");
    }

    @Test
    void ofTwoWhoDoTheSameAtOnceTheLaterIsTold() {
        Newsroom.Made report = news.reports("graffiti", "public");
        String fix = at("council", report) + "/fix";
        Tab other = news.milltown.tab(news.milltown.of(Role.SERVICE_OFFICER, "council"));
        council.opens(fix);
        other.opens(fix).sends(fix, Map.of());
        council.sends(fix, Map.of("words", "I did it too."));
        assertThat(council.status()).isEqualTo(409);
        assertThat(council.words()).contains("leaves no room for this step", "I did it too.");
    }

    @Test
    void whoWishesToStayUnnamedIsNotNamedAndWhatIsPrivateStaysSo() {
        Newsroom.Made report = news.reports("graffiti", "private");
        keepsUp();
        council.opens(at("council", report));
        assertThat(council.words())
                .contains(
                        "Somebody who wishes to stay unnamed",
                        "The report is private.",
                        "Somebody's name in red paint");
        council.opens(DESK + "/council");
        assertThat(council.words()).contains("Private");
        assertThat(new Tab(news.house).opens(news.address(report)).status()).isEqualTo(404);
    }

    @Test
    void aQuestionToSomebodyWhoCannotReplyIsNotOffered() {
        Newsroom.Made report = news.reports("graffiti", "public");
        assertThat(council.opens(at("council", report)).words()).contains("Put it on hold");
        news.house
                .database()
                .sql()
                .sql("delete from reporting.told where report_id = (select report_id from reporting.report where"
                        + " reference = :reference)")
                .param("reference", report.reference())
                .update();
        assertThat(council.opens(at("council", report)).words())
                .doesNotContain("Put it on hold")
                .contains("It came from another system, without a name");
    }

    @Test
    void whatIsDoneOnOneOfTwoJoinedReportsCountsForBoth() {
        Newsroom.Made first = news.reports("graffiti", "public");
        news.house.clock().forward(Duration.ofDays(1));
        bothSignIn();
        Newsroom.Made second = news.reports("graffiti", "public");
        keepsUp();
        Instant own = due(second);
        assertThat(own).isAfter(due(first));
        takes(council, "council", first, "merge", Map.of("choice", second.reference()));
        assertThat(council.words()).contains("That report was made later.");
        takes(council, "council", second, "merge", Map.of("choice", "nothing"));
        assertThat(council.words()).contains("No report of this number lies on this desk.");
        takes(council, "council", second, "merge", Map.of("choice", second.reference()));
        assertThat(council.words()).contains("This is the report itself.");
        takes(
                council,
                "council",
                second,
                "merge",
                Map.of("choice", first.reference().toLowerCase(Locale.ROOT)));
        assertThat(council.words()).contains("The reports are joined.", "is dealt with there");
        assertThat(desks(first)).containsExactly("council");
        assertThat(desks(second)).isEmpty();

        takes(council, "council", first, "fix", Map.of());
        Tab resident = new Tab(news.house);
        for (Newsroom.Made report : List.of(first, second)) {
            assertThat(resident.opens(news.address(report)).words())
                    .contains("Promise kept", "One more report tells of the same problem.");
            assertThat(resident.opens(report.followUp()).words()).contains("Say whether it is fixed");
        }
        resident.opens(second.followUp() + "/fixed")
                .sends(second.followUp() + "/fixed", Map.of("fixed", "no", "words", "Half is there."));
        assertThat(resident.opens(news.address(first)).words()).contains("Not yet known");
    }

    @Test
    void aReportThatIsPartedHasItsOwnClockAndItsOwnEnd() {
        Newsroom.Made first = news.reports("graffiti", "public");
        Newsroom.Made second = news.reports("graffiti", "public");
        keepsUp();
        Instant own = due(second);
        takes(council, "council", second, "merge", Map.of("choice", first.reference()));
        takes(council, "council", second, "part", Map.of("words", "The other wall."));
        takes(council, "council", first, "fix", Map.of());
        assertThat(desks(second)).containsExactly("council");
        assertThat(due(second)).isEqualTo(own);
        assertThat(new Tab(news.house).opens(news.address(second)).words())
                .contains("Not yet known", "Parted again from the other report")
                .doesNotContain("tells of the same problem");
    }

    @Test
    void anotherKindHasAnotherPromiseButNoMoreTimeWithoutTheResident() {
        Newsroom.Made report = news.reports("offensive-graffiti", "public");
        keepsUp();
        Instant before = due(report);
        takes(council, "council", report, "recategorise", Map.of());
        assertThat(council.words()).contains("Choose what kind of problem it is.");
        takes(council, "council", report, "recategorise", Map.of("choice", "graffiti"));
        assertThat(council.words()).contains("The report is of the other kind now.");
        assertThat(council.heading()).isEqualTo("Graffiti");
        assertThat(due(report)).isEqualTo(before);

        Newsroom.Made other = news.reports("graffiti", "public");
        keepsUp();
        Instant slower = due(other);
        takes(council, "council", other, "recategorise", Map.of("choice", "offensive-graffiti"));
        assertThat(due(other)).isBefore(slower);

        Newsroom.Made danger = news.reports("graffiti", "public");
        takes(council, "council", danger, "recategorise", Map.of("choice", "drug-dealing"));
        assertThat(new Tab(news.house).opens(news.address(danger)).status()).isEqualTo(404);
    }

    @Test
    void nothingIsJoinedWithAPrivateReport() {
        Newsroom.Made first = news.reports("graffiti", "private");
        Newsroom.Made second = news.reports("graffiti", "public");
        takes(council, "council", second, "merge", Map.of("choice", first.reference()));
        assertThat(council.words()).contains("That report is private");
        assertThat(council.opens(at("council", first)).words()).doesNotContain("Join it with an earlier report");
    }

    @Test
    void theJobLaysOutWhatADeedLaidOut() {
        Newsroom.Made report = news.reports("street-light", "public");
        takes(council, "council", report, "hold", Map.of("choice", "passed_to_network"));
        List<Map<String, Object>> byDeed = rows(report);
        assertThat(byDeed).hasSize(1);
        news.house.database().sql().sql("delete from standards.work_reading").update();
        news.house.database().sql().sql("delete from standards.work").update();
        keepsUp();
        assertThat(rows(report)).isEqualTo(byDeed);
    }

    private static List<Map<String, Object>> rows(Newsroom.Made report) {
        return news.house
                .database()
                .sql()
                .sql("select * from standards.work where reference = :reference")
                .param("reference", report.reference())
                .query()
                .listOfRows();
    }
}
