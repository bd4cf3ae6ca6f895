package org.communitycontracts.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The collection of neighbourhoods, and the names they are found by. */
@Repository
public class Neighbourhoods {
    private static final int LONGEST_SLUG = 60;
    /** Other pages stand at these addresses of a council. */
    private static final Set<String> TAKEN =
            Set.of("office", "contract", "clauses", "cases", "report", "follow-up", "news");

    private final JdbcClient sql;

    public Neighbourhoods(JdbcClient sql) {
        this.sql = sql;
    }

    /** All neighbourhoods of a council, by name. */
    public List<Neighbourhood> list(long council) {
        return sql.sql("""
                        select council_id, neighbourhood_id, slug, name, boundary
                        from places.neighbourhood where council_id = :council order by name""")
                .param("council", council)
                .query(Neighbourhoods::neighbourhood)
                .list();
    }

    /** What the neighbourhoods of a council are called, by number; without their outlines, for long lists. */
    public Map<Long, String> names(long council) {
        Map<Long, String> names = new HashMap<>();
        sql.sql("select neighbourhood_id, name from places.neighbourhood where council_id = :council")
                .param("council", council)
                .query(row -> {
                    names.put(row.getLong("neighbourhood_id"), row.getString("name"));
                });
        return names;
    }

    public Optional<Neighbourhood> find(long council, String slug) {
        return sql.sql("""
                        select council_id, neighbourhood_id, slug, name, boundary
                        from places.neighbourhood where council_id = :council and slug = :slug""")
                .param("council", council)
                .param("slug", slug)
                .query(Neighbourhoods::neighbourhood)
                .optional();
    }

    public Neighbourhood neighbourhood(long council, long id) {
        return sql.sql("""
                        select council_id, neighbourhood_id, slug, name, boundary
                        from places.neighbourhood where council_id = :council and neighbourhood_id = :id""")
                .param("council", council)
                .param("id", id)
                .query(Neighbourhoods::neighbourhood)
                .single();
    }

    /**
     * Opens a neighbourhood of this name, or gives back the one that is there already, unchanged; capitals do not matter.
     * Where another name already stands in the address, this one is followed by -2, -3 and so on.
     */
    public Neighbourhood open(Actor actor, long council, String name, @Nullable Boundary boundary) {
        demand(actor, council);
        String first = slug(name);
        String slug = TAKEN.contains(first) ? numbered(first, 2) : first;
        for (int number = 2; !insert(council, slug, name, boundary); number++) {
            Neighbourhood there = find(council, slug).orElseThrow();
            if (there.name().equalsIgnoreCase(name)) {
                return there;
            }
            slug = numbered(first, number);
        }
        Neighbourhood opened = find(council, slug).orElseThrow();
        nameFor(actor, opened, name, SearchName.Kind.PLACE);
        return opened;
    }

    private boolean insert(long council, String slug, String name, @Nullable Boundary boundary) {
        return sql.sql("""
                        insert into places.neighbourhood (council_id, neighbourhood_id, slug, name, boundary)
                        select :council, coalesce(max(neighbourhood_id), 0) + 1, :slug, :name, :boundary
                        from places.neighbourhood where council_id = :council
                        on conflict (council_id, slug) do nothing""")
                        .param("council", council)
                        .param("slug", slug)
                        .param("name", name)
                        .param("boundary", boundary == null ? null : boundary.geoJson(), java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    private static String numbered(String slug, int number) {
        String ending = "-" + number;
        return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG - ending.length())) + ending;
    }

    /** The names of one kind that people find the neighbourhood by, in alphabetical order. */
    public List<String> names(Neighbourhood neighbourhood, SearchName.Kind kind) {
        return sql.sql("""
                        select distinct name from places.search_name
                        where council_id = :council and neighbourhood_id = :neighbourhood and kind = :kind order by name""")
                .param("council", neighbourhood.councilId())
                .param("neighbourhood", neighbourhood.id())
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(String.class)
                .list();
    }

    /** Draws the outline of a neighbourhood, instead of the one that was there. */
    public void draw(Actor actor, Neighbourhood neighbourhood, Boundary boundary) {
        demand(actor, neighbourhood.councilId());
        sql.sql("""
                        update places.neighbourhood set boundary = :boundary
                        where council_id = :council and neighbourhood_id = :neighbourhood""")
                .param("council", neighbourhood.councilId())
                .param("neighbourhood", neighbourhood.id())
                .param("boundary", boundary.geoJson())
                .update();
    }

    private static void demand(Actor actor, long council) {
        Policy.demand(actor, Deed.KEEP_NEIGHBOURHOODS, Where.council(council));
    }

    /** Lets people find the neighbourhood by this name too. */
    public void nameFor(Actor actor, Neighbourhood neighbourhood, String name, SearchName.Kind kind) {
        demand(actor, neighbourhood.councilId());
        sql.sql("""
                        insert into places.search_name (council_id, neighbourhood_id, name, folded, kind)
                        select :council, :neighbourhood, :name, folded, :kind from unnest(:folded) folded
                        on conflict do nothing""")
                .param("council", neighbourhood.councilId())
                .param("neighbourhood", neighbourhood.id())
                .param("name", name)
                .param("folded", SearchName.wordStarts(name, kind).toArray(String[]::new))
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .update();
    }

    /** Whether a whole postcode lies within the neighbourhood, as far as its own list of postcodes and sectors tells. */
    public boolean holdsPostcode(Neighbourhood neighbourhood, String postcode) {
        return sql.sql("""
                        select exists (select from places.search_name
                        where council_id = :council and neighbourhood_id = :neighbourhood and kind = 'postcode'
                            and :postcode like folded || '%')""")
                .param("council", neighbourhood.councilId())
                .param("neighbourhood", neighbourhood.id())
                .param("postcode", SearchName.folded(postcode, SearchName.Kind.POSTCODE))
                .query(Boolean.class)
                .single();
    }

    /** The name as it stands in an address: small letters, digits and single hyphens, never empty. */
    public static String slug(String name) {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String short60 = plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG) : plain;
        return short60.isEmpty() ? "place-" + Integer.toHexString(name.hashCode()) : short60;
    }

    private static Neighbourhood neighbourhood(ResultSet row, int number) throws SQLException {
        String boundary = row.getString("boundary");
        return new Neighbourhood(
                row.getLong("council_id"),
                row.getLong("neighbourhood_id"),
                row.getString("slug"),
                row.getString("name"),
                boundary == null ? null : Boundary.parse(boundary));
    }
}
