package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.store.Sight;

/** What people of Sunderland do at the doors of a house without its sample: sign in by letter, and by a code. */
final class Doors {
    private static final String SUNDERLAND = "sunderland";
    private static final Pattern LINK = Pattern.compile("(/sign-in/links/\\S+)");
    private static final Pattern CODE = Pattern.compile("where you asked: (\\d{6})");

    final OpenHouse house;
    final Council council;

    private Doors(OpenHouse house, Council council) {
        this.house = house;
        this.council = council;
    }

    static Doors open() {
        OpenHouse house = OpenHouse.withoutSample();
        Council council = house.room(Councils.class)
                .open(
                        org.communitycontracts.permissions.Actor.PROGRAM,
                        SUNDERLAND,
                        "Sunderland",
                        ZoneId.of("Europe/London"),
                        true,
                        Instant.parse("2026-09-30T00:00:00Z"),
                        "Made up for a test");
        return new Doors(house, council);
    }

    Tab tab() {
        return new Tab(house);
    }

    /** Somebody nobody has seen before. */
    static String stranger() {
        return "neighbour-" + UUID.randomUUID() + "@example.org";
    }

    /** Asks for a letter; the tab then stands where the code can be typed. */
    Tab asks(Tab tab, String email) {
        return asks(tab, email, "/account");
    }

    Tab asks(Tab tab, String email, String onward) {
        tab.opens("/sign-in?onward=" + onward);
        tab.sends("/sign-in", Map.of("council", SUNDERLAND, "email", email));
        assertThat(tab.heading()).isEqualTo("Look in your e-mail");
        return tab;
    }

    /** The bodies of the letters to an address, the last first. */
    List<String> letters(String email) {
        return house.database()
                .sql()
                .sql("select body from post.letter where council_id = :council and lower(recipient) = lower(:email)"
                        + " order by written_at desc")
                .param("council", council.id())
                .param("email", email)
                .query(String.class)
                .list();
    }

    String link(String email) {
        return found(LINK, letters(email).getFirst());
    }

    String code(String email) {
        return found(CODE, letters(email).getFirst());
    }

    /** A resident signs in by the link of a letter, and says a name if this is the first time. */
    Tab signsIn(String email) {
        Tab tab = asks(tab(), email);
        String link = link(email);
        tab.opens(link).sends(link, Map.of());
        if (tab.address().equals("/sign-in/name")) {
            tab.sends("/sign-in/name", Map.of("name", "Resident"));
        }
        assertThat(tab.address()).isEqualTo("/account");
        return tab;
    }

    UUID person(String email) {
        return house.database()
                .sql()
                .sql("select person_id from people.person where council_id = :council and email_folded = lower(:email)")
                .param("council", council.id())
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    /** An administrator of the council, with a second factor shown. */
    Actor administrator() {
        return new Actor(
                UUID.randomUUID(),
                council.id(),
                true,
                List.of(new Standing(Role.COUNCIL_ADMINISTRATOR, council.id(), null, null)));
    }

    /** Makes somebody who has signed in once an officer of the council's contact centre, whose role needs two factors. */
    void employs(String email) {
        UUID person = person(email);
        house.room(Sight.class).of(council.id(), () -> {
            house.room(Standings.class)
                    .give(
                            administrator(),
                            person,
                            new Standing(Role.CONTACT_CENTRE_AGENT, council.id(), null, null),
                            null,
                            house.clock().instant());
            return true;
        });
    }

    /** Sets up an authenticator app in a tab that is signed in; gives back the key in the app. */
    byte[] setsUpAnApp(Tab tab) {
        tab.opens("/account/authenticator").sends("/account/authenticator", Map.of());
        byte[] key = key(tab.page());
        tab.sends("/account/authenticator/codes", Map.of("code", app(key)));
        assertThat(tab.heading()).isEqualTo("Your recovery codes");
        return key;
    }

    /** What the app shows now. */
    String app(byte[] key) {
        return app(key, house.clock().instant());
    }

    /** What an app shows at this moment. */
    static String app(byte[] key, Instant now) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(key, "RAW"), now);
        } catch (InvalidKeyException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The key behind the link for an app, read as RFC 4648 says. */
    static byte[] key(String page) {
        String letters = found(Pattern.compile("secret=([A-Z2-7]+)&amp;"), page);
        BigInteger bits = letters.chars()
                .mapToObj(letter -> BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                .reduce(BigInteger.ZERO, (read, next) -> read.shiftLeft(5).or(next));
        byte[] signed = bits.toByteArray();
        byte[] key = new byte[letters.length() * 5 / 8];
        int length = Math.min(signed.length, key.length);
        System.arraycopy(signed, signed.length - length, key, key.length - length, length);
        return key;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("“%s” in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
