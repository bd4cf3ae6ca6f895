package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Asking for news and ending it, and the feeds and calendars, in the house with its sample. */
class NewsTest {
    private static final String PLACE = "/councils/sunderland/plains-farm";
    private static OpenHouse house;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
    }

    @Test
    void nothingIsSentBeforeSomebodySaysYesAndOneClickEndsItAll() {
        String email = "news-" + UUID.randomUUID() + "@example.org";
        PageChecks checks = PageChecks.inTheBrowser();
        try (Tab tab = new Tab(house)) {
            String ask = "/councils/sunderland/news?category=graffiti&place=plains-farm";
            checks.check(house.at(ask), "news-ask");
            tab.opens(ask).sends(ask, Map.of("email", email, "rhythm", "weekly"));
            assertThat(tab.heading()).isEqualTo("Look at your e-mail");
            checks.check(house.at(tab.address()), "news-asked");
            tab.opens(ask).sends(ask, Map.of("email", email, "rhythm", "daily"));
            assertThat(letters(email)).as("nobody is asked the same twice").hasSize(1);

            String own = path(letters(email).getFirst(), "/councils/sunderland/news/");
            tab.opens(own);
            assertThat(tab.words()).contains("Graffiti in Plains Farm", "not confirmed", email);
            checks.check(house.at(own), "news-own");
            assertThat(confirmed(email)).isZero();
            tab.sends(own, Map.of());
            assertThat(confirmed(email))
                    .as("looking at the page says nothing; the button does")
                    .isEqualTo(1);

            String stop = own.replace("/councils/sunderland/news/", "/unsubscribe/sunderland/");
            checks.check(house.at(stop), "news-stop");
            HttpResponse<String> ended = tab.send(tab.post(stop, Map.of("List-Unsubscribe", "One-Click")));
            assertThat(ended.statusCode()).isEqualTo(200);
            assertThat(subscribers(email)).isZero();
            assertThat(house.get(house.at(stop)).statusCode()).isEqualTo(404);
            checks.check(house.at(stop), "news-stopped");
        }
    }

    @Test
    void aFeedIsWellFormedKeepsItsNumbersAndIsSentAgainOnlyWhenItChanged() throws Exception {
        HttpResponse<byte[]> feed = house.get(house.at(PLACE + "/news.atom"));
        DocumentBuilderFactory parser = DocumentBuilderFactory.newInstance();
        parser.setNamespaceAware(true);
        Document read = parser.newDocumentBuilder().parse(new ByteArrayInputStream(feed.body()));
        NodeList entries = read.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.getLength()).isBetween(10, 100);
        NodeList ids = read.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "id");
        assertThat(java.util.stream.IntStream.range(0, ids.getLength())
                        .mapToObj(at -> ids.item(at).getTextContent())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("http"));
        assertThat(feed.headers().firstValue("Last-Modified")).isPresent();
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest again = HttpRequest.newBuilder(house.at(PLACE + "/news.atom"))
                    .header("If-None-Match", tag)
                    .build();
            assertThat(client.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void aCalendarIsFoldedAndItsDatesHaveNumbersOfTheirOwn() {
        HttpResponse<byte[]> answer = house.get(house.at(PLACE + "/promised.ics"));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> lines = List.of(text.split("\r\n"));
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
        assertThat(lines).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        List<String> whole = List.of(text.replace("\r\n ", "").split("\r\n"));
        assertThat(whole).allMatch(line -> line.matches("[A-Z-]+:.+"));
        List<String> numbers =
                whole.stream().filter(line -> line.startsWith("UID:")).toList();
        assertThat(numbers).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(whole.stream().filter(line -> line.startsWith("DTSTART:")))
                .hasSameSizeAs(numbers)
                .allMatch(line -> line.matches("DTSTART:\\d{8}T\\d{6}Z"));
    }

    private static List<String> letters(String address) {
        Council council = house.room(Councils.class).find("sunderland").orElseThrow();
        return house
                .room(Sight.class)
                .of(council.id(), () -> house.room(Outbox.class).to(council.id(), address))
                .stream()
                .map(letter -> String.valueOf(letter.body()))
                .toList();
    }

    private static String path(String letter, String path) {
        Matcher link = Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]+").matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static long confirmed(String email) {
        return count(
                "select count(*) from news.follow join news.subscriber using (council_id, subscriber_id)"
                        + " where confirmed_at is not null and email = :email",
                email);
    }

    private static long subscribers(String email) {
        return count("select count(*) from news.subscriber where email = :email", email);
    }

    private static long count(String sql, String email) {
        return house.database()
                .sql()
                .sql(sql)
                .param("email", email)
                .query(Long.class)
                .single();
    }
}
