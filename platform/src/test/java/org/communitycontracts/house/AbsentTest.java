package org.communitycontracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this house does not do cannot be attacked here: nothing in its classes, pages and scripts names it. */
class AbsentTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "communitycontracts");

    /** By the name that the list of requirements uses; what the classes may not name. */
    static final Map<String, Pattern> THINGS = new TreeMap<>(Map.ofEntries(
            thing("commands of the machine", "java/lang/ProcessBuilder|\\bexec\\(Ljava"),
            thing("LDAP and JNDI", "javax/naming/(?!.*Exception)|springframework/ldap"),
            thing("XPath", "javax/xml/xpath|xpath"),
            thing("typesetting", "(?i)\\blatex\\b|xelatex"),
            thing(
                    "scripts and expressions of others",
                    "javax/script/|springframework/expression|org/mozilla|groovy/lang"),
            thing("markup of others", "commonmark|flexmark|(?i)bbcode|javax/xml/transform/stream"),
            thing("memcached", "(?i)memcached"),
            thing("GraphQL", "(?i)graphql"),
            thing("WebSocket", "jakarta/websocket|springframework/web/(?:socket|reactive)"),
            thing("WebRTC", "(?i)webrtc|iceserver"),
            thing("SAML", "(?i)\\bsaml|/saml"),
            thing("an authorisation server", "springframework/security/oauth2/server/(?:authorization|resource)"),
            thing("back-channel logout", "OidcBackChannel|logout\\+jwt"),
            thing("client certificates", "java/security/cert/X509|getPeerCertificates"),
            thing("objects read from bytes", "java/io/ObjectInputStream|java/beans/XMLDecoder"),
            thing("native code", "java/lang/foreign/|sun/misc/Unsafe|loadLibrary"),
            thing(
                    "weak hashes and ciphers",
                    "^(?:MD5|SHA-?1|MD2|DES|DESede|RC4|ARCFOUR|.*/ECB/.*|.*PKCS1.*|Blowfish)$"),
            thing(
                    "guessable randomness for secrets",
                    "^java/util/Random$|java/util/concurrent/ThreadLocalRandom|SplittableRandom"),
            thing("packed uploads", "java/util/zip/Zip(?:InputStream|File)|java/util/jar/Jar"),
            thing("code by telephone", "(?i)twilio|smsCode|verifyPhone")));

    /** Rooms in which one of them is no danger: made-up reports are drawn by a seed, and are the same everywhere. */
    private static final Map<String, String> ALLOWED =
            Map.of("guessable randomness for secrets", "app/sample/", "commands of the machine", "store/OwnPostgres");

    private static Map.Entry<String, Pattern> thing(String name, String pattern) {
        return Map.entry(name, Pattern.compile(pattern));
    }

    static List<String> things() {
        return List.copyOf(THINGS.keySet());
    }

    @ParameterizedTest
    @MethodSource("things")
    void nothingHereNamesIt(String thing) {
        Pattern pattern = java.util.Objects.requireNonNull(THINGS.get(thing));
        String allowed = ALLOWED.getOrDefault(thing, "nowhere");
        Map<String, java.util.Set<String>> named = CompiledHouse.named();
        assertThat(named).as("classes are read").hasSizeGreaterThan(300);
        assertThat(named)
                .allSatisfy((file, words) -> assertThat(words)
                        .as(file)
                        .filteredOn(word -> !file.startsWith(allowed))
                        .noneMatch(word -> pattern.matcher(word).find()));
    }

    @Test
    void thePatternsFindWhatTheyLookFor() {
        assertThat(THINGS.get("LDAP and JNDI")
                        .matcher("javax/naming/InitialContext")
                        .find())
                .isTrue();
        assertThat(THINGS.get("weak hashes and ciphers").matcher("MD5").find()).isTrue();
        assertThat(CompiledHouse.named().get("people/Token.class"))
                .as("names of classes and words of the code are both seen")
                .contains("java/security/SecureRandom", "SHA-256");
    }

    @Test
    void noPageWritesWhatIsNotEscapedAndNoneAsksForAPersonsPassword() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".jte")).toList()) {
                seen++;
                String text = Files.readString(page);
                assertThat(text).as(page.toString()).doesNotContain("$unsafe");
                if (!page.endsWith(Path.of("people", "office", "directory.jte"))) {
                    assertThat(text).as(page.toString()).doesNotContain("\"password\"");
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void ourScriptsTakeNoMessagesFillNoObjectsAndWriteNoHtml() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                seen++;
                assertThat(script)
                        .content()
                        .doesNotContain("postMessage", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                        .doesNotContain("eval(", "new Function", "__proto__", "localStorage", "sessionStorage")
                        .doesNotContainPattern("\\[[a-zA-Z]+\\]\\s*=[^=]");
            }
        }
        assertThat(seen).isPositive();
    }
}
