package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.web.Pages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Staff show a second factor; whoever may not do a thing is told so calmly. */
class SecondFactorTest {
    private static final String WORK = "/test/enter-for-another";

    private static Doors doors;

    @BeforeAll
    static void open() throws NoSuchMethodException {
        doors = Doors.open();
        RequestMappingHandlerMapping mappings =
                doors.house.room(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping");
        mappings.registerMapping(
                RequestMappingInfo.paths(WORK)
                        .methods(RequestMethod.GET, RequestMethod.POST)
                        .options(mappings.getBuilderConfiguration())
                        .build(),
                new Work(doors.house.room(Pages.class)),
                Work.class.getDeclaredMethod("enter", Actor.class));
    }

    /** A door that only staff may go through. */
    static final class Work {
        private final Pages pages;

        Work(Pages pages) {
            this.pages = pages;
        }

        ResponseEntity<byte[]> enter(Actor actor) {
            Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, Where.council(doors.council.id()));
            return pages.notFound();
        }
    }

    @Test
    void whoeverHasNotSignedInIsLedToTheDoorAndBack() {
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(WORK + "?page=2").address()).isEqualTo("/sign-in?onward=" + WORK + "?page=2");
        }
    }

    @Test
    void aFormSentWithoutSigningInIsAnsweredCalmly() {
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in");
            assertThat(tab.sendsTo(WORK, "/sign-in").status()).isEqualTo(403);
            assertThat(tab.heading()).isEqualTo("Sign in first");
            assertThat(tab.words()).contains("Nothing is lost");
        }
    }

    @Test
    void aResidentIsToldThatTheAccountMayNotDoThat() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            assertThat(tab.opens(WORK).status()).isEqualTo(403);
            assertThat(tab.heading()).isEqualTo("This account may not do that");
            assertThat(tab.words()).contains("ask the administrator of your council");
        }
    }

    @Test
    void anOfficerGoesOnOnlyAfterTheCodeOfAnApp() {
        String officer = Doors.stranger();
        try (Tab tab = doors.signsIn(officer)) {
            doors.employs(officer);
            assertThat(tab.opens(WORK).address()).isEqualTo("/sign-in/second?onward=" + WORK);
            assertThat(tab.words()).contains("Set up an authenticator app");
            byte[] key = doors.setsUpAnApp(tab);
            doors.house.clock().forward(Duration.ofSeconds(30));
            tab.opens(WORK).sends("/sign-in/second", Map.of("code", doors.app(key)));
            assertThat(tab.status()).as("through the door").isEqualTo(404);
        }
    }

    @Test
    void aCodeIsTakenOnce() {
        String officer = Doors.stranger();
        try (Tab tab = doors.signsIn(officer)) {
            byte[] key = doors.setsUpAnApp(tab);
            doors.house.clock().forward(Duration.ofSeconds(60));
            String code = doors.app(key);
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", code))
                            .address())
                    .isEqualTo("/account");
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", code))
                            .status())
                    .isEqualTo(422);
            assertThat(tab.words()).contains("was used before");
        }
    }

    @Test
    void theFirstCodeOfANewAppIsNotTakenAgainEither() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            byte[] key = doors.setsUpAnApp(tab);
            tab.opens("/sign-in/second").sends("/sign-in/second", Map.of("code", doors.app(key)));
            assertThat(tab.status()).isEqualTo(422);
        }
    }

    @Test
    void aCodeOfAMinuteAgoIsNotTaken() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            byte[] key = doors.setsUpAnApp(tab);
            doors.house.clock().forward(Duration.ofSeconds(60));
            String code = doors.app(key);
            doors.house.clock().forward(Duration.ofSeconds(60));
            tab.opens("/sign-in/second").sends("/sign-in/second", Map.of("code", code));
            assertThat(tab.status()).isEqualTo(422);
        }
    }

    @Test
    void tenWrongCodesLockTheNextAlsoWhenTheyComeTogether() throws InterruptedException, ExecutionException {
        try (Tab tab = doors.signsIn(Doors.stranger());
                ExecutorService many = Executors.newFixedThreadPool(8)) {
            byte[] key = doors.setsUpAnApp(tab);
            doors.house.clock().forward(Duration.ofSeconds(60));
            tab.opens("/sign-in/second");
            List<Future<String>> guesses = many.invokeAll(IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(guess ->
                            () -> tab.send(tab.form("/sign-in/second", Map.of("code", "x" + guess)))
                                    .body())
                    .toList());
            int looked = 0;
            for (Future<String> guess : guesses) {
                looked += guess.get().contains("That code is not right") ? 1 : 0;
            }
            assertThat(looked).isEqualTo(10);
            assertThat(tab.sends("/sign-in/second", Map.of("code", doors.app(key)))
                            .words())
                    .contains("Too many wrong codes");
            doors.house.clock().forward(Duration.ofHours(1));
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", doors.app(key)))
                            .address())
                    .isEqualTo("/account");
        }
    }

    @Test
    void eachOfTenCodesOnPaperWorksOnce() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            doors.setsUpAnApp(tab);
            List<String> paper = codes(tab.page());
            assertThat(paper).hasSize(10).doesNotHaveDuplicates();
            String typed = paper.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", typed))
                            .address())
                    .isEqualTo("/account");
            assertThat(tab.opens("/account/authenticator").words()).contains("You have 9 recovery codes left");
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", typed))
                            .status())
                    .isEqualTo(422);
            tab.opens("/account/authenticator").sends("/account/recovery-codes", Map.of());
            assertThat(codes(tab.page())).hasSize(10).doesNotContainAnyElementsOf(paper);
            assertThat(tab.opens("/sign-in/second")
                            .sends("/sign-in/second", Map.of("code", paper.getLast()))
                            .status())
                    .as("codes of before the new ones")
                    .isEqualTo(422);
        }
    }

    private static List<String> codes(String page) {
        List<String> codes = new ArrayList<>();
        for (Matcher code = Pattern.compile("<code>([^<]*)</code>").matcher(page); code.find(); ) {
            codes.add(code.group(1));
        }
        return codes;
    }

    @Test
    void whoLostEverySecondProofSetsUpANewOneOnceAnAdministratorHasSeenThem() {
        String officer = Doors.stranger();
        try (Tab tab = doors.signsIn(officer);
                Tab desk = new Tab(doors.house)
                        .carries(doors.house.signedIn(
                                new Standing(Role.COUNCIL_ADMINISTRATOR, doors.council.id(), null, null)))) {
            doors.employs(officer);
            doors.setsUpAnApp(tab);
            String page = "/councils/" + doors.council.slug() + "/office/people/" + doors.person(officer) + "/locks";
            assertThat(tab.looks(page).statusCode()).as("not one's own").isNotEqualTo(200);
            desk.opens(page).sends(page, Map.of("why", ""));
            assertThat(desk.words()).contains("Write how you know, in one line");
            desk.sends(page, Map.of("why", "Came to the desk with a staff card"));
            assertThat(desk.words()).contains("The second proofs are taken away");
            assertThat(tab.opens("/account").address())
                    .as("signed out everywhere")
                    .startsWith("/sign-in");
            assertThat(doors.letters(officer).getFirst()).contains("took away the second proofs");
        }
        try (Tab tab = doors.signsIn(officer)) {
            assertThat(tab.opens(WORK).words()).contains("Set up an authenticator app");
            byte[] key = doors.setsUpAnApp(tab);
            doors.house.clock().forward(Duration.ofSeconds(30));
            tab.opens(WORK).sends("/sign-in/second", Map.of("code", doors.app(key)));
            assertThat(tab.status()).as("through the door").isEqualTo(404);
        }
    }

    @Test
    void noSecretLiesOpenInTheDatabase() {
        String resident = Doors.stranger();
        try (Tab tab = doors.signsIn(resident)) {
            byte[] key = doors.setsUpAnApp(tab);
            List<String> paper = codes(tab.page());
            String kept =
                    doors.house.database().sql().sql("""
                            select (select string_agg(a::text, ' ') from people.authenticator a) || ' '
                                || (select string_agg(r::text, ' ') from people.recovery_code r)""").query(String.class).single();
            assertThat(kept)
                    .doesNotContain(java.util.HexFormat.of().formatHex(key))
                    .doesNotContain(paper.getFirst())
                    .doesNotContain(paper.getFirst().replace("-", ""));
        }
    }

    @Test
    void aLockIsRemovedOnlyAfterShowingItAndThePersonIsToldByLetter() {
        String resident = Doors.stranger();
        try (Tab tab = doors.signsIn(resident)) {
            byte[] key = doors.setsUpAnApp(tab);
            assertThat(doors.letters(resident).getFirst()).startsWith("An authenticator app was added");
            assertThat(tab.opens("/account/authenticator").words()).contains("show first that it is you");
            assertThat(tab.page()).doesNotContain("/account/authenticator/removal");
            tab.opens("/sign-in/second");
            assertThat(tab.sendsTo("/account/authenticator/removal", "/sign-in/second")
                            .address())
                    .as("sent without the page's leave")
                    .startsWith("/sign-in/second");
            doors.house.clock().forward(Duration.ofSeconds(60));
            tab.sends("/sign-in/second", Map.of("code", doors.app(key)));
            assertThat(tab.address()).isEqualTo("/account/authenticator");
            doors.house.clock().forward(Duration.ofMinutes(11));
            assertThat(tab.opens("/account/authenticator").page()).doesNotContain("/account/authenticator/removal");
            tab.opens("/sign-in/second?onward=/account/authenticator")
                    .sends("/sign-in/second", Map.of("code", doors.app(key)));
            tab.sends("/account/authenticator/removal", Map.of());
            assertThat(tab.words()).contains("Set up an app");
            assertThat(doors.letters(resident).getFirst()).startsWith("The authenticator app was removed");
            assertThat(acts(resident))
                    .contains("factor.added", "factor.removed")
                    .as("coming and going is nobody's to read for good")
                    .noneMatch(verb -> verb.startsWith("session."));
        }
    }

    private static List<String> acts(String email) {
        return doors.house
                .database()
                .sql()
                .sql("""
                        select a.verb from acts.act a join acts.opening o using (council_id, act_id)
                        where o.place = 'who' and o.value = :person order by a.moment""")
                .param("person", doors.person(email).toString())
                .query(String.class)
                .list();
    }

    @Test
    void theSessionGetsANewNumberWithTheSecondFactor() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            byte[] key = doors.setsUpAnApp(tab);
            String before = tab.cookie("session").orElseThrow();
            doors.house.clock().forward(Duration.ofSeconds(60));
            tab.opens("/sign-in/second").sends("/sign-in/second", Map.of("code", doors.app(key)));
            assertThat(tab.cookie("session")).isPresent().get().isNotEqualTo(before);
        }
    }
}
