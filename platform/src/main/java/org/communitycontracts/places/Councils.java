package org.communitycontracts.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The collection of councils. */
@Repository
public class Councils {
    private final JdbcClient sql;

    public Councils(JdbcClient sql) {
        this.sql = sql;
    }

    /** All councils, by name. */
    public List<Council> list() {
        return sql.sql(
                        "select council_id, slug, name, zone, sample, figures_as_of, source from places.council order by name")
                .query(Councils::council)
                .list();
    }

    public Optional<Council> find(String slug) {
        return sql.sql("""
                        select council_id, slug, name, zone, sample, figures_as_of, source
                        from places.council where slug = :slug""").param("slug", slug).query(Councils::council).optional();
    }

    public Council council(long id) {
        return sql.sql("""
                        select council_id, slug, name, zone, sample, figures_as_of, source
                        from places.council where council_id = :id""").param("id", id).query(Councils::council).single();
    }

    /** Opens a council under this slug, or gives back the one that is there already, unchanged. */
    public Council open(
            Actor actor,
            String slug,
            String name,
            ZoneId zone,
            boolean sample,
            @Nullable Instant figuresAsOf,
            String source) {
        Policy.demand(actor, Deed.OPEN_COUNCIL, Where.SITE);
        sql.sql("""
                        insert into places.council (council_id, slug, name, zone, sample, figures_as_of, source)
                        select coalesce(max(council_id), 0) + 1, :slug, :name, :zone, :sample, :as_of, :source
                        from places.council
                        on conflict (slug) do nothing""")
                .param("slug", slug)
                .param("name", name)
                .param("zone", zone.getId())
                .param("sample", sample)
                .param("as_of", figuresAsOf == null ? null : Timestamp.from(figuresAsOf), Types.TIMESTAMP)
                .param("source", source)
                .update();
        return find(slug).orElseThrow();
    }

    /** Corrects what people call the council. */
    public void rename(Actor actor, Council council, String name) {
        Policy.demand(actor, Deed.OPEN_COUNCIL, Where.SITE);
        sql.sql("update places.council set name = :name where council_id = :council")
                .param("name", name)
                .param("council", council.id())
                .update();
    }

    /** Lets the council's figures speak of this moment from now on. */
    public void speakOf(Council council, Instant moment) {
        sql.sql("update places.council set figures_as_of = :moment where council_id = :council")
                .param("moment", Timestamp.from(moment))
                .param("council", council.id())
                .update();
    }

    private static Council council(ResultSet row, int number) throws SQLException {
        Timestamp asOf = row.getTimestamp("figures_as_of");
        return new Council(
                row.getLong("council_id"),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("sample"),
                asOf == null ? null : asOf.toInstant(),
                row.getString("source"));
    }
}
