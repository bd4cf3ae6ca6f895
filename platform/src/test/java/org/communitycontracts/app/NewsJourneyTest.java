package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.news.Notices;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of a resident who is told by letter what became of a promise. It stands in docs/journeys. */
class NewsJourneyTest {
    private static final String CONTRACT = "sample/contracts/plains-farm-v2.yaml";
    private static final String OFFICE = "hello@council.example.org";
    private static OpenHouse house;
    private static Milltown milltown;

    @BeforeAll
    static void aContractIsInForce() throws IOException {
        house = OpenHouse.withoutSample();
        milltown = Milltown.in(house, "news-journey");
        long place = house.room(Neighbourhoods.class)
                .find(milltown.council.id(), "mill-lane")
                .orElseThrow()
                .id();
        try (InputStream text = Objects.requireNonNull(House.class.getResourceAsStream(CONTRACT))) {
            String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: 2", "version: 1")
                    .replace("until: 2027-04-01", "until: 2028-04-01");
            ContractFile file = (ContractFile) Reading.of("plains-farm.yaml", yaml);
            assertThat(house.room(Contracts.class)
                            .adopt(
                                    milltown.council.id(),
                                    place,
                                    file,
                                    house.clock().instant()))
                    .isEqualTo(new Contracts.Adoption.Adopted(true));
        }
    }

    @Test
    void aResidentIsToldThatAPromiseIsOverdue() {
        for (boolean script : new boolean[] {false, true}) {
            try (Visitor resident = Visitor.onATelephone(script)) {
                isTold(resident, "news-" + UUID.randomUUID() + "@example.org");
            }
        }
    }

    private static void isTold(Visitor resident, String email) {
        String place = "/councils/news-journey/mill-lane";
        Map<String, String> answers = new HashMap<>(Reporter.GRAFFITI);
        answers.put("kind", "offensive-graffiti");
        Tab sent = Reporter.sends(Reporter.answers(Reporter.begins(house, place), answers));
        Matcher named = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}").matcher(sent.page());
        assertThat(named.find()).isTrue();
        String reference = named.group();

        resident.opens(house.at(sent.address().replaceFirst("/sent$", "")));
        resident.follows("Get news of your report by e-mail");
        assertThat(resident.heading()).isEqualTo("Get news by e-mail");
        resident.types("Your e-mail address", "nobody");
        resident.presses("Continue");
        assertThat(resident.page()).contains("Enter an e-mail address like name@example.org");
        resident.types("Your e-mail address", email);
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Look at your e-mail");
        resident.opens(link(letters(email).getFirst(), "/councils/news-journey/news/"));
        assertThat(resident.page()).contains(reference);
        resident.presses("Yes, send me this news");
        assertThat(resident.page()).doesNotContain("Yes, send me this news");

        tell(Duration.ofHours(20));
        tell(Duration.ofHours(5));
        tell(Duration.ofHours(12));
        tell(Duration.ofHours(1));
        List<String> told = letters(email);
        assertThat(said(told, "Promise not kept: ", reference)).isEqualTo(1);
        assertThat(said(told, "Due soon: ", reference)).isEqualTo(1);
        assertThat(said(letters(OFFICE), "Promise not kept: ", reference)).isEqualTo(1);
        assertThat(said(letters(OFFICE), "Due soon: ", reference)).isEqualTo(1);
        assertThat(told).noneMatch(letter -> letter.contains("red paint") || letter.contains("beside the shop"));
        assertThat(letters(OFFICE)).noneMatch(letter -> letter.contains(email) || letter.contains("red paint"));

        resident.opens(house.at("/councils/news-journey/cases/" + reference));
        assertThat(resident.page()).contains("Promise not kept");
        resident.opens(link(told.getFirst(), "/unsubscribe/"));
        assertThat(resident.heading()).isEqualTo("End all news?");
        resident.presses("End all news");
        assertThat(resident.heading()).isEqualTo("You get no news");
        assertThat(house.database()
                        .sql()
                        .sql("select count(*) from news.subscriber where email = :email")
                        .param("email", email)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The clock goes on, and the job has its turns: one more than needed. */
    private static void tell(Duration later) {
        house.clock().forward(later);
        for (int turn = 0; turn < 2; turn++) {
            house.room(Sight.class).ofAll(() -> {
                house.room(Notices.class).run(house.clock().instant());
                return true;
            });
        }
    }

    private static long said(List<String> letters, String words, String reference) {
        return letters.stream()
                .mapToLong(letter -> Pattern.compile(Pattern.quote(words) + ".*" + reference)
                        .matcher(letter)
                        .results()
                        .count())
                .sum();
    }

    /** The texts of the letters to an address, the newest first. */
    private static List<String> letters(String address) {
        return house
                .room(Sight.class)
                .of(milltown.council.id(), () -> house.room(Outbox.class).to(milltown.council.id(), address))
                .stream()
                .map(letter -> String.valueOf(letter.body()))
                .toList();
    }

    private static URI link(String letter, String path) {
        Matcher link = Pattern.compile("http://\\S*" + path + "\\S*").matcher(letter);
        if (!link.find()) {
            throw new AssertionError("No link to " + path + " in " + letter);
        }
        return URI.create(link.group());
    }
}
