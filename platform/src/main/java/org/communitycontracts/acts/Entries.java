package org.communitycontracts.acts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads acts out of the tables, as the chain holds them. */
final class Entries {
    /** What a query of entries names, with {@code act} for the act. */
    static final String COLUMNS = """
            act.council_id, act.act_id, act.moment, act.role, act.verb, act.kind, act.reference,
            (select array_agg(c.place order by c.place collate "C") from acts.commitment c
             where c.council_id = act.council_id and c.act_id = act.act_id) as places,
            (select array_agg(encode(c.digest, 'hex') order by c.place collate "C") from acts.commitment c
             where c.council_id = act.council_id and c.act_id = act.act_id) as digests
            """;

    /** What a query names besides, for the personal values that are not erased. */
    static final String OPENINGS = """
            , (select array_agg(array[o.place, encode(o.salt, 'hex'), o.value] order by o.place collate "C")
               from acts.opening o
               where o.council_id = act.council_id and o.act_id = act.act_id) as openings
            """;

    private final JdbcClient sql;

    Entries(JdbcClient sql) {
        this.sql = sql;
    }

    /** The acts that wait for their number, in the order in which they arrived. */
    List<Entry> waiting(long council, int most) {
        return sql.sql("select " + COLUMNS + """
                        from (select arrival, council_id, act_id from acts.waiting
                              where council_id = :council order by arrival limit :most) waiting
                        join acts.act using (council_id, act_id) order by waiting.arrival""")
                .param("council", council)
                .param("most", most)
                .query(Entries::entry)
                .list();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("council_id"),
                row.getObject("act_id", UUID.class),
                row.getTimestamp("moment").toInstant(),
                row.getString("role"),
                row.getString("verb"),
                row.getString("kind"),
                row.getString("reference"),
                pairs(row.getArray("places"), row.getArray("digests")));
    }

    static Map<String, Commitment> openings(ResultSet row) throws SQLException {
        Map<String, Commitment> openings = new TreeMap<>();
        Array array = row.getArray("openings");
        if (array != null) {
            for (String[] each : (String[][]) array.getArray()) {
                openings.put(each[0], new Commitment(each[1], each[2]));
            }
        }
        return openings;
    }

    private static Map<String, String> pairs(@Nullable Array places, @Nullable Array digests) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        if (places != null && digests != null) {
            String[] names = (String[]) places.getArray();
            String[] values = (String[]) digests.getArray();
            for (int at = 0; at < names.length; at++) {
                pairs.put(names[at], values[at]);
            }
        }
        return pairs;
    }
}
