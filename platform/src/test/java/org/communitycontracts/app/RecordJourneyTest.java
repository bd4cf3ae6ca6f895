package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.acts.Chaining;
import org.communitycontracts.acts.Head;
import org.communitycontracts.acts.Heads;
import org.communitycontracts.acts.RecordKey;
import org.communitycontracts.places.Councils;
import org.communitycontracts.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does who wants to know whether the record is still the same. */
class RecordJourneyTest {
    private static final Instant MORNING = Instant.parse("2026-11-26T09:00:00Z");

    @Test
    void somebodyTakesTheRecordVerifiesItAndIsToldTheLineThatWasChanged(@TempDir Path folder) throws Exception {
        String data = folder.resolve("data").toString();
        try (Database database = Database.embedded(Path.of(data), said -> {})) {
            database.migrate(DataFolder.ROOMS_WITH_TABLES, DataFolder.GUARDED_ROOMS);
            Files.writeString(folder.resolve("heads.jsonl"), lines(signed(database)));
            assertThat(Terminal.in(folder, List.of("record", "milltown", "--data", data, "--out", "record.jsonl"))
                            .status())
                    .isZero();
            Terminal.Answer printed =
                    Terminal.in(folder, List.of("record", "1", "--data", data, "--with-personal-values"));
            assertThat(printed.said()).contains("\"value\":\"They asked\"");
            assertThat(Terminal.in(folder, List.of("record", "nowhere", "--data", data)))
                    .satisfies(answer -> assertThat(answer.said()).contains("There is no council \"nowhere\" here"))
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(1));
        }
        Path record = folder.resolve("record.jsonl");
        assertThat(record).content().doesNotContain("They asked");
        Terminal.Answer good = Terminal.in(folder, List.of("verify", "record.jsonl", "heads.jsonl"));
        assertThat(good.said()).contains("in good order: 3 acts, chained and unchanged up to number 3");
        assertThat(good.status()).isZero();

        Files.writeString(record, Files.readString(record).replace("party-2", "party-9"));
        Terminal.Answer wrong = Terminal.in(folder, List.of("verify", "record.jsonl", "heads.jsonl"));
        assertThat(wrong.said())
                .contains("record.jsonl:2: Number 2 was changed: its content does not give its hash.", "1 fault.");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(Terminal.in(folder, List.of("verify", "record.jsonl", "nothing.jsonl"))
                        .said())
                .startsWith("This file cannot be read: nothing.jsonl");
    }

    private static List<Head> signed(Database database) {
        new Councils(database.sql())
                .open(
                        org.communitycontracts.permissions.Actor.PROGRAM,
                        "milltown",
                        "Milltown",
                        ZoneId.of("Europe/London"),
                        false,
                        null,
                        "a test");
        database.source().of(1);
        JdbcClient sql = JdbcClient.create(database.source());
        var together = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        Acts acts = new Acts(sql, together);
        for (int party = 1; party < 4; party++) {
            acts.keep(Act.of(
                            1,
                            MORNING,
                            new Act.By("coordinator", null),
                            "party.opened",
                            new Act.Thing("party", "party-" + party))
                    .because("They asked"));
        }
        Heads heads = new Heads(sql, new Chaining(sql, together), RecordKey.fresh());
        heads.sign(MORNING);
        List<Head> list = heads.list(1);
        database.source().none();
        return list;
    }

    private static String lines(List<Head> heads) {
        return heads.stream().map(head -> head.line() + "\n").collect(Collectors.joining());
    }
}
