package org.communitycontracts.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts of a council as they are read on a page, newest first. Who may read them is for the page to ask. */
@Repository
public class ActList {
    private final JdbcClient sql;

    public ActList(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest acts. */
    public List<Kept> latest(long council, int most) {
        return list(council, "true", Map.of(), most);
    }

    /** The acts that stand next after this one, which is shown last. */
    public List<Kept> before(long council, Instant moment, UUID act, int most) {
        return list(
                council,
                "(act.moment, act.act_id) < (:moment, :act)",
                Map.of("moment", Timestamp.from(moment), "act", act),
                most);
    }

    /** The latest acts on this object. */
    public List<Kept> about(long council, Act.Thing thing, int most) {
        return list(
                council,
                "act.kind = :kind and act.reference = :reference",
                Map.of("kind", thing.kind(), "reference", thing.reference()),
                most);
    }

    /** The latest acts that this person did, or that were done for them. */
    public List<Kept> of(long council, UUID person, int most) {
        String theirs = """
                act.act_id in (select act_id from acts.opening
                    where council_id = :council and place in ('who', 'whom') and value = :person)""";
        return list(council, theirs, Map.of("person", person.toString()), most);
    }

    private List<Kept> list(long council, String which, Map<String, Object> params, int most) {
        List<Row> rows = sql.sql("select link.number, " + Entries.COLUMNS + Entries.OPENINGS + """
                        from acts.act left join acts.link on link.council_id = act.council_id and link.act_id = act.act_id
                        where act.council_id = :council and\s""" + which
                        + " order by act.moment desc, act.act_id desc limit :most")
                .params(params)
                .param("council", council)
                .param("most", most)
                .query(Row::of)
                .list();
        Map<String, Instant> erased =
                erased(council, rows.stream().flatMap(Row::missing).toArray(String[]::new));
        return rows.stream().map(row -> row.kept(erased)).toList();
    }

    /** When each of these openings, "act/place", was erased. */
    private Map<String, Instant> erased(long council, String[] missing) {
        Map<String, Instant> erased = new HashMap<>();
        if (missing.length > 0) {
            sql.sql("""
                            select taken, act.moment from acts.opening o
                            join acts.act on act.council_id = o.council_id and act.act_id = o.act_id,
                            unnest(string_to_array(o.value, E'\\n')) taken
                            where o.council_id = :council and o.place = 'openings' and act.verb = 'record.erased'
                              and string_to_array(o.value, E'\\n') && cast(:missing as text[]) and taken = any (cast(:missing as text[]))""").param("council", council).param("missing", missing).query(row -> {
                erased.put(row.getString("taken"), row.getTimestamp("moment").toInstant());
            });
        }
        return erased;
    }

    /** An act with its openings, as the tables hold them. */
    private record Row(@Nullable Long number, Entry entry, Map<String, Commitment> openings) {
        static Row of(ResultSet row, int at) throws SQLException {
            return new Row(row.getObject("number", Long.class), Entries.entry(row, at), Entries.openings(row));
        }

        Stream<String> missing() {
            return entry.commitments().keySet().stream()
                    .filter(place -> !openings.containsKey(place))
                    .map(this::opening);
        }

        private String opening(String place) {
            return entry.id() + "/" + place;
        }

        Kept kept(Map<String, Instant> erased) {
            Map<String, Kept.Told> personal = new TreeMap<>();
            for (String place : entry.commitments().keySet()) {
                Commitment opening = openings.get(place);
                if (!place.equals(Entry.OPENINGS)) {
                    personal.put(
                            place,
                            opening == null
                                    ? new Kept.Told.Erased(erased.get(opening(place)))
                                    : new Kept.Told.Open(opening.value()));
                }
            }
            Act.Thing thing = new Act.Thing(entry.kind(), entry.reference());
            return new Kept(entry.id(), number, entry.moment(), entry.role(), entry.verb(), thing, personal);
        }
    }
}
