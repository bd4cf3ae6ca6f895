package org.communitycontracts.reporting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** The collection of reports. What is private stands in no list here; it is found by its number alone. */
@Repository
public class Reports {
    private static final int ROWS_AT_ONCE = 5_000;
    static final String COLUMNS =
            "council_id, report_id, reference, neighbourhood_id, category, title, made_at, latitude, longitude, on_map";
    private static final String STORIES = """
            select r.council_id, r.report_id, r.reference, r.neighbourhood_id, r.category, r.title, r.made_at,
                   r.latitude, r.longitude, r.on_map, h.event, h.at, h.recorded, h.by_party, h.facts::text facts, j.joint
            from reporting.report r join reporting.happening h using (council_id, report_id)
                left join reporting.joint j using (council_id, report_id)
            where r.council_id = ?""";
    private static final String IN_ORDER = " order by r.report_id, h.seq";
    private static final String BY_REFERENCE = " order by r.reference collate \"C\", h.seq";
    private static final String OF_JOINTS = " and j.joint = any (?)";
    private static final String OF_SOME = " and r.report_id = any (?)";
    private static final String PUBLIC = " and not r.private";

    private final DataSource source;
    private final JdbcClient sql;

    public Reports(DataSource source) {
        this.source = source;
        this.sql = JdbcClient.create(source);
    }

    /** The public report of this reference; capitals, spaces, hyphens and letters taken for digits do not matter. */
    public Optional<Report> find(long council, String reference) {
        Optional<String> written = References.parse(reference);
        return written.isEmpty() ? Optional.empty() : findWritten(council, written.get());
    }

    /** The report of this reference, public or private: for those who may see both. */
    public Optional<Report> findAny(long council, String reference) {
        return References.parse(reference)
                .flatMap(written -> sql.sql("select " + COLUMNS
                                + " from reporting.report where council_id = :council and reference = :reference")
                        .param("council", council)
                        .param("reference", written)
                        .query((row, number) -> report(row))
                        .optional());
    }

    private Optional<Report> findWritten(long council, String reference) {
        return sql.sql(
                        "select " + COLUMNS
                                + " from reporting.report where council_id = :council and reference = :reference and not private")
                .param("council", council)
                .param("reference", reference)
                .query((row, number) -> report(row))
                .optional();
    }

    /** The report of this number, public or private. */
    public Report report(long council, long id) {
        return sql.sql("select " + COLUMNS + " from reporting.report where council_id = :council and report_id = :id")
                .param("council", council)
                .param("id", id)
                .query((row, number) -> report(row))
                .single();
    }

    /** These reports, in the order of the numbers; one that does not exist is left out. */
    public List<Report> list(long council, Collection<Long> ids) {
        return sql.sql("select " + COLUMNS + """
                         from reporting.report
                        where council_id = :council and report_id = any (:ids) and not private
                        order by array_position(:ids::bigint[], report_id)""")
                .param("council", council)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> report(row))
                .list();
    }

    public CaseList list(long council, CaseList.Question question) {
        String wanted = """
                 from reporting.report
                where council_id = :council and not private
                  and (:neighbourhood::bigint is null or neighbourhood_id = :neighbourhood)
                  and (:category::text is null or category = :category)
                  and made_at >= coalesce(:from::timestamptz, '-infinity')
                  and made_at < coalesce(:until::timestamptz, 'infinity')""";
        long count = asking(question, council, "select count(*)" + wanted)
                .query(Long.class)
                .single();
        String page =
                "select " + COLUMNS + wanted + " order by " + question.order().sql() + " limit :size offset :skip";
        List<Report> reports = asking(question, council, page)
                .param("size", question.size())
                .param("skip", (question.page() - 1L) * question.size())
                .query((row, number) -> report(row))
                .list();
        return new CaseList(reports, count);
    }

    private JdbcClient.StatementSpec asking(CaseList.Question question, long council, String text) {
        return sql.sql(text)
                .param("council", council)
                .param("neighbourhood", question.neighbourhood(), Types.BIGINT)
                .param("category", question.category(), Types.VARCHAR)
                .param("from", utc(question.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", utc(question.until()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** The categories of a council's public reports, and how many reports each has. */
    public Map<String, Long> categories(long council) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.sql("""
                        select category, count(*) reports from reporting.report
                        where council_id = :council and not private group by category order by category""").param("council", council).query(row -> {
            counts.put(row.getString("category"), row.getLong("reports"));
        });
        return counts;
    }

    /** How many reports of the council are kept off the map, because their place is missing or not to be believed. */
    public long countOffMap(long council) {
        return sql.sql("select count(*) from reporting.report where council_id = :council and not on_map")
                .param("council", council)
                .query(Long.class)
                .single();
    }

    /** The last moment that the sources of the council's reports tell of, none of our own; empty while it has no report. */
    public Optional<Instant> lastTold(long council) {
        return sql.sql("""
                        select max(greatest(made_at, closed_at, told_at))
                        from reporting.report where council_id = :council""")
                .param("council", council)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** The happenings of one report, in the order they were taken in. */
    public List<Happening> happenings(Report report) {
        List<Happening> happenings = new ArrayList<>();
        eachStory(report.council(), List.of(report.id()), story -> happenings.addAll(story.happenings()));
        return List.copyOf(happenings);
    }

    /** The story of one report, with those that were joined with it. */
    public Story story(Report report) {
        List<Story> stories = new ArrayList<>();
        eachStory(report.council(), List.of(report.id()), stories::add);
        return stories.getFirst();
    }

    /** Hands over every public story of the council, one after the other, without holding them all; those that were joined come last. */
    public void eachStory(long council, Consumer<Story> reader) {
        withJoined(council, STORIES + PUBLIC + IN_ORDER, null, reader);
    }

    /** Hands over the stories of these reports, public or private; those that were joined come last. */
    public void eachStory(long council, Collection<Long> ids, Consumer<Story> reader) {
        withJoined(council, STORIES + OF_SOME + IN_ORDER, ids.toArray(Long[]::new), reader);
    }

    private void withJoined(long council, String text, Long @Nullable [] ids, Consumer<Story> reader) {
        Map<Story, Long> joined = new LinkedHashMap<>();
        stream(council, text, ids, (story, joint) -> {
            if (joint == null) {
                reader.accept(story);
            } else {
                joined.put(story, joint);
            }
        });
        if (joined.isEmpty()) {
            return;
        }
        Map<Long, List<Story>> groups = new HashMap<>();
        Long[] joints = new TreeSet<>(joined.values()).toArray(Long[]::new);
        stream(
                council,
                STORIES + OF_JOINTS + IN_ORDER,
                joints,
                (story, joint) -> groups.computeIfAbsent(Objects.requireNonNull(joint), _ -> new ArrayList<>())
                        .add(story));
        joined.forEach((story, joint) -> reader.accept(new Story(
                story.report(),
                story.happenings(),
                groups.getOrDefault(joint, List.of()).stream()
                        .filter(other -> other.report().id() != story.report().id())
                        .toList())));
    }

    /** Hands over the public stories of this neighbourhood, or of the whole council when none is given, by their references. */
    public void eachStoryByReference(long council, @Nullable Long neighbourhood, Consumer<Story> reader) {
        String place = neighbourhood == null ? "" : " and r.neighbourhood_id = " + neighbourhood;
        stream(council, STORIES + PUBLIC + place + BY_REFERENCE, null, (story, _) -> reader.accept(story));
    }

    /** Reads in the caller's transaction where there is one, so that what was written in it is seen. */
    private void stream(long council, String text, Long @Nullable [] ids, BiConsumer<Story, @Nullable Long> reader) {
        Connection connection = DataSourceUtils.getConnection(source);
        boolean isOwn = !DataSourceUtils.isConnectionTransactional(connection, source);
        try {
            if (isOwn) {
                connection.setAutoCommit(false);
            }
            try (PreparedStatement stories = connection.prepareStatement(text)) {
                stories.setFetchSize(ROWS_AT_ONCE);
                stories.setLong(1, council);
                if (ids != null) {
                    stories.setArray(2, connection.createArrayOf("bigint", ids));
                }
                handOver(stories.executeQuery(), reader);
            } finally {
                if (isOwn) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("The stories of council " + council + " could not be read", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void handOver(ResultSet rows, BiConsumer<Story, @Nullable Long> reader) throws SQLException {
        Report report = null;
        Long joint = null;
        List<Happening> happenings = new ArrayList<>();
        while (rows.next()) {
            if (report == null || report.id() != rows.getLong("report_id")) {
                if (report != null) {
                    reader.accept(new Story(report, happenings), joint);
                }
                report = report(rows);
                joint = rows.getObject("joint", Long.class);
                happenings.clear();
            }
            happenings.add(happening(rows, report.reference()));
        }
        if (report != null) {
            reader.accept(new Story(report, happenings), joint);
        }
    }

    static Report report(ResultSet row) throws SQLException {
        long neighbourhood = row.getLong("neighbourhood_id");
        Long known = row.wasNull() ? null : neighbourhood;
        Point point =
                row.getBoolean("on_map") ? new Point(row.getDouble("latitude"), row.getDouble("longitude")) : null;
        return new Report(
                row.getLong("council_id"),
                row.getLong("report_id"),
                row.getString("reference"),
                known,
                row.getString("category"),
                row.getString("title"),
                row.getTimestamp("made_at").toInstant(),
                point);
    }

    static Happening happening(ResultSet row, String reference) throws SQLException {
        return new Happening(
                reference,
                row.getString("event"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded").toInstant(),
                row.getString("by_party"),
                Facts.parse(row.getString("facts")));
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
