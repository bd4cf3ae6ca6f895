package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.communitycontracts.app.Newsroom.Made;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told to whom of a report, when, and what is taken back. */
class NoticesTest {
    private static Newsroom news;

    @BeforeAll
    static void open() {
        news = new Newsroom("notices");
    }

    @Test
    void whoWasToldThatAPromiseWasBrokenIsToldOnceThatItWasNot() {
        String email = email();
        Made report = news.reports("public");
        Instant made = news.house.clock().instant();
        hasNoQuietHours(news.follows(report, email));
        news.goesOn(Duration.ofHours(25));
        assertThat(news.said(email, "Promise not kept: ", report.reference())).isEqualTo(1);

        happens(report, "fixed", made.plus(Duration.ofHours(2)), "{\"evidence\": \"photo\"}");
        news.goesOn(Duration.ofMinutes(1));
        news.goesOn(Duration.ofMinutes(1));
        assertThat(news.said(email, "Correction: ", report.reference())).isEqualTo(1);
        assertThat(news.said(email, "Promise not kept: ", report.reference())).isEqualTo(1);
    }

    @Test
    void aCorrectionOfWhatNobodyWasToldYetIsNotTold() {
        String email = email();
        Made report = news.reports("public");
        Instant made = news.house.clock().instant();
        String own = news.follows(report, email);
        news.goesOn(Duration.ofHours(24).minusMinutes(1));
        isQuietNow(own);
        news.goesOn(Duration.ofMinutes(5));
        happens(report, "fixed", made.plus(Duration.ofHours(2)), "{\"evidence\": \"photo\"}");
        news.goesOn(Duration.ofHours(4));
        assertThat(news.said(email, "Promise not kept: ", report.reference())).isZero();
        assertThat(news.said(email, "Correction: ", report.reference())).isZero();
    }

    @Test
    void nothingIsSentInQuietHoursAndAllOfItAfterThem() {
        String email = email();
        Made report = news.reports("public");
        isQuietNow(news.follows(report, email));
        happens(report, "fixed", news.house.clock().instant(), "{}");
        news.goesOn(Duration.ofMinutes(1));
        assertThat(news.said(email, "Said to be fixed: ", report.reference())).isZero();
        news.goesOn(Duration.ofHours(4));
        assertThat(news.said(email, "Said to be fixed: ", report.reference())).isEqualTo(1);
    }

    @Test
    void whatIsFollowedNoMoreIsNotSentEvenIfItWaits() {
        String email = email();
        Made kept = news.reports("public");
        Made dropped = news.reports("public");
        news.follows(kept, email);
        String own = news.follows(dropped, email);
        isQuietNow(own);
        happens(kept, "fixed", news.house.clock().instant(), "{}");
        happens(dropped, "fixed", news.house.clock().instant(), "{}");
        news.goesOn(Duration.ofMinutes(1));
        String follow = news.house
                .database()
                .sql()
                .sql("""
                        select f.follow_id::text from news.follow f join reporting.report r using (council_id, report_id)
                        where r.reference = :reference""")
                .param("reference", dropped.reference())
                .query(String.class)
                .single();
        new Tab(news.house).opens(own).sendsOnly(own, Map.of("deed", "drop", "follow", follow));
        news.goesOn(Duration.ofHours(4));
        assertThat(news.said(email, "Said to be fixed: ", kept.reference())).isEqualTo(1);
        assertThat(news.said(email, "Said to be fixed: ", dropped.reference())).isZero();
    }

    @Test
    void newsOfAPrivateReportSaysNothingOfIt() {
        String email = email();
        Made report = news.reports("private");
        hasNoQuietHours(news.follows(report, email));
        happens(report, "fixed", news.house.clock().instant(), "{}");
        news.goesOn(Duration.ofMinutes(1));
        assertThat(news.letters(email).getFirst())
                .contains("There is news of your report")
                .doesNotContain(report.reference(), "raffiti", "Primate Road");
    }

    @Test
    void oneReportAtWhichTheProgramStumblesKeepsNoOtherWaiting() {
        String email = email();
        Made good = news.reports("public");
        Made bad = news.reports("public");
        news.follows(good, email);
        hasNoQuietHours(news.follows(bad, email));
        does("""
                create function news.stumble() returns trigger language plpgsql as $$ begin
                    if exists (select from reporting.report r where r.council_id = new.council_id
                        and r.report_id = new.report_id and r.reference = '%s') then raise exception 'stumbled'; end if;
                    return new;
                end $$;
                create trigger stumble before insert on news.told for each row execute function news.stumble()""".formatted(bad.reference()));
        try {
            happens(good, "fixed", news.house.clock().instant(), "{}");
            happens(bad, "fixed", news.house.clock().instant(), "{}");
            news.goesOn(Duration.ofMinutes(1));
            assertThat(news.said(email, "Said to be fixed: ", good.reference())).isEqualTo(1);
        } finally {
            does("drop function news.stumble() cascade");
        }
        news.goesOn(Duration.ofMinutes(11));
        assertThat(news.said(email, "Said to be fixed: ", bad.reference())).isEqualTo(1);
        assertThat(news.said(email, "Said to be fixed: ", good.reference())).isEqualTo(1);
    }

    @Test
    void anHourThatIsNoneIsNamedAndNothingTypedIsLost() {
        String own = news.follows(news.reports("public"), email());
        Tab tab = new Tab(news.house).opens(own);
        tab.sendsOnly(own, settings("25", "7", "weekly"));
        assertThat(tab.status()).isEqualTo(422);
        assertThat(tab.words()).contains("There is a problem", "Enter a whole hour from 0 to 23");
        assertThat(tab.page()).contains("value=\"25\"", "value=\"7\"");
        assertThat(new Tab(news.house).opens(own).page()).contains("value=\"21\"", "value=\"8\"");
    }

    private static String email() {
        return "notices-" + UUID.randomUUID() + "@example.org";
    }

    private static Map<String, String> settings(String from, String until, String rhythm) {
        return new HashMap<>(Map.of("deed", "save", "rhythm", rhythm, "from", from, "until", until));
    }

    private static void hasNoQuietHours(String own) {
        new Tab(news.house).opens(own).sendsOnly(own, settings("0", "0", "at_once"));
    }

    private static void isQuietNow(String own) {
        ZonedDateTime now = news.house.clock().instant().atZone(news.milltown.council.zone());
        String from = Integer.toString(now.getHour());
        String until = Integer.toString(now.plusHours(3).getHour());
        new Tab(news.house).opens(own).sendsOnly(own, settings(from, until, "at_once"));
    }

    /** Something happened to the report, and is written down now. */
    private static void happens(Made report, String event, Instant at, String facts) {
        news.house
                .database()
                .sql()
                .sql("""
                        insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)
                        select r.council_id, r.report_id, max(h.seq) + 1, :event, :at, :now, :facts::jsonb
                        from reporting.report r join reporting.happening h using (council_id, report_id)
                        where r.reference = :reference group by r.council_id, r.report_id""")
                .param("event", event)
                .param("at", Timestamp.from(at))
                .param("now", Timestamp.from(news.house.clock().instant()))
                .param("facts", facts)
                .param("reference", report.reference())
                .update();
    }

    private static void does(String sql) {
        news.house.database().sql().sql(sql).update();
    }
}
