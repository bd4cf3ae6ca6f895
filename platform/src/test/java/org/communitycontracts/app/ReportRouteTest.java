package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.communitycontracts.people.residency.Telling;
import org.communitycontracts.people.residency.Tellings;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a report between the first question and the secret link: nothing is lost, doubled or told on. */
class ReportRouteTest {
    private static Milltown milltown;
    private static String place;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "report-route");
        place = "/councils/report-route/mill-lane";
    }

    private static Map<String, String> graffiti(String... others) {
        Map<String, String> answers = new HashMap<>(Reporter.GRAFFITI);
        for (int at = 0; at < others.length; at += 2) {
            answers.put(others[at], others[at + 1]);
        }
        return answers;
    }

    private static Tab resident() {
        return Reporter.begins(milltown.house, place);
    }

    private static List<String> rows(String table) {
        return milltown.house
                .database()
                .sql()
                .sql("select t::text from " + table + " t where council_id = :council order by 1")
                .param("council", milltown.council.id())
                .query(String.class)
                .list();
    }

    @Test
    void aReportBeginsByTheHousesClockAndIsFoundByItsReference() {
        Instant before = milltown.house.clock().instant();
        Tab tab = Reporter.sends(Reporter.answers(resident(), graffiti()));
        assertThat(tab.heading()).isEqualTo("Your report was sent");
        String reference = tab.page().replaceAll("(?s).*<strong>([0-9A-Z-]{11})</strong>.*", "$1");
        Instant at = milltown.house
                .database()
                .sql()
                .sql("""
                        select h.at from reporting.happening h join reporting.report r using (council_id, report_id)
                        where r.reference = :reference and h.event = 'reported'""")
                .param("reference", reference)
                .query(Timestamp.class)
                .single()
                .toInstant();
        assertThat(at).isBetween(before.minusSeconds(1), milltown.house.clock().instant());
        Tab anybody = new Tab(milltown.house).opens("/councils/report-route/cases/" + reference);
        assertThat(anybody.heading()).isEqualTo("Graffiti");
        assertThat(anybody.words()).contains("Reported.").doesNotContain("red paint", "beside the shop", "Reported by");
    }

    @Test
    void nothingTypedIsLostOnAnErrorAndEachErrorSaysWhatToDo() {
        Tab tab = resident();
        String spot = tab.address();
        tab.sends(spot, Map.of("spot", " \0 "));
        assertThat(tab.status()).isEqualTo(422);
        assertThat(tab.words()).contains("There is a problem", "Enter the street, or what it is near");
        tab.sends(spot, Map.of("spot", "By the bridge"));
        tab.sends(tab.address(), Map.of("kind", "no-such-kind"));
        assertThat(tab.words()).contains("Choose the kind of problem that is nearest");
        tab.sends(tab.address(), Map.of("kind", "litter"));
        String much = "Word & <word>. ".repeat(201);
        tab.sends(tab.address(), Map.of("description", much));
        assertThat(tab.words()).contains("Use 3,000 letters or fewer: 14 too many now");
        assertThat(tab.page().split("Word &amp; &lt;word", -1)).hasSize(202);
        assertThat(tab.opens(spot).page()).contains("value=\"By the bridge\"");
    }

    @Test
    void aNameIsAskedOfWhoeverMayBeKnownAndKeptOfNobodyElse() {
        Tab tab = resident();
        Map<String, String> answers = graffiti("who", "services");
        while (!tab.address().endsWith("/who")) {
            tab.sends(tab.address(), answers);
        }
        tab.sends(tab.address(), answers);
        assertThat(tab.words()).contains("Enter your name, or choose “Nobody”");
        tab.sends(tab.address(), Map.of("who", "nobody", "name", "Nell Quincewood"));
        Reporter.sends(Reporter.answers(tab, answers));
        assertThat(rows("reporting.told")).noneMatch(row -> row.contains("Quincewood"));
    }

    @Test
    void whoWishesToBeKnownToEverybodyStandsBesideThePublicReport() {
        Tab tab = Reporter.sends(Reporter.answers(resident(), graffiti("who", "everybody", "name", "Olu Pippin")));
        String shown = tab.page().replaceAll("(?s).*href=\"([^\"]*/cases/[^\"]*)\".*", "$1");
        assertThat(new Tab(milltown.house).opens(shown).words()).contains("Reported by Olu Pippin.");
    }

    @Test
    void anotherCategoryAsksItsOwnQuestionAgain() {
        Tab tab = Reporter.answers(resident(), graffiti("answer", "On brick"));
        String check = tab.address();
        tab.opens(check.replace("/check", "/kind")).sends(check.replace("/check", "/kind"), Map.of("kind", "pothole"));
        assertThat(tab.heading()).contains("How wide and how deep is it, about?");
        assertThat(tab.page()).doesNotContain("On brick");
        tab.opens(check.replace("/check", "/kind"))
                .sends(check.replace("/check", "/kind"), Map.of("kind", "drug-dealing"));
        tab = Reporter.answers(tab, graffiti());
        assertThat(tab.words()).contains("No, keep it private").contains("gets no public page");
    }

    @Test
    void whatIsSentTwiceIsOneReport() {
        Tab tab = Reporter.answers(resident(), graffiti());
        String check = tab.address();
        int before = rows("reporting.report").size();
        var form = tab.form(check, Map.of());
        HttpResponse<String> first = tab.send(form);
        HttpResponse<String> again = tab.send(form);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        HttpResponse<String> withAnotherKey = tab.knocks(check, Map.of(), "another-key");
        assertThat(withAnotherKey.headers().firstValue("Location").orElseThrow())
                .matches("/councils/report-route/follow-up/[^/]+");
        assertThat(rows("reporting.report")).hasSize(before + 1);
        assertThat(tab.opens(check).heading()).startsWith("Your report ");
    }

    @Test
    void nobodyReadsADraftButByItsAddressAndAfterADayNobodyAtAll() {
        Tab tab = Reporter.answers(resident(), graffiti("description", "Quillfeather lives there"));
        String check = tab.address();
        String secret = check.split("/", -1)[4];
        assertThat(String.join("\n", rows("reporting.draft")))
                .isNotEmpty()
                .doesNotContain("Quillfeather", "graffiti", secret);
        Instant tomorrow =
                milltown.house.clock().instant().plus(Duration.ofDays(1)).plusSeconds(1);
        milltown.house
                .room(Sight.class)
                .ofAll(() -> milltown.house.room(Keeping.class).forget(tomorrow));
        assertThat(tab.opens(check).status()).isEqualTo(404);
        assertThat(tab.heading()).isEqualTo("This report is not here any more");
    }

    @Test
    void aReportFromSomewhereElseInTheCouncilGoesToTheCouncil() {
        Tab tab = Reporter.begins(milltown.house, "/councils/report-route");
        Reporter.sends(Reporter.answers(tab, graffiti("spot", "The lay-by before the bridge")));
        assertThat(tab.heading()).isEqualTo("Your report was sent");
    }

    @Test
    void whatMayBeTheSameIsShownBeforeSendingUntilItIsOver() {
        Tab first = Reporter.sends(Reporter.answers(resident(), graffiti("kind", "dog-fouling", "answer", "")));
        String reference = first.page().replaceAll("(?s).*<strong>([0-9A-Z-]{11})</strong>.*", "$1");
        Tab second = resident();
        second.sends(second.address(), graffiti()).sends(second.address(), Map.of("kind", "dog-fouling"));
        assertThat(second.heading()).isEqualTo("Has it been reported already?");
        assertThat(second.page()).contains("/councils/report-route/cases/" + reference);
        second.sends(second.address(), Map.of("already", "nothing"));
        assertThat(second.words()).contains("That report was ended just now");
        second.sends(second.address(), Map.of("already", "different"));
        assertThat(second.heading()).contains("What should the service know?");

        milltown.house
                .database()
                .sql()
                .sql("""
                        insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)
                        select council_id, report_id, 2, 'fixed', made_at, made_at, '{}' from reporting.report
                        where council_id = :council and reference = :reference""")
                .param("council", milltown.council.id())
                .param("reference", reference)
                .update();
        Tab third = resident();
        third.sends(third.address(), graffiti()).sends(third.address(), Map.of("kind", "dog-fouling"));
        assertThat(third.heading()).contains("What should the service know?");
    }

    @Test
    void photosGoToTheServicesAloneAndHostileFilesToNobody() throws IOException {
        BufferedImage wall = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(wall, "png", photo);
        Tab tab = Reporter.answers(resident(), graffiti());
        String photos = tab.address().replace("/check", "/photos");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("wall.png", photo.toByteArray());
        files.put("wall.svg", "<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));
        tab.opens(photos).uploads(photos, "photo", files);
        assertThat(tab.status()).isEqualTo(422);
        assertThat(tab.words()).contains("wall.svg is no JPEG or PNG file.").doesNotContain("wall.png is");
        assertThat(tab.page()).contains(photos + "/1.jpg");
        assertThat(tab.looks(photos + "/1.jpg").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(rows("reporting.draft_photo")).hasSize(1).noneMatch(row -> row.contains("xffd8"));

        Map<String, byte[]> more = new LinkedHashMap<>();
        for (int number = 2; number <= 6; number++) {
            more.put("wall" + number + ".png", photo.toByteArray());
        }
        tab.uploads(photos, "photo", more);
        assertThat(tab.words()).contains("wall6.png was not kept: a report has at most five photos.");
        tab.sends(photos + "/3", Map.of());
        assertThat(tab.page()).contains(photos + "/5.jpg").doesNotContain(photos + "/3.jpg");
        tab.sends(photos, Map.of());
        assertThat(tab.words()).contains("Photos 4");

        Reporter.sends(tab);
        String secret = tab.address().replace("/sent", "");
        tab.opens(secret);
        assertThat(tab.page()).contains(secret + "/photos/4.jpg").doesNotContain(secret + "/photos/5.jpg");
        HttpResponse<String> kept = tab.looks(secret + "/photos/4.jpg");
        assertThat(kept.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(kept.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(tab.looks("/councils/report-route/follow-up/another/photos/1.jpg")
                        .statusCode())
                .isEqualTo(404);
        assertThat(rows("reporting.draft_photo")).isEmpty();
        String shown = tab.page().replaceAll("(?s).*href=\"([^\"]*/cases/[^\"]*)\".*", "$1");
        assertThat(tab.opens(shown).page()).doesNotContain(".jpg");
    }

    @Test
    void anAgentEntersWhatCameByTelephoneAndTheRecordKeepsWhoToldAndWhoTyped() {
        Tab agent = milltown.tab(milltown.role(Role.CONTACT_CENTRE_AGENT));
        agent.opens(place + "/report");
        assertThat(agent.words()).contains("Enter it for somebody else");
        agent.sends(place + "/report", Map.of("for", "another"));
        assertThat(agent.heading()).isEqualTo("Who told you?");
        agent.sends(agent.address(), Map.of("route", "telephone", "contact", "0191 496 0000", "said", "32 1 2026"));
        assertThat(agent.words())
                .contains("Enter their name, or leave both name and contact empty")
                .contains("Enter a day that is not in the future");
        Map<String, String> answers = graffiti(
                "route", "telephone", "teller", "Mrs Quince", "contact", "0191 496 0000", "said", "1 2 2026 14:30");
        Reporter.answers(agent, answers);
        assertThat(agent.words()).contains("By telephone: Mrs Quince");
        Reporter.sends(agent);
        assertThat(agent.heading()).isEqualTo("Your report was sent");

        record Kept(UUID telling, Instant at, Instant recorded) {}
        Kept kept = milltown.house
                .database()
                .sql()
                .sql("""
                        select t.telling_id, h.at, h.recorded from reporting.told t
                        join reporting.happening h using (council_id, report_id) where t.name = 'Mrs Quince'""")
                .query((row, _) -> new Kept(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .single();
        assertThat(kept.at()).isEqualTo(Instant.parse("2026-02-01T14:30:00Z"));
        assertThat(kept.recorded()).isAfter(kept.at());
        Telling telling = milltown.house
                .room(Sight.class)
                .of(
                        milltown.council.id(),
                        () -> milltown.house
                                .room(Tellings.class)
                                .find(milltown.council.id(), kept.telling())
                                .orElseThrow());
        assertThat(telling.teller()).isEqualTo(new Telling.Teller(null, "Mrs Quince", "0191 496 0000"));
        assertThat(milltown.verbs()).contains("report.entered");
    }

    @Test
    void aChampionEntersForThoseOfTheirPlaceAndAResidentForNobodyElse() {
        Tab champion = milltown.tab(milltown.in(Role.CHAMPION, "mill-lane"));
        champion.opens(place + "/report").sends(place + "/report", Map.of("for", "another"));
        assertThat(champion.heading()).isEqualTo("Who told you?");
        String draft = champion.address();
        String other = "/councils/report-route/bridge-end/report";
        assertThat(champion.opens(other).words()).doesNotContain("Enter it for somebody else");
        assertThat(champion.sends(other, Map.of("for", "another")).status()).isEqualTo(403);

        Tab resident = milltown.tab(milltown.in(Role.RESIDENT, "mill-lane"));
        assertThat(resident.opens(draft).status()).isEqualTo(403);
        assertThat(new Tab(milltown.house)
                        .looks(draft)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith("/sign-in");
    }

    @Test
    void whetherItIsFixedIsAnsweredOnceAndALateAnswerIsToldSoWithItsWords() {
        String followUp = Reporter.sends(Reporter.answers(resident(), graffiti()))
                .address()
                .replaceFirst("/sent$", "");
        Reporter.isSaidToBeFixed(milltown.house, followUp);
        String fixed = followUp + "/fixed";
        Tab first = new Tab(milltown.house).opens(fixed);
        Tab late = new Tab(milltown.house).opens(fixed);
        first.sends(fixed, Map.of("fixed", "yes"));
        assertThat(first.words()).contains("Somebody who lives there agreed that it is fixed.");
        late.sendsOnly(fixed, Map.of("fixed", "no", "words", "Half of it is there."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("This was answered before").contains("Half of it is there.");
        assertThat(rows("reporting.happening")).noneMatch(row -> row.contains("reopened"));
    }
}
