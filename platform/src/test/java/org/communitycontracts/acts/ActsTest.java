package org.communitycontracts.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
        together = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        acts = new Acts(database.sql(), together);
        chaining = new Chaining(database.sql(), together);
    }

    @AfterAll
    static void close() {
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

    private static Act opened(String reference) {
        return Act.of(
                COUNCIL, MORNING, new Act.By("officer", OFFICER), "party.opened", new Act.Thing("party", reference));
    }

    private static java.util.List<String> references() {
        return database.sql()
                .sql("select reference from acts.act join acts.link using (council_id, act_id)")
                .query(String.class)
                .list();
    }

    private static java.util.List<String> values() {
        return database.sql()
                .sql("select value from acts.opening")
                .query(String.class)
                .list();
    }
}
