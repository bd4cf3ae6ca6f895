package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of signing in and of the locks of an account, in a real browser. */
class SignInPagesTest {
    private static Doors doors;
    private static PageChecks checks;
    private static Tab bare;
    private static Tab locked;

    @BeforeAll
    static void open() {
        doors = Doors.open();
        checks = PageChecks.inTheBrowser();
        bare = doors.signsIn(Doors.stranger());
        bare.opens("/account/authenticator").sends("/account/authenticator", Map.of());
        locked = doors.signsIn(Doors.stranger());
        byte[] key = doors.setsUpAnApp(locked);
        doors.house.clock().forward(Duration.ofSeconds(60));
        locked.opens("/sign-in/second").sends("/sign-in/second", Map.of("code", doors.app(key)));
    }

    @AfterAll
    static void close() {
        bare.close();
        locked.close();
    }

    static Stream<String> forEverybody() {
        return Stream.of(
                "/sign-in",
                "/sign-in/sent?council=" + doors.council.id(),
                "/sign-in/links/" + doors.council.id() + "/token",
                "/sign-in/name",
                "/guardian/" + doors.council.id() + "/token",
                "/sign-in/passkey");
    }

    static Stream<String> ofAnAccount() {
        return Stream.of(
                "/account",
                "/account/authenticator",
                "/account/passkeys",
                "/account/sessions",
                "/account/email",
                "/account/guardian",
                "/account/data",
                "/account/data/corrected",
                "/account/data/erased",
                "/account/email/token",
                "/sign-in/second");
    }

    @ParameterizedTest
    @MethodSource("forEverybody")
    void aPageForEverybodyHasNoFault(String path) {
        checks.check(doors.house.at(path), "signin" + name(path));
    }

    @ParameterizedTest
    @MethodSource("ofAnAccount")
    void aPageOfAnAccountWithoutLocksHasNoFault(String path) {
        checks.as("session", bare.cookie("session").orElseThrow())
                .check(doors.house.at(path), "signin-bare" + name(path));
    }

    @ParameterizedTest
    @MethodSource("ofAnAccount")
    void aPageOfAnAccountWithLocksHasNoFault(String path) {
        checks.as("session", locked.cookie("session").orElseThrow())
                .check(doors.house.at(path), "signin-locked" + name(path));
    }

    @Test
    void noPageOfSigningInOrOfAnAccountIsForgottenHere() {
        Set<String> checked = Stream.concat(forEverybody(), ofAnAccount())
                .map(path -> doors.house.kind(path.replaceAll("\\?.*", "")))
                .collect(Collectors.toSet());
        assertThat(doors.house.kinds().keySet())
                .filteredOn(OpenHouse::isOwn)
                .filteredOn(kind -> !kind.endsWith(".json")
                        && !kind.startsWith("/sign-in/script/")
                        && !kind.startsWith("/sign-in/directory/"))
                .isSubsetOf(checked)
                .hasSizeGreaterThan(8);
    }

    private static String name(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[^a-z]+", "-");
    }
}
