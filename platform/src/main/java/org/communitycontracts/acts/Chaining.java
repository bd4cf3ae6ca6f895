package org.communitycontracts.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives acts that were committed their number and their digest, in the order in which they arrived, one council at a time.
 * Any number of programs may do it at once: they take turns.
 */
@Component
public class Chaining {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient sql;
    private final TransactionOperations together;
    private final Entries entries;

    /** Where a council's chain ends. */
    private record End(long number, String digest) {}

    public Chaining(JdbcClient sql, TransactionOperations together) {
        this.sql = sql;
        this.together = together;
        this.entries = new Entries(sql);
    }

    /** Chains all that waits, in every council. */
    public void run() {
        sql.sql("select distinct council_id from acts.waiting order by council_id")
                .query(Long.class)
                .list()
                .forEach(this::run);
    }

    /** Chains all that waits in this council. */
    public void run(long council) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(together.execute(_ -> chain(council) == AT_ONCE));
        }
    }

    private int chain(long council) {
        takeTurn(council);
        End end = end(council);
        List<Entry> waiting = entries.waiting(council, AT_ONCE);
        List<UUID> acts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (Entry entry : waiting) {
            end = new End(end.number() + 1, entry.digest(end.number() + 1, end.digest()));
            acts.add(entry.id());
            numbers.add(end.number());
            digests.add(end.digest());
        }
        insert(council, acts, numbers, digests);
        return waiting.size();
    }

    /** Waits until no other program chains this council; the turn ends with the transaction. */
    private void takeTurn(long council) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('acts.chaining', :council)) is null")
                .param("council", council)
                .query(Boolean.class)
                .single();
    }

    private End end(long council) {
        return sql.sql("""
                        select number, encode(digest, 'hex') as digest from acts.link
                        where council_id = :council order by number desc limit 1""")
                .param("council", council)
                .query((row, _) -> new End(row.getLong("number"), row.getString("digest")))
                .optional()
                .orElse(new End(0, Entry.BEGINNING));
    }

    private void insert(long council, List<UUID> acts, List<Long> numbers, List<String> digests) {
        sql.sql("""
                        with chained as (
                            insert into acts.link (council_id, number, act_id, digest)
                            select :council, number, act, decode(digest, 'hex')
                            from unnest(:numbers, cast(:acts as uuid[]), :digests) chained (number, act, digest)
                            returning act_id)
                        delete from acts.waiting
                        where council_id = :council and act_id in (select act_id from chained)""")
                .param("council", council)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("acts", acts.stream().map(UUID::toString).toArray(String[]::new))
                .param("digests", digests.toArray(String[]::new))
                .update();
    }
}
