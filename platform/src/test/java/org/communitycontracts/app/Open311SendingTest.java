package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.permissions.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other programs send reports: the council's administrator gives each a key, and what it sends is stored before it is answered. */
class Open311SendingTest {
    private static final Pattern SECRET = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");
    private static final HttpClient WEB = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Milltown milltown;
    private static String key;

    @BeforeAll
    static void aProgramIsGivenAKey() throws IOException {
        milltown = Milltown.in(OpenHouse.withoutSample(), "open311-sending");
        String yaml = Files.readString(Milltown.EXAMPLES.resolve("mill-lane-v1.yaml"));
        ContractFile contract =
                (ContractFile) Reading.of("mill-lane-v1.yaml", yaml.replace("until: 2027-01-05", "until: 2028-01-05"));
        assertThat(milltown.house.room(Contracts.class).adopt(milltown.council.id(), null, contract, now()))
                .isEqualTo(new Contracts.Adoption.Adopted(true));
        key = newKey("FixMyStreet");
    }

    private static Instant now() {
        return milltown.house.clock().instant();
    }

    /** The administrator makes a key on the office's page; it is shown there once. */
    private static String newKey(String name) {
        Tab administrator = milltown.administrator();
        administrator.opens(milltown.office("/programs")).sends(milltown.office("/programs"), Map.of("name", name));
        Matcher secret = SECRET.matcher(administrator.page());
        assertThat(secret.find()).as(administrator.page()).isTrue();
        assertThat(administrator.opens(milltown.office("/programs")).page())
                .contains(name)
                .doesNotContain(secret.group(1));
        return secret.group(1);
    }

    private static Map<String, String> report() {
        return new LinkedHashMap<>(Map.of(
                "jurisdiction_id", milltown.council.slug(),
                "api_key", key,
                "service_code", "flytip",
                "lat", "54.881",
                "long", "-1.421",
                "description", "Three mattresses behind the secret garden",
                "attribute[more]", "Mattresses, a van load",
                "email", "neighbour@example.org",
                "first_name", "Nell",
                "last_name", "Neighbour"));
    }

    private static HttpResponse<String> send(String format, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(milltown.house.at("/open311/v2/requests." + format))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return WEB.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String name(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get(0).path("service_request_id").asString();
    }

    private static long stored() {
        return milltown.house
                .database()
                .sql()
                .sql("select count(*) from reporting.report where council_id = :council")
                .param("council", milltown.council.id())
                .query(Long.class)
                .single();
    }

    private static HttpResponse<byte[]> asked(String rest) {
        String query = rest.contains("?") ? "&" : "?";
        return milltown.house.get(
                milltown.house.at("/open311/v2/" + rest + query + "jurisdiction_id=" + milltown.council.slug()));
    }

    @Test
    void whatIsSentIsStoredBeforeItIsAnsweredAndItsClockRuns() {
        long before = stored();
        HttpResponse<String> answer = send("json", report());
        String name = name(answer);
        assertThat(stored()).isEqualTo(before + 1);
        JsonNode sent = JSON.readTree(answer.body()).get(0);
        assertThat(sent.path("service_notice").asString())
                .isEqualTo("We will clear fly-tipping within 5 working days of your report.");
        JsonNode found =
                JSON.readTree(asked("requests/" + name + ".json").body()).get(0);
        assertThat(found.path("status").asString()).isEqualTo("open");
        assertThat(found.path("service_code").asString()).isEqualTo("flytip");
        assertThat(found.path("lat").asDouble()).isEqualTo(54.881);
        assertThat(found.path("agency_responsible").asString()).isEqualTo("Milltown Council");
        Instant due =
                OffsetDateTime.parse(found.path("expected_datetime").asString()).toInstant();
        assertThat(due).isBetween(now().plus(Duration.ofDays(4)), now().plus(Duration.ofDays(16)));
        assertThat(asked("requests.json?status=open").body())
                .asString(StandardCharsets.UTF_8)
                .contains(name);
    }

    @Test
    void whatSomebodyWroteIsGivenToNobody() {
        String name = name(send("json", report()));
        for (String public_ : List.of(
                "requests/" + name + ".json",
                "requests/" + name + ".xml?extensions=true",
                "requests.json",
                "servicerequestupdates.json")) {
            assertThat(asked(public_).body())
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("mattress", "Mattress", "garden", "Nell", "neighbour@example.org");
        }
        assertThat(milltown.house.text("/councils/" + milltown.council.slug() + "/cases/" + name))
                .contains(name)
                .doesNotContain("mattress", "garden", "Nell", "neighbour@example.org");
    }

    @Test
    void xmlIsAnsweredInXml() {
        assertThat(send("xml", report()).body())
                .matches("(?s)<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?><service_requests><request>"
                        + "<service_request_id>[0-9A-Z-]{11}</service_request_id><service_notice>We will .*</service_notice>"
                        + "<account_id></account_id></request></service_requests>");
    }

    @Test
    void aPrivateKindOfProblemStaysPrivateWhoeverSendsIt() {
        Map<String, String> report = report();
        report.put("service_code", "drug-dealing");
        String name = name(send("json", report));
        assertThat(asked("requests/" + name + ".json").statusCode()).isEqualTo(404);
        assertThat(asked("requests.json").body())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(name);
        assertThat(asked("servicerequestupdates.json?start_date=2020-01-01T00:00:00Z")
                        .body())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attribute[external_id]", "attribute[fixmystreet_id]"})
    void aReportThatIsSentAgainUnderItsNameIsStoredOnce(String field) {
        Map<String, String> report = report();
        report.put(field, "fms-" + UUID.randomUUID());
        String name = name(send("json", report));
        long before = stored();
        assertThat(name(send("json", report))).isEqualTo(name);
        assertThat(stored()).isEqualTo(before);
        report.put(field, "another");
        assertThat(name(send("json", report))).isNotEqualTo(name);
    }

    @Test
    void aReportThatIsSentAgainUnderItsKeyIsStoredOnceAndTheKeyIsGoodForNothingElse() {
        String once = "once-" + UUID.randomUUID();
        String name = name(send("json", report(), "Idempotency-Key", once));
        long before = stored();
        assertThat(name(send("json", report(), "Idempotency-Key", once))).isEqualTo(name);
        Map<String, String> other = report();
        other.put("description", "Something else");
        HttpResponse<String> refused = send("json", other, "Idempotency-Key", once);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get(0).path("description").asString())
                .contains("Idempotency-Key was used for something else");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            403 | api_key         | -                | api_key was not given
            403 | api_key         | nonsense         | The api_key is not one that this council gave
            400 | jurisdiction_id | -                | jurisdiction_id was not given
            404 | jurisdiction_id | atlantis         | No council here
            400 | service_code    | -                | service_code was not given
            404 | service_code    | nonsense         | There is no service with the service_code "nonsense"
            400 | lat             | -                | which is no place
            400 | long            | 181              | which is no place
            400 | lat             | 0x1F             | which is no place
            400 | description     | -                | description was not given
            400 | email           | no address       | email is "no address"
            """)
    void whatIsSentWronglyIsToldInTheFormatAskedForAndNotStored(
            int status, String field, @org.jspecify.annotations.Nullable String value, String because) {
        Map<String, String> report = report();
        report.remove(field);
        if (value != null) {
            report.put(field, value);
        }
        long before = stored();
        for (String format : List.of("json", "xml")) {
            HttpResponse<String> answer = send(format, report);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body())
                    .contains(format.equals("json") ? "[{\"code\":" + status + "," : "<errors><error><code>" + status)
                    .contains(format.equals("json") ? because.replace("\"", "\\\"") : because);
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatIsTooLongOrTooLargeIsToldAndNotStored() {
        long before = stored();
        Map<String, String> report = report();
        report.put("description", "x".repeat(4_001));
        assertThat(send("json", report).body()).contains("description is longer than 4,000 letters");
        report.put("description", "x".repeat(40_000));
        HttpResponse<String> large = send("json", report);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("\"code\":413");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aKeyOpensOnlyItsOwnCouncilAndNothingOnceItIsEnded() {
        Milltown elsewhere = Milltown.in(milltown.house, "open311-elsewhere");
        Map<String, String> report = report();
        report.put("jurisdiction_id", elsewhere.council.slug());
        assertThat(send("json", report).statusCode()).isEqualTo(403);
        report = report();
        report.put("api_key", newKey("An app"));
        name(send("json", report));
        String id = milltown.house
                .database()
                .sql()
                .sql("select key_id::text from people.program_key where council_id = :council and name = 'An app'")
                .param("council", milltown.council.id())
                .query(String.class)
                .single();
        Tab administrator = milltown.administrator();
        administrator.opens(milltown.office("/programs")).sends(milltown.office("/programs/" + id + "/end"), Map.of());
        assertThat(administrator.page()).contains("The key is ended");
        assertThat(send("json", report).statusCode()).isEqualTo(403);
        assertThat(milltown.verbs()).contains("program.admitted", "program.ended");
    }

    @Test
    void onlyTheHashOfAKeyIsKept() {
        for (String table : List.of("people.program_key", "acts.act", "web.once")) {
            assertThat(milltown.house
                            .database()
                            .sql()
                            .sql("select count(*) from " + table + " kept where kept::text like '%' || :key || '%'")
                            .param("key", key)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(milltown.tab(milltown.role(Role.EVALUATOR))
                        .looks(milltown.office("/programs"))
                        .statusCode())
                .isEqualTo(403);
    }
}
