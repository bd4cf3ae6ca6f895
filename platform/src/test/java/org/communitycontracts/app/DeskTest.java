package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitycontracts.acts.Heads;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.office.CouncilFile;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What those who run a council or the site read and enter there: letters, the record of acts, the staff directory. */
class DeskTest {
    private static Milltown milltown;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "desk-test");
    }

    @Test
    void withoutAMailServerWhoeverRunsTheSiteReadsTheLettersThere() {
        Tab visitor = new Tab(milltown.house).opens("/sign-in");
        String email = "visitor-" + UUID.randomUUID() + "@example.org";
        visitor.sends("/sign-in", Map.of("council", milltown.council.slug(), "email", email));
        assertThat(visitor.words()).contains("This site has no mail server yet");
        Tab site = milltown.tab(new Standing(Role.SITE_ADMINISTRATOR, Standing.SITE, null, null));
        assertThat(site.opens("/site").page()).contains("href=\"/site/outbox\"");
        assertThat(site.opens("/site/outbox").words())
                .contains("No mail server is named", "to " + email, "/sign-in/links/");
        assertThat(milltown.administrator().opens("/site/outbox").status()).isEqualTo(403);
        assertThat(new Tab(milltown.house).opens("/site/outbox").heading()).isEqualTo("Sign in");
    }

    @Test
    void theRecordTellsInWordsWhoDidWhatForWhom() {
        Person nell = milltown.newcomer("Nell Newcomer");
        Tab desk = milltown.administrator();
        String roles = milltown.office("/people/" + nell.id() + "/roles");
        desk.opens(roles).sends(roles, Map.of("role", "champion", "neighbourhood", "mill-lane"));
        desk.opens(milltown.office("/record"));
        assertThat(desk.words())
                .contains(
                        "Somebody Signed-in, council administrator, gave a role: Champion in Mill Lane",
                        "for Nell Newcomer",
                        "opened an account");
        assertThat(desk.words()).doesNotContain("role.given");
        assertThat(milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"))
                        .opens(milltown.office("/record"))
                        .status())
                .isEqualTo(403);
        assertThat(milltown.tab(milltown.role(Role.EVALUATOR))
                        .opens(milltown.office("/record"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theRecordIsReadPageByPageBackToItsFirstAct() {
        Tab desk = milltown.administrator().opens(milltown.office("/record"));
        int shown = lines(desk);
        while (desk.page().contains("Older acts")) {
            desk.opens(desk.page().replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1"));
            shown += lines(desk);
        }
        long kept = milltown.house
                .database()
                .sql()
                .sql("select count(*) from acts.act where council_id = :council")
                .param("council", milltown.council.id())
                .query(Long.class)
                .single();
        assertThat(shown).isGreaterThan(50).isEqualTo((int) kept);
    }

    private static int lines(Tab desk) {
        return desk.page().split("class=\"soft\"", -1).length - 1;
    }

    @Test
    void theHouseChainsWhatIsKeptAndSignsItByItself() {
        milltown.newcomer("Nell");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> milltown.house
                        .database()
                        .sql()
                        .sql("select count(*) = 0 from acts.waiting where council_id = :council")
                        .param("council", milltown.council.id())
                        .query(Boolean.class)
                        .single());
        Tab desk = milltown.administrator().opens(milltown.office("/record"));
        assertThat(desk.words()).contains("· number ");
    }

    @Test
    void theSignedHeadsAreThereForEverybody() {
        milltown.house.room(Sight.class).ofAll(() -> {
            milltown.house.room(Heads.class).sign(milltown.house.clock().instant());
            return true;
        });
        try (Tab anybody = new Tab(milltown.house)) {
            assertThat(anybody.looks("/record/" + milltown.council.id() + "/heads.jsonl")
                            .body())
                    .startsWith("{")
                    .contains("signature");
        }
    }

    @Test
    void everyVerbThatIsKeptHasWords() throws Exception {
        Properties words = new Properties();
        try (var file = CouncilFile.class.getResourceAsStream("words.properties")) {
            words.load(file);
        }
        assertThat(milltown.verbs()).hasSizeGreaterThan(3);
        assertThat(written())
                .containsAll(milltown.verbs().stream()
                        .filter(verb -> !verb.startsWith("record."))
                        .toList())
                .contains("invitation.sent-again", "factor.lost")
                .allSatisfy(verb -> assertThat(words).containsKey("verb." + verb));
    }

    /** The verbs as they stand in the sources of the room: what has the shape of one and is no key of its words. */
    private static Set<String> written() throws IOException {
        Pattern shape = Pattern.compile("\"((?:account|council|invitation|neighbourhood|party|role|residency|factor|"
                + "email(?=\\.changed)|directory|guardian|codes|residents|program)\\.[a-z-]+)\"");
        Path room = Path.of("src", "main", "java", "org", "communitycontracts", "people");
        StringBuilder keys = new StringBuilder();
        Set<String> verbs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".properties")) {
                    keys.append('\n').append(Files.readString(file));
                } else if (file.toString().endsWith(".java")) {
                    shape.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(verbs::add);
                }
            }
        }
        verbs.removeIf(word -> keys.indexOf("\n" + word + " =") >= 0);
        return verbs;
    }

    @Test
    void theStaffDirectoryIsEnteredCorrectedAndTakenAwayAndItsSecretIsNeverShown() {
        Tab desk = milltown.administrator();
        String page = milltown.office("/directory");
        desk.opens(page).sends(page, directory("http://login.example.org", "s3cret-of-ours"));
        assertThat(desk.words()).contains("Enter an address that begins with https://");
        assertThat(desk.page()).doesNotContain("s3cret-of-ours");
        desk.sends(page, directory("https://login.example.org", ""));
        assertThat(desk.words()).contains("Enter the secret");
        desk.sends(page, directory("https://login.example.org", "s3cret-of-ours"));
        assertThat(desk.words()).contains("The directory is entered.", "allow this address to come back to");
        assertThat(desk.page()).contains("https://login.example.org").doesNotContain("s3cret-of-ours");
        desk.sends(page + "/end", Map.of());
        assertThat(desk.words()).contains("The directory is taken away.", "No directory is entered.");
        assertThat(milltown.verbs()).containsAll(Set.of("directory.entered", "directory.ended"));
        for (Role role : List.of(Role.MODERATOR, Role.FINANCE)) {
            assertThat(milltown.tab(milltown.role(role)).opens(page).status()).isEqualTo(403);
        }
    }

    private static Map<String, String> directory(String issuer, String secret) {
        return Map.of(
                "issuer", issuer,
                "client", "contracts",
                "secret", secret,
                "domains", "council.example.org",
                "word", "mfa");
    }
}
