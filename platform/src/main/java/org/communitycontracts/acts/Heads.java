package org.communitycontracts.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads of every council's record, one a day. */
@Repository
public class Heads {
    private final JdbcClient sql;
    private final Chaining chaining;
    private final RecordKey key;

    public Heads(JdbcClient sql, Chaining chaining, RecordKey key) {
        this.sql = sql;
        this.chaining = chaining;
        this.key = key;
    }

    /** The public key that signs from now on, in base 64. */
    public String key() {
        return key.publicText();
    }

    /** Signs the head of this day, in UTC, for each council whose record has acts and no head of this day yet. */
    public void sign(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        chaining.run();
        sql.sql("""
                        select council_id from acts.link where number = 1 and not exists (
                            select from acts.head where head.council_id = link.council_id and day = :today)""").param("today", today).query(Long.class).list().forEach(council -> sign(council, today));
    }

    private void sign(long council, LocalDate today) {
        Head head = sql.sql("""
                        select number, encode(digest, 'hex') as hash from acts.link
                        where council_id = :council order by number desc limit 1""")
                .param("council", council)
                .query((row, _) -> Head.sign(council, today, row.getLong("number"), row.getString("hash"), key))
                .single();
        sql.sql("""
                        insert into acts.head (council_id, day, number, digest, key, signature)
                        values (:council, :day, :number, decode(:hash, 'hex'), :key, :signature)
                        on conflict do nothing""")
                .param("council", council)
                .param("day", today)
                .param("number", head.number())
                .param("hash", head.hash())
                .param("key", Base64.getDecoder().decode(head.key()))
                .param("signature", Base64.getDecoder().decode(head.signature()))
                .update();
    }

    /** All heads of this council, oldest first. */
    public List<Head> list(long council) {
        return sql.sql("""
                        select council_id, day, number, encode(digest, 'hex') as hash, key, signature from acts.head
                        where council_id = :council order by day""").param("council", council).query(Heads::head).list();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        Base64.Encoder text = Base64.getEncoder();
        return new Head(
                row.getLong("council_id"),
                row.getObject("day", LocalDate.class),
                row.getLong("number"),
                row.getString("hash"),
                text.encodeToString(row.getBytes("key")),
                text.encodeToString(row.getBytes("signature")));
    }
}
