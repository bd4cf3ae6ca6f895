package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of a resident who is told by letter what became of a promise. It stands in docs/journeys. */
class NewsJourneyTest {
    private static final String OFFICE = "hello@council.example.org";
    private static Newsroom news;

    @BeforeAll
    static void aContractIsInForce() {
        news = new Newsroom("news-journey");
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
        Newsroom.Made report = news.reports("public");
        resident.opens(news.house.at(report.followUp()));
        resident.follows("Get news of your report by e-mail");
        assertThat(resident.heading()).isEqualTo("Get news by e-mail");
        resident.types("Your e-mail address", "nobody");
        resident.presses("Continue");
        assertThat(resident.page()).contains("Enter an e-mail address like name@example.org");
        resident.types("Your e-mail address", email);
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Look at your e-mail");
        resident.opens(Newsroom.link(news.letters(email).getFirst(), "/councils/news-journey/news/"));
        assertThat(resident.page()).contains(report.reference());
        resident.presses("Yes, send me this news");
        assertThat(resident.page()).doesNotContain("Yes, send me this news");

        news.goesOn(Duration.ofHours(20));
        news.goesOn(Duration.ofHours(5));
        news.goesOn(Duration.ofHours(12));
        news.goesOn(Duration.ofHours(1));
        List<String> told = news.letters(email);
        for (String reader : List.of(email, OFFICE)) {
            assertThat(news.said(reader, "Promise not kept: ", report.reference()))
                    .isEqualTo(1);
            assertThat(news.said(reader, "Due soon: ", report.reference())).isEqualTo(1);
        }
        assertThat(told).noneMatch(letter -> letter.contains("red paint") || letter.contains("beside the shop"));
        assertThat(news.letters(OFFICE)).noneMatch(letter -> letter.contains(email) || letter.contains("red paint"));

        resident.opens(news.house.at("/councils/news-journey/cases/" + report.reference()));
        assertThat(resident.page()).contains("Promise not kept");
        resident.opens(Newsroom.link(told.getFirst(), "/unsubscribe/"));
        assertThat(resident.heading()).isEqualTo("End all news?");
        resident.presses("End all news");
        assertThat(resident.heading()).isEqualTo("You get no news");
        assertThat(news.house
                        .database()
                        .sql()
                        .sql("select count(*) from news.subscriber where email = :email")
                        .param("email", email)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
