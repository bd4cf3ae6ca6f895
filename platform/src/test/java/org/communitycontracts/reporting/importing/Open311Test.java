package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.SharedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Open311 servers of several cities answer. */
class Open311Test {
    private static ImportDesk desk;
    private static Source open311;

    @BeforeAll
    static void openTheDesk() {
        desk = new ImportDesk();
        open311 = ImportDesk.source("open311");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Path sanFrancisco(String name) {
        return SharedFiles.file("open311/codeforamerica-open311-ruby/" + name);
    }

    @Test
    void requestsInXmlAreTakenWithTheirExpectedTimeAsThePromise() throws Exception {
        Summary summary = desk.take(open311, sanFrancisco("service_requests.xml"));
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(summary.rejected()).isZero();
        assertThat(desk.story("638344").happenings())
                .extracting(happening -> happening.event() + " " + happening.at() + " "
                        + happening.facts().get("promised"))
                .containsExactly(
                        "reported 2010-04-14T14:37:38Z 2010-04-15T14:37:38Z", "closed 2010-04-14T14:37:38Z null");
        assertThat(desk.story("638344").report().category()).isEqualTo("sidewalk-and-curb-issues");
        assertThat(desk.take(open311, sanFrancisco("get_service_request.xml")).done())
                .isEqualTo(new Intake.Counts(0, 0, 1, 0));
    }

    @Test
    void anEmptyListIsTakenAndHoldsNothing() throws Exception {
        Summary summary = desk.take(open311, sanFrancisco("service_requests_empty.xml"));
        assertThat(summary.rows()).isZero();
    }

    @Test
    void aReceiptWithoutATimeIsSetAsideWithTheReason() throws Exception {
        Summary summary = desk.take(open311, sanFrancisco("request_id_from_token.xml"));
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rejects()).isNotNull().content().contains("requested_datetime is empty,638344");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403.xml                           | a web server's whole answer (HTTP/1.1 403 Forbidden)
            get_service_request_not_found.xml | a server's message of an error, not a list of service requests: "404 Service
            services.xml                      | It holds <services>, not <service_requests>.
            service_definition.xml            | It holds <service_definition>, not <service_requests>.
            """)
    void whatIsNoListOfRequestsIsRefusedInOneSentence(String file, String because) {
        assertThatThrownBy(() -> desk.take(open311, sanFrancisco(file)))
                .isInstanceOf(WrongFile.class)
                .hasMessageContaining(because);
    }

    @Test
    void chicagosRequestsKeepTheirHistoryButNotWhatWasWrittenInIt() throws Exception {
        Path file = SharedFiles.file("open311/chicago/chicago_open311_requests.json");
        assertThat(desk.take(open311, file).done()).isEqualTo(new Intake.Counts(50, 0, 0, 0));
        assertThat(desk.take(open311, file).done()).isEqualTo(new Intake.Counts(0, 0, 50, 0));
        assertThat(desk.story("14-00011080").happenings())
                .extracting(happening -> happening.event() + " " + happening.at())
                .containsExactly(
                        "reported 2014-01-03T20:18:52Z",
                        "activity 2014-05-07T13:30:00Z",
                        "follow_on_created 2014-05-07T13:40:25Z",
                        "follow_on_closed 2015-10-01T17:44:54Z",
                        "closed 2015-10-01T17:44:55Z");
        assertThat(desk.count("happening h where h::text ilike '%plumbing%' or h::text ilike '%inspector%'"))
                .isZero();
    }

    @Test
    void aDocumentTypeIsRefusedAndItsEntitiesAreNeverRead() throws Exception {
        Path file = desk.write("entity.xml", """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <service_requests><request><service_request_id>&x;</service_request_id></request></service_requests>""");
        assertThatThrownBy(() -> desk.take(open311, file))
                .isInstanceOf(WrongFile.class)
                .hasMessageContaining("declares a document type");
    }

    @Test
    void aFileThatBreaksOffGivesWhatCameBefore() throws Exception {
        String one =
                "{\"service_request_id\":\"%s\",\"status\":\"open\",\"service_name\":\"Lamp\",\"requested_datetime\":\"2026-06-01T10:00:00Z\"}";
        Path file = desk.write("torn.json", "[" + one.formatted("torn-1") + "," + one.formatted("torn-2") + ",{\"serv");
        Summary summary = desk.take(open311, file);
        assertThat(summary.done().added()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rejects()).isNotNull().content().contains("breaks off here");
    }

    @Test
    void aTimeWithoutItsOffsetIsRefused() throws Exception {
        Path file = desk.write("local.json", """
                [{"service_request_id":"x1","status":"open","service_name":"Lamp","requested_datetime":"2026-06-01T10:00:00"}]""");
        assertThat(desk.take(open311, file).rejects()).isNotNull().content().contains("is not a time with its offset");
    }

    @Test
    void anErrorInJsonIsRefused() throws Exception {
        for (String text : List.of(
                "[{\"code\":404,\"description\":\"not found\"}]", "{\"errors\":[]}", "\"hello\"", "[", "{", "x", "7")) {
            Path file = desk.write("error.json", text);
            if (!"[".equals(text)) {
                assertThatThrownBy(() -> desk.take(open311, file)).as(text).isInstanceOf(WrongFile.class);
            }
        }
    }
}
