package org.communitycontracts.reporting.route;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.communitycontracts.people.Token;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.web.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The photos of reports that are being written, sealed as the drafts are; at most five to a report. */
@Repository
class DraftPhotos {
    static final int MOST = 5;

    private final JdbcClient sql;
    private final ToldReports reports;

    DraftPhotos(JdbcClient sql, ToldReports reports) {
        this.sql = sql;
        this.reports = reports;
    }

    /** Their numbers, in order. */
    List<Integer> list(long council, Token token) {
        return sql.sql("""
                        select seq from reporting.draft_photo
                        where council_id = :council and token_hash = :token order by seq""")
                .param("council", council)
                .param("token", token.hash())
                .query(Integer.class)
                .list();
    }

    /** Keeps one more; false when there are five already. */
    boolean add(long council, Token token, byte[] jpeg, Instant now) {
        List<Integer> taken = list(council, token);
        if (taken.size() >= MOST) {
            return false;
        }
        int free = IntStream.rangeClosed(1, MOST)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
        return sql.sql("""
                        insert into reporting.draft_photo (council_id, token_hash, seq, jpeg, touched_at)
                        values (:council, :token, :number, :jpeg, :now) on conflict do nothing""")
                        .param("council", council)
                        .param("token", token.hash())
                        .param("number", free)
                        .param("jpeg", Sealed.close(jpeg, Drafts.secret(token)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<byte[]> find(long council, Token token, int number) {
        return sql.sql("""
                        select jpeg from reporting.draft_photo
                        where council_id = :council and token_hash = :token and seq = :number""")
                .param("council", council)
                .param("token", token.hash())
                .param("number", number)
                .query(byte[].class)
                .optional()
                .map(closed -> Sealed.open(closed, Drafts.secret(token)));
    }

    void remove(long council, Token token, int number) {
        sql.sql("""
                        delete from reporting.draft_photo
                        where council_id = :council and token_hash = :token and seq = :number""")
                .param("council", council)
                .param("token", token.hash())
                .param("number", number)
                .update();
    }

    /** Hands all of them over to the report that was made of the draft, numbered from 1. */
    void moveTo(Report report, Token token, Instant now) {
        int next = 1;
        for (int number : list(report.council(), token)) {
            reports.add(report, next++, find(report.council(), token, number).orElseThrow(), now);
            remove(report.council(), token, number);
        }
    }
}
