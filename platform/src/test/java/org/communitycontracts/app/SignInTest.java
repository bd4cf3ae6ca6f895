package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitycontracts.people.People;
import org.communitycontracts.people.signin.Sessions;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** People sign in by a letter, and nobody else does. */
class SignInTest {
    private static Doors doors;

    @BeforeAll
    static void open() {
        doors = Doors.open();
    }

    @Test
    void aNewResidentSaysANameAndIsSignedIn() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            String link = doors.link(resident);
            tab.opens(link).sends(link, Map.of());
            assertThat(tab.heading()).isEqualTo("What is your name?");
            tab.sends("/sign-in/name", Map.of("name", "Pat of Plains Farm"));
            assertThat(tab.address()).isEqualTo("/account");
            assertThat(tab.words()).contains("Pat of Plains Farm", resident);
        }
    }

    @Test
    void aLetterReadOnAnotherDeviceIsUsedByItsCode() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            tab.sends("/sign-in/codes", Map.of("code", doors.code(resident)));
            assertThat(tab.heading()).isEqualTo("What is your name?");
        }
    }

    @Test
    void aLinkThatWasUsedIsNotGoodAgain() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            String link = doors.link(resident);
            tab.opens(link).sends(link, Map.of());
            assertThat(tab.opens(link).sends(link, Map.of()).status()).isEqualTo(422);
            assertThat(tab.heading()).isEqualTo("This link is no longer good");
        }
    }

    @Test
    void aLinkIsGoodForAQuarterOfAnHour() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            String link = doors.link(resident);
            doors.house.clock().forward(Duration.ofMinutes(15).plusSeconds(1));
            assertThat(tab.opens(link).sends(link, Map.of()).heading()).isEqualTo("This link is no longer good");
        }
    }

    @Test
    void aForwardedLinkOpensNothingInAnotherBrowser() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident);
                Tab neighbour = doors.tab()) {
            String link = doors.link(resident);
            assertThat(neighbour.opens(link).sends(link, Map.of()).heading())
                    .isEqualTo("Open the link where you asked for it");
            assertThat(tab.opens(link).sends(link, Map.of()).heading())
                    .as("the link is still good where it was asked for")
                    .isEqualTo("What is your name?");
        }
    }

    @Test
    void aGuessedLinkOpensNothing() {
        try (Tab tab = doors.asks(doors.tab(), Doors.stranger())) {
            String guessed = "/sign-in/links/" + doors.council.id() + "/" + "A".repeat(43);
            assertThat(tab.opens(guessed).sends(guessed, Map.of()).heading()).isEqualTo("This link is no longer good");
        }
    }

    @Test
    void openingALinkChangesNothing() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident);
                Tab scanner = doors.tab()) {
            String link = doors.link(resident);
            String before = books();
            scanner.opens(link);
            tab.opens(link).opens(link).opens("/account");
            assertThat(books()).isEqualTo(before);
            assertThat(tab.heading()).isEqualTo("Sign in");
        }
    }

    /** What stands in the tables of signing in. */
    private static String books() {
        return doors.house.database().sql().sql("""
                        select (select count(*) from people.person) || ' ' || (select count(*) from people.session) || ' '
                            || (select string_agg(token_hash::text || coalesce(used_at::text, '-'), ',' order by link_id)
                                from people.sign_in_link)""").query(String.class).single();
    }

    @Test
    void nobodyLearnsByAskingWhetherAnAddressIsKnown() {
        String known = Doors.stranger();
        doors.signsIn(known).close();
        try (Tab one = doors.tab();
                Tab other = doors.tab()) {
            HttpResponse<String> forKnown = asked(one, known);
            HttpResponse<String> forUnknown = asked(other, Doors.stranger());
            assertThat(forKnown.statusCode()).isEqualTo(forUnknown.statusCode()).isEqualTo(303);
            assertThat(forKnown.body()).isEqualTo(forUnknown.body());
            assertThat(forKnown.headers().firstValue("Location"))
                    .isEqualTo(forUnknown.headers().firstValue("Location"));
            assertThat(forKnown.headers().map().keySet())
                    .isEqualTo(forUnknown.headers().map().keySet());
            assertThat(withoutKeys(one.opens("/sign-in/sent?council=" + doors.council.id())
                            .page()))
                    .isEqualTo(withoutKeys(other.opens("/sign-in/sent?council=" + doors.council.id())
                            .page()));
        }
    }

    private static HttpResponse<String> asked(Tab tab, String email) {
        tab.opens("/sign-in");
        return tab.sendsOnly("/sign-in", Map.of("council", "sunderland", "email", email));
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("type=\"hidden\" name=\"_[^>]*>", "");
    }

    @Test
    void theSameWorkIsDoneForAKnownAndAnUnknownAddress() {
        String known = Doors.stranger();
        doors.signsIn(known).close();
        try (Tab tab = doors.tab()) {
            asked(tab, Doors.stranger());
            List<String> forKnown = statements(tab, known);
            List<String> forUnknown = statements(tab, Doors.stranger());
            assertThat(forKnown).isEqualTo(forUnknown).hasSizeGreaterThan(2);
        }
    }

    /** The statements that the house sends to the database for one asking, in order; what its jobs do meanwhile is left out. */
    private static List<String> statements(Tab tab, String email) {
        tab.opens("/sign-in");
        Logger jdbc = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Level before = jdbc.getLevel();
        heard.start();
        jdbc.addAppender(heard);
        jdbc.setAdditive(false);
        jdbc.setLevel(Level.DEBUG);
        try {
            tab.sendsOnly("/sign-in", Map.of("council", "sunderland", "email", email));
        } finally {
            jdbc.setLevel(before);
            jdbc.setAdditive(true);
            jdbc.detachAppender(heard);
        }
        String thread = heard.list.stream()
                .filter(said -> said.getFormattedMessage().contains("people.tries"))
                .map(ILoggingEvent::getThreadName)
                .findFirst()
                .orElseThrow();
        return heard.list.stream()
                .filter(said -> said.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.contains("people.") || said.contains("post."))
                .toList();
    }

    @Test
    void theTimeAnAnswerTakesTellsNothing() {
        String known = Doors.stranger();
        doors.signsIn(known).close();
        int times = Boolean.getBoolean("long") ? 300 : 60;
        double[] forKnown = new double[times];
        double[] forUnknown = new double[times];
        try (Tab tab = doors.tab()) {
            for (int at = 0; at < forKnown.length; at++) {
                doors.house.clock().forward(Duration.ofMinutes(11));
                forKnown[at] = took(tab, known);
                forUnknown[at] = took(tab, Doors.stranger());
            }
        }
        System.out.printf(
                "Asking for a known and an unknown address, %d times each: t = %.2f%n", times, t(forKnown, forUnknown));
    }

    private static double took(Tab tab, String email) {
        tab.opens("/sign-in");
        long began = System.nanoTime();
        tab.sendsOnly("/sign-in", Map.of("council", "sunderland", "email", email));
        return System.nanoTime() - began;
    }

    /** Welch's t of two samples. */
    private static double t(double[] one, double[] other) {
        return (mean(one) - mean(other)) / Math.sqrt(variance(one) / one.length + variance(other) / other.length);
    }

    private static double mean(double[] sample) {
        return java.util.Arrays.stream(sample).average().orElseThrow();
    }

    private static double variance(double[] sample) {
        double mean = mean(sample);
        return java.util.Arrays.stream(sample)
                        .map(each -> (each - mean) * (each - mean))
                        .sum()
                / (sample.length - 1);
    }

    @Test
    void tenThousandGuessesAtOnceAreNoMoreThanTen() throws InterruptedException, ExecutionException {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident);
                ExecutorService many = Executors.newFixedThreadPool(16)) {
            String right = doors.code(resident);
            List<Future<String>> guesses = many.invokeAll(java.util.stream.IntStream.range(0, 10_000)
                    .mapToObj(guess -> "%06d".formatted((Integer.parseInt(right) + 1 + guess) % 1_000_000))
                    .<java.util.concurrent.Callable<String>>map(code ->
                            () -> tab.send(tab.form("/sign-in/codes", Map.of("code", code)))
                                    .body())
                    .toList());
            int looked = 0;
            for (Future<String> guess : guesses) {
                assertThat(guess.get()).containsAnyOf("That is not the code", "Too many wrong codes");
                looked += guess.get().contains("That is not the code") ? 1 : 0;
            }
            assertThat(looked).isEqualTo(10);
            assertThat(tab.sends("/sign-in/codes", Map.of("code", right)).words())
                    .contains("Too many wrong codes");
            String link = doors.link(resident);
            assertThat(tab.opens(link).sends(link, Map.of()).heading())
                    .as("guesses of others do not keep the resident out, who has the link")
                    .isEqualTo("What is your name?");
        }
    }

    @Test
    void codesAreTakenAgainAfterAnHour() {
        String resident = Doors.stranger();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            for (int wrong = 0; wrong < 11; wrong++) {
                tab.sends("/sign-in/codes", Map.of("code", "none"));
            }
            assertThat(tab.words()).contains("Too many wrong codes");
            doors.house.clock().forward(Duration.ofHours(1));
            doors.asks(tab, resident);
            tab.sends("/sign-in/codes", Map.of("code", doors.code(resident)));
            assertThat(tab.heading()).isEqualTo("What is your name?");
        }
    }

    @Test
    void anAddressGetsSixLettersAnHourHoweverOftenSomebodyAsks() {
        String resident = Doors.stranger();
        try (Tab tab = doors.tab()) {
            for (int asking = 0; asking < 9; asking++) {
                doors.asks(tab, resident);
            }
            assertThat(doors.letters(resident)).hasSize(6);
            doors.house.clock().forward(Duration.ofHours(1));
            doors.asks(tab, resident);
            assertThat(doors.letters(resident)).hasSize(7);
        }
    }

    @Test
    void aSessionEndsWhenItsAccountIsClosed() {
        String resident = Doors.stranger();
        try (Tab tab = doors.signsIn(resident)) {
            UUID person = doors.person(resident);
            doors.house.room(Sight.class).of(doors.council.id(), () -> {
                doors.house
                        .room(People.class)
                        .close(
                                doors.administrator(),
                                doors.council.id(),
                                person,
                                "A test",
                                doors.house.clock().instant());
                doors.house.room(Sessions.class).endAll(doors.council.id(), person);
                return true;
            });
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
            doors.asks(tab, resident);
            String link = doors.link(resident);
            assertThat(tab.opens(link).sends(link, Map.of()).heading()).isEqualTo("This account is closed");
        }
    }

    @Test
    void theNumberOfASessionIsAnotherAfterSigningIn() {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in/passkey");
            String before = tab.cookie("session").orElseThrow();
            doors.asks(tab, resident);
            String link = doors.link(resident);
            tab.opens(link).sends(link, Map.of());
            assertThat(tab.address()).isEqualTo("/account");
            assertThat(tab.cookie("session")).isPresent().get().isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org",
                "javascript:alert(1)",
                "/account%0d%0aSet-Cookie:a=b",
                "account"
            })
    void onlyAPathOfOursIsGoneOnTo(String elsewhere) {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in");
            tab.sends("/sign-in", Map.of("council", "sunderland", "email", resident, "onward", elsewhere));
            String link = doors.link(resident);
            HttpResponse<String> sent = tab.opens(link).sendsOnly(link, Map.of());
            assertThat(sent.headers().firstValue("Location")).hasValue("/account");
        }
    }

    @Test
    void whoeverWasOnTheWaySomewhereArrivesThere() {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        try (Tab tab = doors.tab()) {
            tab.opens("/account/sessions");
            assertThat(tab.address()).isEqualTo("/sign-in?onward=/account/sessions");
            tab.sends("/sign-in", Map.of("council", "sunderland", "email", resident));
            String link = doors.link(resident);
            assertThat(tab.opens(link).sends(link, Map.of()).address()).isEqualTo("/account/sessions");
        }
    }

    @Test
    void theCookieOfASessionIsOutOfReachOfScriptsAndOtherSites() {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        try (Tab tab = doors.asks(doors.tab(), resident)) {
            String link = doors.link(resident);
            HttpResponse<String> answer = tab.opens(link).sendsOnly(link, Map.of());
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("session="))
                    .singleElement()
                    .asString()
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
        }
    }

    @Test
    void signingOutEndsTheSessionInOurOwnBookToo() {
        String resident = Doors.stranger();
        try (Tab tab = doors.signsIn(resident)) {
            assertThat(tab.sendsOnly("/sign-out", Map.of()).headers().firstValue("Clear-Site-Data"))
                    .as("the browser forgets the pages of somebody who left")
                    .contains("\"cache\", \"storage\"");
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
            assertThat(doors.house
                            .database()
                            .sql()
                            .sql("select count(*) from people.session where person_id = :person and ended_at is null")
                            .param("person", doors.person(resident))
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
