package org.communitycontracts.acts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The record of acts: who did what, when, for whom, on which object, why. It is only added to. Keeping an act takes no lock
 * that another act waits for; {@link Chaining} numbers what was committed.
 */
@Repository
public class Acts {
    private static final Act.By RECORD = new Act.By("program", null);

    private final JdbcClient sql;
    private final TransactionOperations together;

    public Acts(JdbcClient sql, TransactionOperations together) {
        this.sql = sql;
        this.together = together;
    }

    /** Keeps the act, in the caller's transaction: it stands when and only when what it tells of stands. */
    public void keep(Act act) {
        if (act.verb().startsWith("record.")) {
            throw new IllegalArgumentException("Only the record itself keeps an act " + act.verb());
        }
        insert(act);
    }

    /**
     * Takes away what the record keeps of a person: that it was they who did something, or for whom it was done, and with
     * this the reasons and details about them. The acts themselves stay and go on proving true. Twice is the same as once.
     *
     * @return from how many places something was taken
     */
    public int erase(long council, UUID person, Instant at) {
        Integer taken = together.execute(_ -> take(council, openings(council, person), at));
        return taken == null ? 0 : taken;
    }

    /** The places that hold something of this person, each as "act/place". */
    private List<String> openings(long council, UUID person) {
        return sql.sql("""
                        with mine as (
                            select act_id, place from acts.opening
                            where council_id = :council and place in ('who', 'whom') and value = :person)
                        select distinct o.act_id || '/' || o.place from acts.opening o join mine using (act_id)
                        where o.council_id = :council and o.place <> 'openings'
                          and (o.place = mine.place or o.place not in ('who', 'whom') and (mine.place = 'whom' or not exists (
                              select from acts.commitment c
                              where c.council_id = :council and c.act_id = o.act_id and c.place = 'whom')))
                        order by 1""")
                .param("council", council)
                .param("person", person.toString())
                .query(String.class)
                .list();
    }

    private int take(long council, List<String> taken, Instant at) {
        if (taken.isEmpty()) {
            return 0;
        }
        insert(Act.of(council, at, RECORD, Entry.ERASED, new Act.Thing("record", Long.toString(council)))
                .with(Entry.OPENINGS, String.join("\n", taken)));
        return sql.sql("""
                        delete from acts.opening
                        where council_id = :council and act_id || '/' || place = any (:taken) and act_id = any (cast(:acts as uuid[]))""")
                .param("council", council)
                .param("taken", taken.toArray(String[]::new))
                .param("acts", taken.stream().map(Acts::act).distinct().toArray(String[]::new))
                .update();
    }

    private static String act(String opening) {
        return opening.substring(0, opening.indexOf('/'));
    }

    private void insert(Act act) {
        Map<String, Commitment> openings = new TreeMap<>();
        act.personal().forEach((place, value) -> openings.put(place, Commitment.to(value)));
        sql.sql("""
                        with act as (
                            insert into acts.act (council_id, act_id, moment, role, verb, kind, reference)
                            values (:council, :id, :moment, :role, :verb, :kind, :reference)),
                        commitment as (
                            insert into acts.commitment (council_id, act_id, place, digest)
                            select :council, :id, place, decode(digest, 'hex')
                            from unnest(:places, :digests) personal (place, digest)),
                        opening as (
                            insert into acts.opening (council_id, act_id, place, salt, value)
                            select :council, :id, place, decode(salt, 'hex'), value
                            from unnest(:places, :salts, :values) personal (place, salt, value))
                        insert into acts.waiting (council_id, act_id) values (:council, :id)""")
                .param("council", act.council())
                .param("id", UUID.randomUUID())
                .param("moment", Timestamp.from(act.at()))
                .param("role", act.by().role())
                .param("verb", act.verb())
                .param("kind", act.thing().kind())
                .param("reference", act.thing().reference())
                .param("places", openings.keySet().toArray(String[]::new))
                .param("digests", texts(openings, Commitment::digest))
                .param("salts", texts(openings, Commitment::salt))
                .param("values", texts(openings, Commitment::value))
                .update();
    }

    private static String[] texts(Map<String, Commitment> openings, Function<Commitment, String> part) {
        return openings.values().stream().map(part).toArray(String[]::new);
    }
}
