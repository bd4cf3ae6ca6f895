package org.communitycontracts.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ActsTest {
    private static final long COUNCIL = 1;
    private static final Instant MORNING = Instant.parse("2026-11-26T09:00:00Z");
    private static final UUID OFFICER = UUID.fromString("00000000-0000-0000-0000-00000000000f");
    private static final UUID RESIDENT = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static Database database;
    private static TransactionTemplate together;
    private static Acts acts;
    private static Chaining chaining;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.source().of(COUNCIL);
        JdbcClient sql = JdbcClient.create(database.source());
        together = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        acts = new Acts(sql, together);
        chaining = new Chaining(sql, together);
    }

    @AfterAll
    static void close() {
        database.source().none();
        database.close();
    }

    @Test
    void anActStandsOnlyWhenWhatItTellsOfStands() {
        together.executeWithoutResult(doing -> {
            acts.keep(opened("lost"));
            doing.setRollbackOnly();
        });
        acts.keep(opened("kept"));
        chaining.run();
        assertThat(references()).contains("kept").doesNotContain("lost");
    }

    @Test
    void nobodyChangesOrTakesAwayWhatWasKept() {
        acts.keep(opened("whole").because("They asked for it").forPerson(RESIDENT));
        chaining.run();
        for (String change : new String[] {
            "update acts.act set verb = 'party.closed'",
            "delete from acts.act",
            "truncate acts.act",
            "delete from acts.commitment",
            "delete from acts.link",
            "update acts.head set number = 1",
            "update acts.opening set value = 'other'",
            "delete from acts.opening",
            "truncate acts.opening"
        }) {
            assertThatThrownBy(() -> database.sql().sql(change).update())
                    .as(change)
                    .hasMessageContaining("The record of acts is only added to");
        }
    }

    @Test
    void anErasedPersonIsNowhereInTheRecordAndErasingTwiceIsTheSameAsOnce() {
        UUID gone = UUID.randomUUID();
        acts.keep(opened("erased").because("He rang about his fence").forPerson(gone));
        assertThat(acts.erase(COUNCIL, gone, MORNING)).isEqualTo(2);
        assertThat(acts.erase(COUNCIL, gone, MORNING)).isZero();
        assertThat(values()).noneMatch(value -> value.contains("fence") || value.contains(gone.toString()));
        assertThat(values()).as("the officer's own").contains(OFFICER.toString());
    }

    @Test
    void nobodyKeepsAnActInTheNameOfTheRecord() {
        Act act = Act.of(COUNCIL, MORNING, new Act.By("officer", OFFICER), "record.erased", new Act.Thing("act", "1"));
        assertThatThrownBy(() -> acts.keep(act)).hasMessageContaining("Only the record itself");
    }

    @Test
    void whoReadsTheRecordSeesWhatStandsAndOnWhichDayTheRestWasErased() {
        UUID gone = UUID.randomUUID();
        ActList list = new ActList(database.sql());
        acts.keep(opened("read").because("She asked").forPerson(gone).with("telephone", "0191"));
        chaining.run();
        assertThat(list.of(COUNCIL, gone, 10)).singleElement().satisfies(act -> {
            assertThat(act.number()).isPositive();
            assertThat(act.personal()).containsEntry("why", new Kept.Told.Open("She asked"));
        });
        acts.erase(COUNCIL, gone, MORNING.plusSeconds(60));
        assertThat(list.of(COUNCIL, gone, 10)).isEmpty();
        assertThat(list.about(COUNCIL, new Act.Thing("party", "read"), 10))
                .singleElement()
                .satisfies(act -> assertThat(act.personal())
                        .isEqualTo(Map.of(
                                "who", new Kept.Told.Open(OFFICER.toString()),
                                "whom", new Kept.Told.Erased(MORNING.plusSeconds(60)),
                                "why", new Kept.Told.Erased(MORNING.plusSeconds(60)),
                                "telephone", new Kept.Told.Erased(MORNING.plusSeconds(60)))));
        Kept last = list.latest(COUNCIL, 1).getFirst();
        assertThat(last.verb()).isEqualTo("record.erased");
        List<Kept> all = list.latest(COUNCIL, 1_000);
        assertThat(list.before(COUNCIL, last.at(), last.id(), 1_000))
                .as("of acts of one moment none is left out and none stands there twice")
                .isEqualTo(all.subList(1, all.size()))
                .isNotEmpty();
    }

    @Test
    void anActSaysNothingPersonalInClearAndTakesAnyText() {
        UUID writer = UUID.randomUUID();
        acts.keep(
                Act.of(COUNCIL, MORNING, new Act.By("resident", writer), "letter.written", new Act.Thing("letter", "1"))
                        .because("Zero \0, half \ud83d, whole \ud83d\ude00, line\n\u2028end"));
        assertThat(new ActList(database.sql()).of(COUNCIL, writer, 1))
                .singleElement()
                .satisfies(act -> assertThat(act.personal())
                        .containsEntry(
                                "why", new Kept.Told.Open("Zero \ufffd, half ?, whole \ud83d\ude00, line\n\u2028end")));
        assertThat(database.sql()
                        .sql("select act::text from acts.act")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(writer.toString()) || row.contains("Zero"));
    }

    @Test
    void theOwnerOfTheTablesMayAddAndReadAndNoMore() {
        String owner = "owner_" + Math.floorMod(database.url().hashCode(), 100_000);
        database.sql().sql("create role " + owner + " login").update();
        database.sql().sql("grant cc_app, cc_reader to " + owner).update();
        database.sql().sql("create database " + owner + " owner " + owner).update();
        String url = database.url()
                .replaceFirst("/test_\\d+\\?.*", "/" + owner)
                .replace("jdbc:postgresql://", "postgres://" + owner + "@");
        try (Database own = Database.at(url)) {
            own.migrate(List.of("acts"), Set.of("acts"));
            JdbcClient sql = JdbcClient.create(own.source());
            var within = new TransactionTemplate(new JdbcTransactionManager(own.source()));
            Acts kept = new Acts(sql, within);
            kept.keep(opened("one").forPerson(RESIDENT));
            new Chaining(sql, within).run();
            assertThat(kept.erase(COUNCIL, RESIDENT, MORNING)).isEqualTo(1);
            new Heads(sql, new Chaining(sql, within), RecordKey.fresh()).sign(MORNING);
            for (String table : List.of("act", "commitment", "link", "head")) {
                for (String change :
                        List.of("update acts.%s set council_id = 2", "delete from acts.%s", "truncate acts.%s")) {
                    assertThatThrownBy(
                                    () -> own.sql().sql(change.formatted(table)).update())
                            .hasRootCauseMessage("ERROR: permission denied for table " + table);
                }
            }
        }
    }

    private static Act opened(String reference) {
        return Act.of(
                COUNCIL, MORNING, new Act.By("officer", OFFICER), "party.opened", new Act.Thing("party", reference));
    }

    private static List<String> references() {
        return database.sql()
                .sql("select reference from acts.act join acts.link using (council_id, act_id)")
                .query(String.class)
                .list();
    }

    private static List<String> values() {
        return database.sql()
                .sql("select value from acts.opening")
                .query(String.class)
                .list();
    }
}
