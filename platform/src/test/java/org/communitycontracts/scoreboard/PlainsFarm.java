package org.communitycontracts.scoreboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cast of the scoreboard's tests: Plains Farm, its contract, and counts made by hand. */
final class PlainsFarm {
    static final Instant AS_OF = Instant.parse("2026-10-31T23:59:59Z");

    private final JdbcClient sql;
    final Council council;
    final Neighbourhood neighbourhood;

    PlainsFarm(Database database) throws IOException {
        this(database, false);
    }

    /** The same contract, made for the whole council. */
    static PlainsFarm ofTheWholeCouncil(Database database) throws IOException {
        return new PlainsFarm(database, true);
    }

    private PlainsFarm(Database database, boolean wholeCouncil) throws IOException {
        sql = database.sql();
        council = new Councils(sql)
                .open(
                        Actor.PROGRAM,
                        "sunderland",
                        "Sunderland City Council",
                        ZoneId.of("Europe/London"),
                        true,
                        AS_OF,
                        "made up");
        neighbourhood = new Neighbourhoods(sql).open(Actor.programIn(council.id()), council.id(), "Plains Farm", null);
        Contracts contracts = new Contracts(sql);
        for (ContractFile version : versions()) {
            contracts.adopt(council.id(), wholeCouncil ? null : neighbourhood.id(), version, AS_OF);
        }
        sql.sql("insert into standards.judgement values (:council, 'plains-farm', :as_of, :as_of, 0)")
                .param("council", council.id())
                .param("as_of", Timestamp.from(AS_OF))
                .update();
    }

    static List<ContractFile> versions() throws IOException {
        Path folder = Path.of("src", "main", "java", "org", "communitycontracts", "app", "sample", "contracts");
        return List.of(read(folder.resolve("plains-farm-v1.yaml")), read(folder.resolve("plains-farm-v2.yaml")));
    }

    private static ContractFile read(Path file) throws IOException {
        return (ContractFile) Reading.of(file.getFileName().toString(), Files.readAllBytes(file));
    }

    long open(String name) {
        return new Neighbourhoods(sql)
                .open(Actor.programIn(council.id()), council.id(), name, null)
                .id();
    }

    /** Kept and not kept in one month of another place; 0 is the whole council. */
    void count(long place, String clause, String month, int met, int breached) {
        count(place, clause, month, met, breached, 0, 0);
    }

    /** Counts of one month in Plains Farm. */
    void count(String clause, String month, int met, int breached, int pending, int notCounted) {
        count(neighbourhood.id(), clause, month, met, breached, pending, notCounted);
    }

    private void count(long place, String clause, String month, int met, int breached, int pending, int notCounted) {
        sql.sql(
                        "insert into standards.tally values (:council, 'plains-farm', :place, :clause, :month, :met, :breached, :pending, :void)")
                .param("council", council.id())
                .param("place", place)
                .param("clause", clause)
                .param("month", LocalDate.parse(month + "-01"))
                .param("met", met)
                .param("breached", breached)
                .param("pending", pending)
                .param("void", notCounted)
                .update();
    }

    void usually(String clause, int cases, long median, long ninthDecile) {
        sql.sql(
                        "insert into standards.usual_time values (:council, 'plains-farm', :place, :clause, :cases, :median, :decile)")
                .param("council", council.id())
                .param("place", neighbourhood.id())
                .param("clause", clause)
                .param("cases", cases)
                .param("median", median)
                .param("decile", ninthDecile)
                .update();
    }

    void unpromised(String month, int reports) {
        sql.sql("insert into standards.unpromised values (:council, 'plains-farm', :place, :month, :reports)")
                .param("council", council.id())
                .param("place", neighbourhood.id())
                .param("month", LocalDate.parse(month + "-01"))
                .param("reports", reports)
                .update();
    }
}
