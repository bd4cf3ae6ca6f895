package org.communitycontracts.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.communitycontracts.people.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what may be tried only so often within an hour. A try counts before anybody looks whether it was right, in one
 * statement, so that many at the same moment do not slip through together. The hour begins with the first try.
 */
@Repository
class Tries {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient sql;

    Tries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this try is still one of the first so many of the hour; the last of them is included. */
    boolean take(long council, int most, Instant now, String... what) {
        int count = sql.sql("""
                        insert into people.tries (council_id, what, since, count) values (:council, :what, :now, 1)
                        on conflict (council_id, what) do update set
                            count = case when tries.since <= :hour then 1 else tries.count + 1 end,
                            since = case when tries.since <= :hour then excluded.since else tries.since end
                        returning count""")
                .param("council", council)
                .param("what", Token.hash(what))
                .param("now", Timestamp.from(now))
                .param("hour", Timestamp.from(now.minus(HOUR)))
                .query(Integer.class)
                .single();
        return count <= most;
    }

    /** Begins to count afresh: the try was right. */
    void forget(long council, String... what) {
        sql.sql("delete from people.tries where council_id = :council and what = :what")
                .param("council", council)
                .param("what", Token.hash(what))
                .update();
    }
}
