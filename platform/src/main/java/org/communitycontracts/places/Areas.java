package org.communitycontracts.places;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to choose from, for people who would rather look than search. */
@Component
class Areas {
    private final JdbcClient sql;

    Areas(JdbcClient sql) {
        this.sql = sql;
    }

    /** All councils, each once, in the order of the names they are listed by. */
    List<Area> list() {
        return sql.sql("""
                        select c.slug, c.name council_name, c.sample, count(n.slug)::int neighbourhoods,
                               case when count(n.slug) = 1 then min(n.slug) end neighbourhood,
                               case when count(n.slug) = 1 then min(n.name) end name
                        from places.council c left join places.neighbourhood n using (council_id)
                        group by c.council_id, c.slug, c.name, c.sample
                        order by coalesce(case when count(n.slug) = 1 then min(n.name) end, c.name)""")
                .query((row, number) -> new Area(
                        row.getString("slug"),
                        row.getString("council_name"),
                        row.getBoolean("sample"),
                        row.getInt("neighbourhoods"),
                        row.getString("neighbourhood"),
                        row.getString("name")))
                .list();
    }
}
