package org.communitycontracts.places;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a neighbourhood by its name, a street in it, a postcode or the first part of one. */
@Component
class Search {
    private static final int MOST = 40;
    private static final int LONGEST = 80;

    private final JdbcClient sql;

    Search(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A neighbourhood that answers the search.
     *
     * @param council the slug of its council
     * @param councilName what people call the council
     * @param neighbourhood the slug of the neighbourhood
     * @param name what people call it
     * @param found the name that was found: a street, a postcode, the place itself
     */
    record Hit(String council, String councilName, String neighbourhood, String name, String found) {}

    /** Neighbourhoods by best match, each once; empty when nothing matches or nothing was asked. */
    List<Hit> find(String text) {
        String asked = text.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return List.of();
        }
        boolean postcode = SearchName.isPostcode(asked);
        String folded = postcode ? SearchName.sector(asked) : SearchName.folded(asked, SearchName.Kind.PLACE);
        return folded.isEmpty() ? List.of() : find(folded, postcode);
    }

    private List<Hit> find(String folded, boolean postcode) {
        return sql.sql("""
                        select distinct on (match, neighbourhood, council)
                               c.slug council, c.name council_name, n.slug neighbourhood, n.name name, s.name found,
                               (s.folded <> :folded) as match
                        from places.search_name s
                        join places.neighbourhood n using (council_id, neighbourhood_id)
                        join places.council c using (council_id)
                        where s.folded like :start and (s.kind = 'postcode') = :postcode
                        order by match, neighbourhood, council, found
                        limit :most""")
                .param("folded", folded)
                .param("start", folded + "%")
                .param("postcode", postcode)
                .param("most", MOST)
                .query((row, number) -> new Hit(
                        row.getString("council"),
                        row.getString("council_name"),
                        row.getString("neighbourhood"),
                        row.getString("name"),
                        row.getString("found")))
                .list();
    }
}
