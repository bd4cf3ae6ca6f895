package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person sees where they are signed in, and ends it; what nobody ends, ends by itself. */
class SessionsTest {
    private static Doors doors;

    @BeforeAll
    static void open() {
        doors = Doors.open();
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsOneOfThem() {
        String resident = Doors.stranger();
        try (Tab library = doors.signsIn(resident);
                Tab home = doors.signsIn(resident)) {
            assertThat(home.opens("/account/sessions").words())
                    .contains("Firefox on Linux (this one)", "by a letter")
                    .containsPattern("Since \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d (GMT|BST)");
            Matcher other = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/removal)\"")
                    .matcher(home.page());
            assertThat(other.find()).isTrue();
            home.sends(other.group(1), Map.of());
            assertThat(home.words()).doesNotContain("End all others");
            assertThat(library.opens("/account").heading()).isEqualTo("Sign in");
            assertThat(home.opens("/account").heading()).isEqualTo("Your account");
        }
    }

    @Test
    void allOthersEndTogether() {
        String resident = Doors.stranger();
        try (Tab one = doors.signsIn(resident);
                Tab two = doors.signsIn(resident);
                Tab here = doors.signsIn(resident)) {
            here.opens("/account/sessions").sends("/account/sessions/others/removal", Map.of());
            assertThat(one.opens("/account").heading()).isEqualTo("Sign in");
            assertThat(two.opens("/account").heading()).isEqualTo("Sign in");
            assertThat(here.opens("/account").heading()).isEqualTo("Your account");
        }
    }

    @Test
    void nobodyEndsTheSessionOfANeighbour() {
        try (Tab resident = doors.signsIn(Doors.stranger());
                Tab neighbour = doors.signsIn(Doors.stranger())) {
            String session = doors.house
                    .database()
                    .sql()
                    .sql("select session_id::text from people.session where council_id = :council"
                            + " order by begun_at desc offset 1 limit 1")
                    .param("council", doors.council.id())
                    .query(String.class)
                    .single();
            neighbour.opens("/account");
            neighbour.sendsTo("/account/sessions/" + session + "/removal", "/sign-out");
            assertThat(resident.opens("/account").heading()).isEqualTo("Your account");
        }
    }

    @Test
    void aResidentStaysForThirtyDaysWithoutAVisit() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            doors.house.clock().forward(Duration.ofDays(30).minusMinutes(1));
            assertThat(tab.opens("/account").heading()).isEqualTo("Your account");
            doors.house.clock().forward(Duration.ofDays(30).minusMinutes(1));
            assertThat(tab.opens("/account").heading()).isEqualTo("Your account");
            doors.house.clock().forward(Duration.ofDays(30).plusSeconds(1));
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void anOfficersSessionEndsAfterHalfAnHourAway() {
        String officer = Doors.stranger();
        try (Tab tab = doors.signsIn(officer)) {
            doors.employs(officer);
            doors.house.clock().forward(Duration.ofMinutes(29));
            assertThat(tab.opens("/account").heading()).isEqualTo("Your account");
            doors.house.clock().forward(Duration.ofMinutes(30).plusSeconds(1));
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void anOfficersSessionEndsWithTheWorkingDay() {
        String officer = Doors.stranger();
        try (Tab tab = doors.signsIn(officer)) {
            doors.employs(officer);
            for (int visit = 0; visit < 24; visit++) {
                doors.house.clock().forward(Duration.ofMinutes(29));
                assertThat(tab.opens("/account").heading()).isEqualTo("Your account");
            }
            doors.house.clock().forward(Duration.ofMinutes(24).plusSeconds(1));
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void whatIsOfNoMoreUseIsForgotten() {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        forget();
        assertThat(kept(resident)).isEqualTo("1 1");
        doors.house.clock().forward(Duration.ofDays(2));
        forget();
        assertThat(kept(resident)).isEqualTo("1 0");
        doors.house.clock().forward(Duration.ofDays(60));
        forget();
        assertThat(kept(resident)).isEqualTo("0 0");
    }

    private static void forget() {
        Keeping keeping = doors.house.room(Keeping.class);
        doors.house
                .room(Sight.class)
                .ofAll(() -> keeping.forget(doors.house.clock().instant()));
    }

    /** How many sessions and links of somebody are kept. */
    private static String kept(String email) {
        return doors.house
                .database()
                .sql()
                .sql("""
                        select (select count(*) from people.session where person_id = :person) || ' '
                            || (select count(*) from people.sign_in_link where email_folded = lower(:email))""")
                .param("person", doors.person(email))
                .param("email", email)
                .query(String.class)
                .single();
    }
}
