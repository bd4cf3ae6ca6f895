package org.communitycontracts.reporting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What an intake says to the database, in the order in which it says it. */
final class IntakeSql {
    private IntakeSql() {}

    /** Says it with these values in place of its question marks; tells how many rows it touched. */
    static long say(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Imports of one council wait for each other, so that none meets half of another's work. */
    static final String LOCK = "select pg_advisory_xact_lock(hashtext('reporting.intake'), hashtext(?::bigint::text))";

    static final String FIND_KNOWN = """
            select source_id, report_id from reporting.report
            where council_id = ? and source = ? and source_id = any (?)""";

    static final String TAKEN_REFERENCES =
            "select reference from reporting.report where council_id = ? and reference = any (?)";

    static final String NUMBERS = "select nextval('reporting.report_number') from generate_series(1, ?)";

    static final String COPY_REPORTS = """
            copy reporting.report (council_id, source, report_id, reference, source_id, neighbourhood_id, category,
                 title, made_at, promised_at, closed_at, told_at, latitude, longitude, on_map) from stdin""";

    static final String COPY_STORIES = """
            copy reporting.happening (council_id, report_id, seq, event, at, recorded, by_party, facts) from stdin""";

    /** Tables of the connection's own, emptied by each commit: what sources say now of reports that are known. */
    static final String STAGE = """
            create temporary table if not exists arrival (
                report_id bigint primary key, neighbourhood_id bigint, category text not null,
                made_at timestamptz not null, promised_at timestamptz, closed_at timestamptz, told_at timestamptz,
                latitude double precision, longitude double precision, on_map boolean not null) on commit delete rows;
            create temporary table if not exists arrival_happening (
                report_id bigint not null, seq integer not null, event text not null, at timestamptz not null,
                recorded timestamptz not null, by_party text, facts jsonb not null,
                primary key (report_id, seq)) on commit delete rows;
            create temporary table if not exists arrival_change (
                report_id bigint primary key, was_category text not null, was_promised timestamptz,
                was_closed timestamptz, was_latitude double precision, was_longitude double precision
                ) on commit delete rows""";

    static final String COPY_ARRIVALS = """
            copy arrival (report_id, neighbourhood_id, category, made_at, promised_at, closed_at, told_at,
                          latitude, longitude, on_map) from stdin""";

    static final String COPY_HAPPENINGS =
            "copy arrival_happening (report_id, seq, event, at, recorded, by_party, facts) from stdin";

    static final String MEASURE = "analyze arrival; analyze arrival_happening";

    /** Known reports of which the source now says something else than before. */
    static final String FIND_CHANGED = """
            with here (council) as (values (?::bigint)),
            told as (
                select h.report_id from here, arrival_happening h
                where h.seq > 1 and not exists (
                      select from reporting.happening known
                      where known.council_id = here.council and known.report_id = h.report_id
                        and known.event = h.event and known.at = h.at))
            insert into arrival_change (report_id, was_category, was_promised, was_closed, was_latitude, was_longitude)
            select report_id, r.category, r.promised_at, r.closed_at, r.latitude, r.longitude
            from here, arrival a join reporting.report r using (report_id)
            where r.council_id = here.council
              and ((r.category, r.neighbourhood_id, r.promised_at, r.closed_at, r.latitude, r.longitude)
                   is distinct from
                   (a.category, a.neighbourhood_id, a.promised_at, a.closed_at, a.latitude, a.longitude)
                or a.report_id in (select report_id from told))""";

    static final String KEEP_LATEST = """
            update reporting.report r
            set category = a.category, neighbourhood_id = a.neighbourhood_id, promised_at = a.promised_at,
                closed_at = a.closed_at, latitude = a.latitude, longitude = a.longitude,
                on_map = case when (r.latitude, r.longitude) is distinct from (a.latitude, a.longitude)
                              then a.on_map else r.on_map and a.on_map end
            from arrival_change c join arrival a using (report_id)
            where r.council_id = ? and r.report_id = a.report_id""";

    /** The source's own last word is kept of every report, for the moment that figures speak of. */
    static final String KEEP_TOLD = """
            update reporting.report r set told_at = a.told_at from arrival a
            where r.council_id = ? and r.report_id = a.report_id and r.told_at is distinct from a.told_at""";

    static final String COUNT_OFF_MAP = """
            select count(*) from arrival a
            join reporting.report r on r.council_id = ? and r.report_id = a.report_id
            where not r.on_map""";

    /** A single point that an implausible share of a source's reports is said to lie on is a stand-in for "unknown". */
    static final String FIND_CROWDS = """
            select latitude, longitude from reporting.report
            where council_id = ? and source = ? and on_map
            group by latitude, longitude
            having count(*) >= 100 and count(*) * 20 > (
                select count(*) from reporting.report
                where council_id = ? and source = ? and latitude is not null)""";

    static final String TAKE_OFF_MAP = """
            update reporting.report set on_map = false
            where council_id = ? and source = ? and on_map and latitude = ? and longitude = ?""";

    static final String CATEGORIES =
            "select words, category from reporting.category where council_id = ? and source = ?";

    static final String ADD_CATEGORY = """
            insert into reporting.category (council_id, source, words, category) values (?, ?, ?, ?)
            on conflict do nothing""";

    static final String FIND_KEY = "select key from reporting.reference_key where council_id = ?";

    static final String ADD_KEY = """
            insert into reporting.reference_key (council_id, key) values (?, ?) on conflict do nothing""";

    static final String ADD_RUN = """
            insert into reporting.import_run
                   (council_id, source, finished_at, added, updated, unchanged, rejected, off_map)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
}
