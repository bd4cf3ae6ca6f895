package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.acts.Chaining;
import org.communitycontracts.acts.Heads;
import org.communitycontracts.acts.RecordCheck;
import org.communitycontracts.acts.RecordFile;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.privacy.Erasure;
import org.communitycontracts.store.Inventory;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.KeptTable;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of people stays with them: seen, taken along, erased, and nowhere it does not belong. */
class PrivacyTest {
    private static final Pattern MARK = Pattern.compile("canary[0-9]{6}");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    /** What people do not write: roles, ways, routes and states. */
    private static final String[] FIXED = {
        "people.person.age_band",
        "people.party.email",
        "people.standing.role",
        "people.invitation.role",
        "people.session.way",
        "people.residency.evidence",
        "people.telling.route",
        "reporting.told.known_to",
        "news.subscriber.rhythm",
        "web.session.principal_name"
    };

    private static Milltown milltown;

    @BeforeAll
    static void open() {
        // A house of its own: in one whose clock others put forward, what is planted is past its time at once.
        milltown = Milltown.in(OpenHouse.with(Map.of()), "privacy-test");
    }

    @AfterAll
    static void close() {
        milltown.house.close();
    }

    @Test
    void aThousandMarkedWordsStandNowhereInPublicInTheOwnersExportAloneAndNowhereOnceErased(@TempDir Path folder)
            throws Exception {
        PrintStream screen = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Planted planted = new Planted(milltown);
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        Set<String> shown;
        try {
            planted.plant(1_000);
            shown = publicWords();
        } finally {
            System.setOut(screen);
        }
        assertThat(planted.all()).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(planted.unmarked())
                .as("personal columns of text without a marked word, but those of a few fixed words and of numbers")
                .containsOnly(FIXED);
        assertThat(marks(String.join("\n", shown)))
                .as("on public pages, in open data and metrics")
                .isEmpty();
        assertThat(marks(said.toString(StandardCharsets.UTF_8)))
                .as("in the log")
                .isEmpty();
        assertThat(marks(subjects())).as("in subjects of letters").isEmpty();

        Person first = planted.people().getFirst();
        Person second = planted.people().get(1);
        assertThat(marks(export(first))).isEqualTo(planted.of(first));
        assertThat(marks(export(second))).isEqualTo(planted.of(second)).doesNotContainAnyElementsOf(planted.of(first));

        Tab tab = milltown.of(first);
        tab.opens("/account/data/erased").sends("/account/data/erased", Map.of());
        assertThat(tab.heading()).isEqualTo("Everything about you is erased");
        assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
        Set<String> left = marks(everything());
        assertThat(left).doesNotContainAnyElementsOf(planted.of(first)).containsAll(planted.of(second));
        assertThat(verified(folder)).contains("in good order");
    }

    @Test
    void whoIsErasedByTheCouncilOrLongClosedIsGoneTheSameAndTwiceIsOnce() {
        Person nell = milltown.newcomer("Nell Quillfeather");
        Tab desk = milltown.administrator().opens(milltown.office("/people/" + nell.id() + "/erase"));
        assertThat(desk.heading()).isEqualTo("Erase everything about Nell Quillfeather?");
        desk.sends(milltown.office("/people/" + nell.id() + "/erase"), Map.of());
        assertThat(desk.words())
                .contains("Everything about the person is erased.")
                .doesNotContain("Quillfeather");
        assertThat(everything()).doesNotContain("Quillfeather", nell.email().written());

        Person olu = milltown.newcomer("Olu Quincewood");
        desk.opens(milltown.office("/people/" + olu.id() + "/close"))
                .sends(milltown.office("/people/" + olu.id() + "/close"), Map.of("why", "Moved"));
        Erasure erasure = milltown.house.room(Erasure.class);
        Instant closed = milltown.house.clock().instant();
        erasure.eraseDue(closed.plus(Duration.ofDays(729)));
        assertThat(everything()).as("a day too early").contains("Quincewood");
        assertThat(erasure.eraseDue(closed.plus(Duration.ofDays(730)).plusSeconds(1)))
                .isPositive();
        assertThat(erasure.eraseDue(closed.plus(Duration.ofDays(730)).plusSeconds(1)))
                .as("twice is once")
                .isZero();
        assertThat(everything()).doesNotContain("Quincewood");
    }

    @Test
    void aPersonCorrectsTheirNameAndAge() {
        Person nell = milltown.newcomer("Nel");
        Tab tab = milltown.of(nell).opens("/account/data/corrected");
        tab.sends("/account/data/corrected", Map.of("name", "", "age", "adult"));
        assertThat(tab.words()).contains("Enter your name");
        tab.sends("/account/data/corrected", Map.of("name", "Nell", "age", "from_16_to_17"));
        assertThat(tab.words()).contains("Nell", "16 or 17");
        assertThat(milltown.person(nell.email().written()).age()).isEqualTo(AgeBand.FROM_16_TO_17);
        assertThat(milltown.verbs()).contains("account.corrected");
    }

    @Test
    void whatIsPastItsTimeIsToldBeforeItGoesAndThenItIsGone() {
        Person nell = milltown.newcomer("Nell");
        milltown.of(nell);
        Instant later = milltown.house.clock().instant().plus(Duration.ofDays(61));
        Keeping keeping = milltown.house.room(Keeping.class);
        milltown.house.room(Sight.class).ofAll(() -> {
            assertThat(past(keeping, milltown.house.clock().instant(), "people.session"))
                    .isZero();
            long due = past(keeping, later, "people.session");
            assertThat(due).isPositive();
            KeptTable sessions = milltown.house.room(Inventory.class).tables().stream()
                    .filter(table -> table.full().equals("people.session"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keeping.forget(sessions, milltown.house.clock().instant()))
                    .isZero();
            return true;
        });
    }

    private static long past(Keeping keeping, Instant now, String table) {
        return keeping.past(now).stream()
                .filter(past -> past.table().full().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static String export(Person person) {
        return milltown.of(person).looks("/account/data/all.json").body();
    }

    /** The words of every page and file that somebody without an account can reach, and of health and metrics. */
    private static Set<String> publicWords() {
        Set<String> seen = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(
                "/",
                "/councils/" + milltown.council.slug(),
                "/councils/" + milltown.council.slug() + "/mill-lane",
                "/open-data/" + milltown.council.slug(),
                "/record/" + milltown.council.id() + "/heads.jsonl",
                "/health.txt",
                "/ready.txt",
                "/metrics.txt",
                "/search?q=canary"));
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            if (seen.add(path) && seen.size() < 400) {
                String page = milltown.house.text(path);
                words.add(page);
                for (Matcher link = LINK.matcher(page); link.find(); ) {
                    open.add(link.group(1).replace("&amp;", "&"));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
        return words;
    }

    private static String subjects() {
        return String.join(
                "\n",
                milltown.house
                        .database()
                        .sql()
                        .sql("select subject from post.letter")
                        .query(String.class)
                        .list());
    }

    /** Every row of every table of the house, as text; what is sealed stays sealed. */
    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (KeptTable table : milltown.house.room(Inventory.class).tables()) {
            milltown.house
                    .database()
                    .sql()
                    .sql("select t::text from " + table.full() + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }

    private static Set<String> marks(String text) {
        Set<String> marks = new TreeSet<>();
        for (Matcher mark = MARK.matcher(text); mark.find(); ) {
            marks.add(mark.group());
        }
        return marks;
    }

    private static String verified(Path folder) throws IOException {
        long council = milltown.council.id();
        Path record = folder.resolve("record.jsonl");
        Path heads = folder.resolve("heads.jsonl");
        milltown.house.room(Sight.class).of(council);
        milltown.house.room(Chaining.class).run();
        milltown.house.room(Heads.class).sign(milltown.house.clock().instant());
        try (var out = Files.newBufferedWriter(record)) {
            milltown.house.room(RecordFile.class).writeOpen(council, out);
        }
        List<String> lines = new ArrayList<>();
        milltown.house.room(Heads.class).list(council).forEach(head -> lines.add(head.line()));
        milltown.house.room(Sight.class).none();
        Files.write(heads, lines);
        StringWriter said = new StringWriter();
        RecordCheck.files(record, List.of(heads), Set.of(), new PrintWriter(said, true));
        return said.toString();
    }
}
