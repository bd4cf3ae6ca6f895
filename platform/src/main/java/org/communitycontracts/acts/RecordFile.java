package org.communitycontracts.acts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole record of a council as plain text, one act to a line, so that anybody can verify it without the database. */
@Component
public class RecordFile {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient sql;
    private final Chaining chaining;
    private final TransactionTemplate oneMoment;

    public RecordFile(JdbcClient sql, Chaining chaining, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.chaining = chaining;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** Writes every act of this council without what is personal. */
    public void write(long council, Writer out) throws IOException {
        write(council, false, out);
    }

    /** Writes every act of this council with all that is personal and not erased; it is not for the street. */
    public void writeOpen(long council, Writer out) throws IOException {
        write(council, true, out);
    }

    private void write(long council, boolean open, Writer out) throws IOException {
        chaining.run(council);
        BufferedWriter lines = new BufferedWriter(out);
        try {
            oneMoment.executeWithoutResult(_ -> {
                acts(council, open, lines);
                strays(council).forEach(stray -> put(lines, stray));
            });
        } catch (UncheckedIOException fault) {
            throw new IOException(fault);
        }
        lines.flush();
    }

    private void acts(long council, boolean open, Writer out) {
        String before = Entry.BEGINNING;
        long after = 0;
        List<Linked> page;
        do {
            page = page(council, after);
            for (Linked linked : page) {
                put(out, linked.text(before, open));
                before = linked.hash();
                after = linked.number();
            }
        } while (page.size() == AT_ONCE);
    }

    private static void put(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A link and what it points at; nothing, when somebody took the act away. */
    private record Linked(
            long number, String hash, @Nullable Entry entry, Map<String, Commitment> openings) {
        String text(String before, boolean open) {
            return entry == null
                    ? "{\"stray\":\"the chain's number " + number + " has no act\"}"
                    : new RecordLine(number, before, entry, hash, open ? openings : null).json();
        }
    }

    private List<Linked> page(long council, long after) {
        return sql.sql("select link.number, encode(link.digest, 'hex') as hash, " + Entries.COLUMNS + Entries.OPENINGS
                        + """
                        from acts.link left join acts.act on act.council_id = link.council_id and act.act_id = link.act_id
                        where link.council_id = :council and link.number > :after order by link.number limit :most""")
                .param("council", council)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(RecordFile::linked)
                .list();
    }

    private static Linked linked(ResultSet row, int number) throws SQLException {
        Entry entry = row.getObject("act_id") == null ? null : Entries.entry(row, number);
        return new Linked(row.getLong("number"), row.getString("hash"), entry, Entries.openings(row));
    }

    /** Rows that hang on nothing: somebody put them there, or took away what they hung on. */
    private List<String> strays(long council) {
        return sql.sql("""
                        select json_build_object('stray', what || ' of act ' || act_id)::text from (
                            select 'a row without a number: the one' as what, act_id from acts.act
                            where council_id = :council
                              and not exists (select from acts.link where link.council_id = :council and link.act_id = act.act_id)
                              and not exists (select from acts.waiting where waiting.council_id = :council and waiting.act_id = act.act_id)
                            union all
                            select 'a commitment', act_id from acts.commitment
                            where council_id = :council
                              and not exists (select from acts.act where act.council_id = :council and act.act_id = commitment.act_id)
                            union all
                            select 'a personal value without a commitment', act_id from acts.opening
                            where council_id = :council and not exists (
                                select from acts.commitment where commitment.council_id = :council
                                and commitment.act_id = opening.act_id and commitment.place = opening.place)
                        ) strays order by 1""").param("council", council).query(String.class).list();
    }
}
