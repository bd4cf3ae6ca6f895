package org.communitycontracts.people.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions as they are kept; one that has ended is never open again. */
@Repository
class SessionRows {
    private static final String OPEN = """
            select session_id, person_id, way, browser, begun_at, used_at, proved_at from people.session
            where council_id = :council and ended_at is null and\s""";

    private final JdbcClient sql;

    SessionRows(JdbcClient sql) {
        this.sql = sql;
    }

    UUID begin(Person person, Way way, String browser, Instant now) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into people.session (council_id, session_id, person_id, way, browser, begun_at, used_at, proved_at)
                        values (:council, :id, :person, :way, :browser, :now, :now, :proved)""")
                .param("council", person.council())
                .param("id", id)
                .param("person", person.id())
                .param("way", way.word())
                .param("browser", browser)
                .param("now", Timestamp.from(now))
                .param("proved", way.isTwoFactors() ? Timestamp.from(now) : null, Types.TIMESTAMP)
                .update();
        return id;
    }

    Optional<Session> find(long council, UUID id) {
        return sql.sql(OPEN + "session_id = :id")
                .param("council", council)
                .param("id", id)
                .query(SessionRows::session)
                .optional();
    }

    /** Those of a person, the last used first. */
    List<Session> list(long council, UUID person) {
        return sql.sql(OPEN + "person_id = :person order by used_at desc, session_id")
                .param("council", council)
                .param("person", person)
                .query(SessionRows::session)
                .list();
    }

    void use(long council, UUID id, Instant now) {
        change("used_at = :now", "session_id", council, id, now);
    }

    void prove(long council, UUID id, Instant now) {
        change("proved_at = :now", "session_id", council, id, now);
    }

    void end(long council, UUID id, Instant now) {
        change("ended_at = :now", "session_id", council, id, now);
    }

    void endAll(long council, UUID person, Instant now) {
        change("ended_at = :now", "person_id", council, person, now);
    }

    private void change(String what, String by, long council, UUID id, Instant now) {
        sql.sql("update people.session set " + what + " where council_id = :council and ended_at is null and " + by
                        + " = :id")
                .param("council", council)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        Timestamp proved = row.getTimestamp("proved_at");
        return new Session(
                row.getObject("session_id", UUID.class),
                row.getObject("person_id", UUID.class),
                Way.of(row.getString("way")),
                row.getString("browser"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("used_at").toInstant(),
                proved == null ? null : proved.toInstant());
    }
}
