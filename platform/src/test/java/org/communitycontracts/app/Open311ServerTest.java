package org.communitycontracts.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.standards.Covered;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs get from the sample's councils, in both formats, and what they are told when they ask wrongly. */
class Open311ServerTest {
    private static final String HERE = "jurisdiction_id=sunderland";
    private static final String REQUESTS = "/open311/v2/requests.json?" + HERE;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static OpenHouse house;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
    }

    private static JsonNode json(String address) {
        HttpResponse<byte[]> answer = house.get(house.at(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        return JSON.readTree(answer.body());
    }

    private static List<JsonNode> list(String address) {
        return StreamSupport.stream(json(address).spliterator(), false).toList();
    }

    private static Element xml(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (Exception fault) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), fault);
        }
    }

    private static String text(JsonNode node, String field) {
        assertThat(node.has(field)).as("%s in %s", field, node).isTrue();
        return node.path(field).asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The schema of one kind of answer, out of the file of all of them. */
    private static Schema schema(String kind) throws IOException {
        String all = new String(
                requireNonNull(Open311ServerTest.class.getResourceAsStream("open311-schema.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        JsonNode tree = JSON.readTree(all);
        String one = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$ref\":\"#/$defs/" + kind
                + "\",\"$defs\":" + tree.path("$defs") + "}";
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(one, InputFormat.JSON);
    }

    private static String someReference() {
        return text(list(REQUESTS + "&page_size=1").getFirst(), "service_request_id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            discovery     | /open311/discovery
            services      | /open311/v2/services
            definition    | /open311/v2/services/flytip
            requests      | /open311/v2/requests
            extended      | /open311/v2/requests?extensions=true&page_size=200
            updates       | /open311/v2/servicerequestupdates?start_date=2026-09-01T00:00:00Z
            """)
    void everyAnswerKeepsItsSchemaAndSaysTheSameInXml(String kind, String asked) throws IOException {
        String[] parts = asked.split("\\?", -1);
        String query = "?" + HERE + (parts.length > 1 ? "&" + parts[1] : "");
        byte[] json = house.get(house.at(parts[0] + ".json" + query)).body();
        assertThat(schema(kind).validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .as(kind)
                .isEmpty();
        HttpResponse<byte[]> inXml = house.get(house.at(parts[0] + ".xml" + query));
        assertThat(inXml.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(new String(inXml.body(), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(leaves(xml(inXml.body())))
                .isNotEmpty()
                .isEqualTo(leaves(JSON.readTree(json), xml(inXml.body()).getNodeName()));
    }

    /** The paths and texts of everything that has no parts of its own; what is nothing in JSON is empty in XML. */
    private static List<String> leaves(Element root) {
        List<String> leaves = new ArrayList<>();
        collect(root, root.getNodeName(), leaves);
        return leaves;
    }

    private static void collect(Element element, String path, List<String> leaves) {
        boolean hasParts = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                hasParts = true;
                collect(part, isItem(part) ? path : path + "/" + part.getNodeName(), leaves);
            }
        }
        if (!hasParts && !isList(element.getNodeName())) {
            leaves.add(path + "=" + element.getTextContent());
        }
    }

    private static boolean isItem(Element part) {
        return List.of("service", "attribute", "value", "request", "request_update", "note", "endpoint", "format")
                .contains(part.getNodeName());
    }

    private static boolean isList(String name) {
        return List.of("attributes", "values", "notes", "services", "service_requests", "service_request_updates")
                .contains(name);
    }

    private static List<String> leaves(JsonNode root, String name) {
        List<String> leaves = new ArrayList<>();
        collect(root, name, leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String path, List<String> leaves) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, path, leaves));
        } else if (node.isObject()) {
            node.properties().forEach(part -> collect(part.getValue(), path + "/" + part.getKey(), leaves));
        } else {
            leaves.add(path + "=" + (node.isNull() ? "" : node.asString()));
        }
    }

    @Test
    void discoveryLeadsToTheAddressesThatAnswer() {
        JsonNode found = json("/open311/discovery.json");
        JsonNode endpoint = found.path("endpoints").get(0);
        assertThat(text(endpoint, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(text(endpoint, "url")).endsWith("/open311/v2");
        assertThat(endpoint.path("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
    }

    @Test
    void theServicesAreTheCategoriesWithTheirPromises() {
        JsonNode flytip = list("/open311/v2/services.json?" + HERE).stream()
                .filter(service -> text(service, "service_code").equals("flytip"))
                .findFirst()
                .orElseThrow();
        assertThat(text(flytip, "service_name")).isEqualTo("Flytip");
        assertThat(text(flytip, "description"))
                .isEqualTo(
                        "Fly-tipping: rubbish that was dumped. Plains Farm: We will clear fly-tipping within 5 working days of your report.");
        assertThat(text(flytip, "type")).isEqualTo("realtime");
        assertThat(flytip.path("metadata").asBoolean()).isTrue();
        JsonNode attribute = json("/open311/v2/services/flytip.json?" + HERE)
                .path("attributes")
                .get(0);
        assertThat(text(attribute, "code")).isEqualTo("more");
        assertThat(text(attribute, "description")).isEqualTo("What was dumped, and how much is it?");
        assertThat(json("/open311/v2/services/litter.json?" + HERE).path("attributes"))
                .isEmpty();
    }

    @Test
    void whatIsExpectedIsTheDueMomentOfTheLiveClock() {
        Council council = house.room(Councils.class).find("sunderland").orElseThrow();
        List<Covered> contracts = Covered.listOf(house.room(Contracts.class), council.id());
        Reports reports = house.room(Reports.class);
        int compared = 0;
        for (JsonNode request : list(REQUESTS + "&page_size=300")) {
            Report report = reports.find(council.id(), text(request, "service_request_id"))
                    .orElseThrow();
            List<Verdict> verdicts = contracts.stream()
                    .flatMap(covered -> new Judge(covered.versions())
                                    .judge(
                                            report.reference(),
                                            reports.happenings(report),
                                            requireNonNull(council.figuresAsOf()),
                                            house.clock().instant())
                                    .stream())
                    .filter(verdict -> verdict.due() != null
                            && List.of(Verdict.State.MET, Verdict.State.BREACHED, Verdict.State.PENDING)
                                    .contains(verdict.state()))
                    .toList();
            if (verdicts.size() == 1) {
                compared++;
                assertThat(OffsetDateTime.parse(text(request, "expected_datetime"))
                                .toInstant())
                        .as(report.reference())
                        .isEqualTo(verdicts.getFirst().due());
                assertThat(text(request, "service_notice")).startsWith("We will");
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void aClosedRequestWasUpdatedWhenItWasClosedAndItsDatesHaveTheOffsetOfTheDay() {
        List<JsonNode> closed = list(REQUESTS
                + "&status=closed&page_size=1000&start_date=2026-01-05T00:00:00Z&end_date=2026-04-05T00:00:00Z");
        Reports reports = house.room(Reports.class);
        long council =
                house.room(Councils.class).find("sunderland").orElseThrow().id();
        assertThat(closed).hasSizeGreaterThan(20).allSatisfy(request -> {
            Report report =
                    reports.find(council, text(request, "service_request_id")).orElseThrow();
            Instant updated =
                    OffsetDateTime.parse(text(request, "updated_datetime")).toInstant();
            assertThat(reports.happenings(report))
                    .anyMatch(happening -> happening.at().equals(updated)
                            && List.of(
                                            "fixed",
                                            "closed",
                                            "answered",
                                            "withdrawn",
                                            "duplicate",
                                            "not_in_area",
                                            "not_abandoned")
                                    .contains(happening.event()));
            assertThat(text(request, "status_notes")).isNotBlank();
        });
        assertThat(closed)
                .extracting(request -> text(request, "requested_datetime").substring(19))
                .contains("+00:00", "+01:00");
    }

    @Test
    void filtersNarrowTheList() {
        List<JsonNode> all = list(REQUESTS + "&page_size=1000");
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all)
                .extracting(request -> OffsetDateTime.parse(text(request, "requested_datetime"))
                        .toInstant())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        List<JsonNode> open = list(REQUESTS + "&page_size=1000&status=open");
        List<JsonNode> closed = list(REQUESTS + "&page_size=1000&status=closed");
        assertThat(open)
                .isNotEmpty()
                .allMatch(request -> text(request, "status").equals("open"));
        assertThat(closed)
                .isNotEmpty()
                .allMatch(request -> text(request, "status").equals("closed"));
        assertThat(open.size() + closed.size()).isEqualTo(all.size());
        assertThat(list(REQUESTS + "&page_size=1000&status=open,closed")).isEqualTo(all);
        assertThat(list(REQUESTS + "&page_size=1000&status=open&status=closed")).isEqualTo(all);
        assertThat(list(REQUESTS + "&page_size=1000&service_code=flytip,graffiti"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(request -> List.of("flytip", "graffiti").contains(text(request, "service_code")))
                        .toList());
        assertThat(list(REQUESTS + "&service_code=no-such-service")).isEmpty();
    }

    @Test
    void withoutDatesTheLastNinetyDaysAreMeantAndNamesGoBeforeEverythingElse() {
        Instant asOf = requireNonNull(
                house.room(Councils.class).find("sunderland").orElseThrow().figuresAsOf());
        assertThat(list(REQUESTS))
                .allMatch(request -> !OffsetDateTime.parse(text(request, "requested_datetime"))
                        .toInstant()
                        .isBefore(asOf.minus(java.time.Duration.ofDays(90))));
        JsonNode old =
                list(REQUESTS + "&start_date=2025-06-01T00:00:00Z&page_size=1").getFirst();
        assertThat(Instant.parse("2025-08-31T00:00:00Z"))
                .isAfter(OffsetDateTime.parse(text(old, "requested_datetime")).toInstant());
        String name = text(old, "service_request_id");
        assertThat(list(REQUESTS + "&status=nonsense&start_date=never&service_request_id=" + name + ",ZZZ-ZZZ-ZZZ"))
                .containsExactly(old);
        assertThat(list("/open311/v2/requests/" + name + ".json?" + HERE)).containsExactly(old);
        assertThat(json("/open311/v2/tokens/" + name + ".json?" + HERE).toString())
                .isEqualTo("[{\"service_request_id\":\"" + name + "\",\"token\":\"" + name + "\"}]");
    }

    @Test
    void whatChangedIsFoundByWhenItChangedHoweverOldItIs() {
        String window =
                "&updated_after=" + encoded("2026-08-01T00:00:00+01:00") + "&updated_before=2026-08-08T00:00:00Z";
        List<JsonNode> changed = list(REQUESTS + "&page_size=1000" + window);
        assertThat(changed)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(OffsetDateTime.parse(text(request, "updated_datetime"))
                                .toInstant())
                        .isBetween(Instant.parse("2026-07-31T23:00:00Z"), Instant.parse("2026-08-08T00:00:00Z")));
        assertThat(
                        list(
                                REQUESTS
                                        + "&page_size=1000&updated_after=2026-08-01T00:00:00+01:00&updated_before=2026-08-08T00:00:00Z"))
                .as("a plus sign that nobody wrote as %2B")
                .isEqualTo(changed);
    }

    @Test
    void pagesFollowOneAnother() {
        List<JsonNode> all = list(REQUESTS + "&page_size=100");
        List<JsonNode> pieces = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pieces.addAll(list(REQUESTS + "&page_size=25&page=" + page));
        }
        assertThat(pieces).hasSize(100).isEqualTo(all);
        assertThat(list(REQUESTS + "&page_size=100&page=900")).isEmpty();
    }

    @Test
    void newsIsOfTheTimeAskedForAndNeverCallsFixedWhatWasOnlyClosed() {
        String window = "&start_date=2026-06-01T00:00:00Z&end_date=2026-09-01T00:00:00Z";
        List<JsonNode> updates = list("/open311/v2/servicerequestupdates.json?" + HERE + window);
        assertThat(updates).hasSizeGreaterThan(50).allSatisfy(update -> {
            assertThat(text(update, "update_id")).startsWith(text(update, "service_request_id") + ".");
            assertThat(OffsetDateTime.parse(text(update, "updated_datetime")).toInstant())
                    .isBetween(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-09-01T00:00:00Z"));
        });
        assertThat(updates).extracting(update -> text(update, "update_id")).doesNotHaveDuplicates();
        Map<String, String> said = new TreeMap<>();
        updates.forEach(update -> said.put(text(update, "external_status_code"), text(update, "status")));
        assertThat(said)
                .containsEntry("fixed", "fixed")
                .containsEntry("closed", "no_further_action")
                .containsEntry("seen", "investigating");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | /services.json                                                       | jurisdiction_id was not given
            400 | /services.xml                                                        | jurisdiction_id was not given
            400 | /requests.xml?jurisdiction_id=                                       | jurisdiction_id was not given
            404 | /services.json?jurisdiction_id=atlantis                              | No council here has the jurisdiction_id "atlantis"
            404 | /services.xml?jurisdiction_id=atlantis                               | No council here has the jurisdiction_id "atlantis"
            404 | /requests.json?jurisdiction_id=atlantis                              | No council here
            404 | /services/nonsense.json?jurisdiction_id=sunderland                   | There is no service with the service_code "nonsense"
            404 | /services/nonsense.xml?jurisdiction_id=sunderland                    | There is no service with the service_code "nonsense"
            404 | /requests/not-an-id.json?jurisdiction_id=sunderland                  | There is no service request with the service_request_id "not-an-id"
            404 | /requests/not-an-id.xml?jurisdiction_id=sunderland                   | There is no service request with the service_request_id "not-an-id"
            404 | /tokens/not-an-id.xml?jurisdiction_id=sunderland                     | id or token "not-an-id"
            404 | /tokens/not-an-id.json?jurisdiction_id=sunderland                    | id or token "not-an-id"
            400 | /services.yaml?jurisdiction_id=sunderland                            | The format "yaml" is not known
            400 | /requests/x.html?jurisdiction_id=sunderland                          | The format "html" is not known
            400 | /requests.json?jurisdiction_id=sunderland&start_date=2026-06-02      | start_date is "2026-06-02", which is not a date and time with its offset
            400 | /requests.xml?jurisdiction_id=sunderland&end_date=yesterday          | end_date is "yesterday"
            400 | /requests.json?jurisdiction_id=sunderland&updated_after=2026-06-02T10:00:00      | updated_after is
            400 | /requests.json?jurisdiction_id=sunderland&updated_before=%2B999999999-01-01T00:00:00Z | updated_before is
            400 | /requests.json?jurisdiction_id=sunderland&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z | more than 90 days apart
            400 | /requests.json?jurisdiction_id=sunderland&start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z | start_date lies after end_date
            400 | /requests.json?jurisdiction_id=sunderland&status=gone                | The status "gone" is not known
            400 | /requests.json?jurisdiction_id=sunderland&page=0                     | page is "0"
            400 | /requests.json?jurisdiction_id=sunderland&page_size=many             | page_size is "many"
            400 | /requests.json?jurisdiction_id=sunderland&page_size=1001             | A page holds up to 1,000
            400 | /requests.json?jurisdiction_id=sunderland&page=5000&page_size=50     | no further than the first 100,000
            400 | /servicerequestupdates.xml?jurisdiction_id=sunderland&start_date=x   | start_date is "x"
            400 | /servicerequestupdates.json                                          | jurisdiction_id was not given
            404 | /nonsense.json                                                       | There is nothing at /open311/v2/nonsense.json
            404 | /nonsense                                                            | There is nothing at
            404 | /services                                                            | There is nothing at
            """)
    void whatIsAskedWronglyIsToldInTheFormatAskedFor(int status, String asked, String because) throws IOException {
        String address = "/open311/v2" + asked;
        HttpResponse<byte[]> answer = house.get(house.at(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(status);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (address.split("\\?", -1)[0].endsWith(".json")) {
            assertThat(schema("errors").validate(body, InputFormat.JSON)).isEmpty();
            JsonNode fault = JSON.readTree(body).get(0);
            assertThat(fault.path("code").asInt()).isEqualTo(status);
            assertThat(text(fault, "description")).contains(because);
        } else {
            Element errors = xml(answer.body());
            assertThat(errors.getNodeName()).isEqualTo("errors");
            assertThat(errors.getFirstChild().getNodeName()).isEqualTo("error");
            assertThat(errors.getElementsByTagName("code").item(0).getTextContent())
                    .isEqualTo("" + status);
            assertThat(errors.getElementsByTagName("description").item(0).getTextContent())
                    .contains(because);
        }
    }

    @Test
    void everyFaultOfAQuestionIsToldAtOnce() {
        HttpResponse<byte[]> answer =
                house.get(house.at(REQUESTS + "&status=gone&start_date=x&updated_before=y&page=z"));
        assertThat(JSON.readTree(answer.body())).hasSize(4);
    }

    @Test
    void anAnswerThatIsKnownAlreadyIsNotSentAgain() throws Exception {
        String address = REQUESTS + "&page_size=5";
        String tag = house.get(house.at(address)).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(house.at(address))
                                .header("If-None-Match", tag)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void aNameThatNoTextMayHoldIsNoName(String format) {
        String name = someReference();
        assertThat(house.get(house.at("/open311/v2/requests/" + name + "%00." + format + "?" + HERE))
                        .statusCode())
                .isBetween(400, 404);
    }
}
