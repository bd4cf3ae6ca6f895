package org.communitycontracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What stays and what does not when a form is sent, sent again, refused or broken off. */
class OnceAloneTest {
    @TempDir
    private static Path classes;

    private static Database database;
    private static WebAlone web;
    private static Effects effects;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.sql().sql("create table effect (what text not null)").update();
        database.sql()
                .sql("create table sole (what text unique deferrable initially deferred)")
                .update();
        database.sql().sql("grant all on effect, sole to public").update();
        web = WebAlone.open(database, Map.of("forms.patience", "300ms"));
        effects = new Effects(
                web.room(JdbcClient.class),
                new TransactionTemplate(web.room(PlatformTransactionManager.class)),
                new DemoPages(classes),
                new CountDownLatch(1),
                new CountDownLatch(1));
        web.answer(effects);
    }

    @AfterAll
    static void close() {
        web.close();
        database.close();
    }

    @Test
    void twentyTimesTheSameFormAtOnceHaveOneEffect() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web);
                ExecutorService together = Executors.newFixedThreadPool(20)) {
            List<Future<HttpResponse<String>>> answers = together.invokeAll(
                    Collections.nCopies(20, () -> sender.send(sender.form("/effects", what, sender.key))));
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                assertThat(answer.get().headers().firstValue("Location"))
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/said"));
            }
        }
        assertThat(count(what)).isEqualTo(1);
    }

    @Test
    void aPageThatAnsweredIsShownAgainWordForWord() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            HttpResponse<String> first = sender.sends("/effects/page", what, sender.key);
            HttpResponse<String> again = sender.sends("/effects/page", what, sender.key);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body()).contains(what);
            assertThat(again.headers().firstValue("Content-Type"))
                    .isEqualTo(first.headers().firstValue("Content-Type"));
            assertThat(again.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
        assertThat(count(what)).isEqualTo(1);
    }

    @Test
    void whoeverReadsTheTableLearnsNothingOfTheAnswer() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            sender.sends("/effects/page", what, sender.key);
        }
        List<byte[]> kept = database.sql()
                .sql("select answer from web.once where answer is not null")
                .query(byte[].class)
                .list();
        assertThat(kept)
                .isNotEmpty()
                .noneMatch(answer -> new String(answer, StandardCharsets.ISO_8859_1).contains(what));
    }

    @Test
    void anAnswerTooLargeToBeKeptIsToldOfInstead() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            assertThat(sender.sends("/effects/large", what, sender.key).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> again = sender.sends("/effects/large", what, sender.key);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("That is done already");
        }
        assertThat(count(what)).isEqualTo(1);
    }

    @Test
    void aFormWithoutItsNumberIsRefusedInASentence() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            HttpResponse<String> refused = sender.sends("/effects", what, null);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This form lacks its number").contains("Idempotency-Key");
        }
        assertThat(count(what)).isZero();
    }

    @Test
    void aProgramNamesItsNumberInAHeaderAndAnotherBodyIsRefused() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            assertThat(sender.send(json(sender, what)).body()).isEqualTo("{\"said\":\"" + what + "\"}");
            assertThat(sender.send(json(sender, what)).statusCode()).isEqualTo(200);
            HttpResponse<String> other = sender.send(json(sender, what + "-other"));
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("This form was used for something else");
        }
        assertThat(count("{\"said\":\"" + what + "\"}")).isEqualTo(1);
    }

    private static HttpRequest.Builder json(Sender sender, String what) {
        return HttpRequest.newBuilder(web.at("/effects/json"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", sender.word)
                .header(Once.HEADER, "number-7")
                .POST(BodyPublishers.ofString("{\"said\":\"" + what + "\"}"));
    }

    @Test
    void anotherFileUnderTheSameNumberIsAnotherForm() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            assertThat(sender.sendsFile("/effects/files", what).statusCode()).isEqualTo(303);
            assertThat(sender.sendsFile("/effects/files", what).statusCode()).isEqualTo(303);
            assertThat(sender.sendsFile("/effects/files", what + "!").statusCode())
                    .isEqualTo(422);
        }
        assertThat(count(what)).isEqualTo(1);
    }

    @Test
    void nobodyUsesAnothersNumber() throws Exception {
        String what = what();
        try (Sender resident = new Sender(web);
                Sender neighbour = new Sender(web)) {
            assertThat(resident.sends("/effects/page", what, resident.key).body())
                    .contains("1 of");
            assertThat(neighbour.sends("/effects/page", what, resident.key).body())
                    .contains("2 of");
        }
    }

    @Test
    void whatAHandlerStoredBeforeItThrewIsGone() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            HttpResponse<String> refused = sender.sends("/effects/thrown", what, sender.key);
            assertThat(refused.statusCode()).isEqualTo(409);
        }
        assertThat(count(what)).isZero();
    }

    @Test
    void aDoorThatStaysShutInTheMiddleOfAStepIsARefusalAndNoFault() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            HttpResponse<String> refused = sender.sends("/effects/denied", what, sender.key);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("You may not do this").doesNotContain("secret");
        }
        assertThat(count(what)).isZero();
    }

    @Test
    void whatAHandlerStoredBeforeItAnsweredWithARefusalStays() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            assertThat(sender.sends("/effects/guess", what, sender.key).statusCode())
                    .isEqualTo(422);
            assertThat(sender.sends("/effects/guess", what, sender.key).statusCode())
                    .isEqualTo(422);
        }
        assertThat(count(what)).isEqualTo(2);
    }

    @Test
    void anAnswerToWhatCouldNotBeStoredAtTheLastMomentDoesNotLeave() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web)) {
            HttpResponse<String> fault = sender.sends("/effects/last-moment", what, sender.key);
            assertThat(fault.statusCode()).isEqualTo(500);
            assertThat(fault.headers().firstValue("Location")).isEmpty();
            assertThat(fault.headers().firstValue("X-Word")).isEmpty();
            assertThat(fault.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(fault.body()).contains("Something went wrong here");
        }
        assertThat(count(what)).isZero();
    }

    @Test
    void aFormThatIsStillBeingDoneIsNotDoneASecondTime() throws Exception {
        String what = what();
        try (Sender sender = new Sender(web);
                ExecutorService together = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> first = together.submit(() -> sender.sends("/effects/slow", what, sender.key));
            effects.begun().await();
            HttpResponse<String> second = sender.sends("/effects/slow", what, sender.key);
            effects.goOn().countDown();
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("We are still at it");
            assertThat(first.get().statusCode()).isEqualTo(303);
        }
        assertThat(count(what)).isEqualTo(1);
    }

    @Test
    void aPageWithAFormIsKeptByNobodyAndItsCookieIsForThisSiteAlone() throws Exception {
        try (Sender sender = new Sender(web)) {
            assertThat(sender.page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(sender.page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("XSRF-TOKEN=")
                    .contains("Path=/", "HttpOnly", "SameSite=Lax");
            assertThat(sender.page.body()).contains("enctype=\"multipart/form-data\"");
        }
    }

    @Test
    void whereTheSiteIsReachedByHttpsTheCookieNeverLeavesIt() throws Exception {
        try (WebAlone secure = WebAlone.open(database, Map.of("site", "https://contracts.example.org"))) {
            secure.answer(effects);
            assertThat(secure.get("/read").headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=63072000; includeSubDomains");
            assertThat(web.get("/read").headers().firstValue("Strict-Transport-Security"))
                    .as("who can be reached without HTTPS alone makes no promise of it")
                    .isEmpty();
            assertThat(secure.get("/say").headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-XSRF-TOKEN=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void aPublicPageSetsNoCookieBeginsNoSessionAndMayBeKept() throws Exception {
        HttpResponse<byte[]> page = web.get("/read");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Cache-Control"))
                .hasSize(1)
                .first()
                .asString()
                .contains("public");
        assertThat(database.sql()
                        .sql("select count(*) from web.session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPageForSomebodyWithASessionIsKeptByNobody() throws Exception {
        assertThat(web.get("/read", "Cookie", "session=whatever").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(web.get("/read", "Cookie", "XSRF-TOKEN=whatever")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("public");
        assertThat(web.get(Look.style(), "Cookie", "session=whatever")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("immutable");
    }

    @Test
    void aFormWithoutItsWordIsForged() throws Exception {
        HttpResponse<byte[]> refused = web.send(HttpRequest.newBuilder(web.at("/effects"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_once=1&what=forged")));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("This form is out of date");
        assertThat(refused.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(count("forged")).isZero();
    }

    private static String what() {
        return "what-" + UUID.randomUUID();
    }

    private static int count(String what) {
        return database.sql()
                .sql("select count(*) from effect where what = :what")
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    /** Handlers that leave something behind, each in its own way. */
    record Effects(
            JdbcClient sql, TransactionTemplate step, DemoPages demo, CountDownLatch begun, CountDownLatch goOn) {
        @GetMapping(path = "/say")
        ResponseEntity<String> say() {
            return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(demo.page("web/demoPost.jte"));
        }

        @GetMapping(path = "/read")
        ResponseEntity<byte[]> read() {
            return web.pages()
                    .page(
                            "web/sorry.jte",
                            Map.of("sorry", Sorry.of("refused"), "words", Frame.words(java.util.Locale.UK)));
        }

        @PostMapping(path = "/effects")
        ResponseEntity<String> effect(@RequestParam String what) {
            return said(what);
        }

        @PostMapping(path = "/effects/files")
        ResponseEntity<String> file(@RequestParam MultipartFile photo) throws java.io.IOException {
            return said(new String(photo.getBytes(), StandardCharsets.UTF_8));
        }

        @PostMapping(path = "/effects/json")
        ResponseEntity<String> json(@RequestBody String body) {
            said(body);
            return ResponseEntity.ok(body);
        }

        @PostMapping(path = "/effects/page")
        ResponseEntity<String> page(@RequestParam String what) {
            said(what);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .contentType(MediaType.TEXT_HTML)
                    .body(count(what) + " of " + what + " " + UUID.randomUUID());
        }

        private int count(String what) {
            return sql.sql("select count(*) from effect where what = :what")
                    .param("what", what)
                    .query(Integer.class)
                    .single();
        }

        @PostMapping(path = "/effects/large")
        ResponseEntity<String> large(@RequestParam String what) {
            said(what);
            return ResponseEntity.ok("a".repeat(70_000));
        }

        @PostMapping(path = "/effects/thrown")
        ResponseEntity<String> thrown(@RequestParam String what) {
            said(what);
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }

        @PostMapping(path = "/effects/denied")
        ResponseEntity<String> denied(@RequestParam String what) {
            step.executeWithoutResult(_ -> {
                said(what);
                throw new AccessDeniedException("a secret of the house");
            });
            return said(what);
        }

        @PostMapping(path = "/effects/guess")
        ResponseEntity<String> guess(@RequestParam String what) {
            said(what);
            return ResponseEntity.unprocessableContent().build();
        }

        @PostMapping(path = "/effects/last-moment")
        ResponseEntity<String> lastMoment(@RequestParam String what, HttpServletRequest request) {
            said(what);
            sql.sql("insert into sole values (:what), (:what)")
                    .param("what", what)
                    .update();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/said"))
                    .header("X-Word", "done")
                    .build();
        }

        @PostMapping(path = "/effects/slow")
        ResponseEntity<String> slow(@RequestParam String what) throws InterruptedException {
            begun.countDown();
            goOn.await();
            return said(what);
        }

        private ResponseEntity<String> said(String what) {
            sql.sql("insert into effect values (:what)").param("what", what).update();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/said"))
                    .build();
        }
    }
}
