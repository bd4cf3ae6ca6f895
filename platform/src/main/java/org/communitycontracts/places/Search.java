package org.communitycontracts.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds councils by name, and neighbourhoods by name, street or postcode. */
@Component
public class Search {
    /** What is longer is no name of a place. */
    static final int LONGEST = 80;

    private static final int MOST = 40;
    private static final int MOST_NEAR = 5;
    private static final int CANDIDATES = 200;

    private final JdbcClient sql;

    Search(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A council or a neighbourhood that answers the search.
     *
     * @param council the slug of the council
     * @param councilName what people call the council
     * @param neighbourhood the slug of the neighbourhood; null when the council itself was found
     * @param name what people call it
     * @param found the name that was found: a street, a postcode, the place itself
     */
    public record Hit(
            String council, String councilName, @Nullable String neighbourhood, String name, String found) {
        /** The address of its page. */
        public String address() {
            return "/councils/" + council + (neighbourhood == null ? "" : "/" + neighbourhood);
        }
    }

    /** Councils, then neighbourhoods by best match, each once; empty when nothing matches or nothing was asked. */
    List<Hit> find(String text) {
        boolean postcode = SearchName.isPostcode(text.strip());
        String folded = folded(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(postcode ? List.of() : findCouncils(folded));
        hits.addAll(findNeighbourhoods(folded, postcode));
        return hits;
    }

    /** Names of places, streets and councils that may have been meant, the nearest first; empty for a postcode. */
    List<String> near(String text) {
        String folded = folded(text);
        if (folded.length() < 3 || SearchName.isPostcode(text.strip())) {
            return List.of();
        }
        record Candidate(String name, String folded) {}
        return sql
                .sql("""
                        with asked as (select places.letter_pairs(:folded) pairs)
                        select name, folded from (
                            select name, folded, pairs from places.search_name
                            where kind <> 'postcode' and pairs && (select pairs from asked)
                            union all
                            select name, folded, places.letter_pairs(folded) from places.council) known, asked
                        order by cardinality(array(select unnest(known.pairs) intersect select unnest(asked.pairs))) desc, folded
                        limit :candidates""")
                .param("folded", folded)
                .param("candidates", CANDIDATES)
                .query((row, number) -> new Candidate(row.getString("name"), row.getString("folded")))
                .list()
                .stream()
                .filter(known -> Spelling.isNear(folded, known.folded()))
                .sorted(Comparator.comparingInt(known -> Spelling.slips(folded, known.folded())))
                .map(Candidate::name)
                .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll)
                .stream()
                .limit(MOST_NEAR)
                .toList();
    }

    private static String folded(String text) {
        String asked = text.strip();
        if (asked.length() > LONGEST) {
            return "";
        }
        return SearchName.isPostcode(asked)
                ? SearchName.sector(asked)
                : SearchName.folded(asked, SearchName.Kind.PLACE);
    }

    private List<Hit> findCouncils(String folded) {
        return sql.sql("""
                        select slug council, name council_name, null neighbourhood, name, name found from places.council
                        where ' ' || folded like :word
                        order by name limit :most""")
                .param("word", "% " + folded + "%")
                .param("most", MOST)
                .query(Search::hit)
                .list();
    }

    private List<Hit> findNeighbourhoods(String folded, boolean postcode) {
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
                .query(Search::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                row.getString("council"),
                row.getString("council_name"),
                row.getString("neighbourhood"),
                row.getString("name"),
                row.getString("found"));
    }
}
