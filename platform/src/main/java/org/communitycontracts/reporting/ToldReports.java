package org.communitycontracts.reporting;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The reports that people told here, with what they told; a report and its words are kept together or not at all. */
@Repository
public class ToldReports {
    private static final String SOURCE = "told";
    private static final int KEY_BYTES = 32;

    private final DataSource source;
    private final JdbcClient sql;
    private final Reports reports;
    private final TransactionOperations together;

    public ToldReports(DataSource source, JdbcClient sql, Reports reports, TransactionOperations together) {
        this.source = source;
        this.sql = sql;
        this.reports = reports;
        this.together = together;
    }

    /** A report and what was told with it. */
    public record Followed(Report report, Told told) {}

    /**
     * Takes a report in, in the caller's transaction where there is one; it is kept for certain once that is committed.
     *
     * @param arrival the report; its name at the source is one that nobody else gives
     * @param followUp the secret by which whoever told finds it again
     * @param now when it is written down
     */
    public Report take(long council, Arrival arrival, Told told, Token followUp, Instant now) {
        return together.execute(_ -> {
            Report report = reports.report(council, write(council, arrival));
            keep(report, told, followUp, now);
            return report;
        });
    }

    /** The report that was taken in under this name at its source, public or private. */
    public Optional<Report> findSent(long council, String sourceId) {
        return sql.sql("""
                        select report_id from reporting.report
                        where council_id = :council and source = :source and source_id = :name""")
                .param("council", council)
                .param("source", SOURCE)
                .param("name", sourceId)
                .query(Long.class)
                .optional()
                .map(id -> reports.report(council, id));
    }

    private long write(long council, Arrival arrival) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            References references = References.of(connection, council, ToldReports::freshKey);
            return new NewReports(connection, council, SOURCE, references)
                    .write(List.of(arrival))
                    .getFirst();
        } catch (SQLException | IOException fault) {
            throw new IllegalStateException("The report could not be stored, and nothing of it was", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static byte[] freshKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private void keep(Report report, Told told, Token followUp, Instant now) {
        EmailAddress email = told.who().email();
        if (told.isPrivate()) {
            sql.sql("update reporting.report set private = true where council_id = :council and report_id = :report")
                    .param("council", report.council())
                    .param("report", report.id())
                    .update();
        }
        sql.sql("""
                        insert into reporting.told (council_id, report_id, spot, description, answer, known_to, name, email,
                            token_hash, telling_id, told_at)
                        values (:council, :report, :spot, :description, :answer, :known, :name, :email, :token, :telling, :now)""")
                .param("council", report.council())
                .param("report", report.id())
                .param("spot", told.spot())
                .param("description", told.description())
                .param("answer", told.answer(), Types.VARCHAR)
                .param("known", told.who().known().word())
                .param("name", told.who().name(), Types.VARCHAR)
                .param("email", email == null ? null : email.written(), Types.VARCHAR)
                .param("token", followUp.hash())
                .param("telling", told.telling(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The report that this follow-up link leads to, public or private; empty when it leads nowhere or is past its time. */
    public Optional<Followed> find(long council, Token followUp) {
        record Row(long report, Told told) {}
        return sql.sql("""
                        select t.report_id, t.spot, t.description, t.answer, t.known_to, t.name, t.email, t.telling_id, r.private
                        from reporting.told t join reporting.report r using (council_id, report_id)
                        where t.council_id = :council and t.token_hash = :token""")
                .param("council", council)
                .param("token", followUp.hash())
                .query((row, _) -> new Row(row.getLong("report_id"), told(row)))
                .optional()
                .map(row -> new Followed(reports.report(council, row.report()), row.told()));
    }

    /**
     * Puts a report into another category, in the caller's transaction; that it was done is a happening of its own. A category whose reports
     * are private makes this one private; none makes it public.
     */
    public void recategorise(Report report, Category category, String title) {
        sql.sql("""
                        update reporting.report set category = :category, title = :title, private = private or :private
                        where council_id = :council and report_id = :report""")
                .param("category", category.word())
                .param("title", title)
                .param("private", category.isPrivate())
                .param("council", report.council())
                .param("report", report.id())
                .update();
    }

    /** Keeps a photo that came with a report; the first is 1. */
    public void add(Report report, int number, byte[] jpeg, Instant now) {
        sql.sql("""
                        insert into reporting.photo (council_id, report_id, seq, jpeg, told_at)
                        values (:council, :report, :number, :jpeg, :now)""")
                .param("council", report.council())
                .param("report", report.id())
                .param("number", number)
                .param("jpeg", jpeg)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The numbers of the photos that came with a report, in order. */
    public List<Integer> photos(Report report) {
        return sql.sql("""
                        select seq from reporting.photo where council_id = :council and report_id = :report order by seq""")
                .param("council", report.council())
                .param("report", report.id())
                .query(Integer.class)
                .list();
    }

    /** One photo that came with a report, as a JPEG file. */
    public Optional<byte[]> photo(Report report, int number) {
        return sql.sql("""
                        select jpeg from reporting.photo
                        where council_id = :council and report_id = :report and seq = :number""")
                .param("council", report.council())
                .param("report", report.id())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    /** What was told with a report; empty for one that came otherwise, and after its time. */
    public Optional<Told> told(Report report) {
        return sql.sql("""
                        select t.spot, t.description, t.answer, t.known_to, t.name, t.email, t.telling_id, r.private
                        from reporting.told t join reporting.report r using (council_id, report_id)
                        where t.council_id = :council and t.report_id = :report""")
                .param("council", report.council())
                .param("report", report.id())
                .query((row, _) -> told(row))
                .optional();
    }

    /** The name of whoever told a report, when everybody may know it. */
    public Optional<String> publicName(Report report) {
        return sql.sql("""
                        select name from reporting.told
                        where council_id = :council and report_id = :report and known_to = 'everybody'""")
                .param("council", report.council())
                .param("report", report.id())
                .query(String.class)
                .optional();
    }

    private static Told told(ResultSet row) throws SQLException {
        @Nullable String email = row.getString("email");
        return new Told(
                row.getString("spot"),
                row.getString("description"),
                row.getString("answer"),
                new Told.Who(
                        Told.KnownTo.of(row.getString("known_to")),
                        row.getString("name"),
                        email == null ? null : new EmailAddress(email)),
                row.getBoolean("private"),
                row.getObject("telling_id", UUID.class));
    }
}
