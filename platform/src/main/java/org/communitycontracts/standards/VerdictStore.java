package org.communitycontracts.standards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.store.CopyRows;

/**
 * Replaces the verdicts of one contract, and the counts made of them, in one transaction. While the database takes in one lot
 * of verdicts the next is already being judged; no more than one lot waits.
 */
final class VerdictStore implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String COPY = """
            copy standards.verdict (council_id, contract, clause, report_id, cycle, contract_version, neighbourhood_id,
              state, start_at, due, stopped, used, held, breached_at, month, clock, duplicate) from stdin""";

    private final Connection connection;
    private final Covered covered;
    private final long council;
    private final String contract;
    private final ZoneId zone;
    private final ExecutorService sending = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("verdicts").factory());
    private Future<?> sent = CompletableFuture.completedFuture(null);
    private CopyRows rows = new CopyRows();
    private int waiting;
    private int written;

    VerdictStore(Connection connection, Covered covered) throws SQLException {
        this.connection = connection;
        this.covered = covered;
        this.council = covered.council();
        this.contract = covered.contract();
        this.zone = covered.zone();
        connection.setAutoCommit(false);
        for (String table : new String[] {"verdict", "tally", "usual_time", "unpromised", "judgement"}) {
            update("delete from standards." + table + " where council_id = ? and contract = ?", council, contract);
        }
    }

    void add(Report report, Verdict verdict) {
        rows.add((Object) council)
                .add(contract)
                .add(verdict.clause())
                .add((Object) report.id())
                .add((Object) verdict.cycle())
                .add((Object) verdict.contractVersion())
                .add((Object) placeOf(report))
                .add(verdict.state().name().toLowerCase(Locale.ROOT))
                .add(verdict.start())
                .add(verdict.due())
                .add(verdict.stopped())
                .add((Object) verdict.used())
                .add((Object) verdict.held())
                .add(verdict.breachedAt())
                .add((Object) month(verdict.due() == null ? report.madeAt() : verdict.due()))
                .add((Object) covered.placeOfClock(verdict))
                .add((Object) (verdict.duplicateOf() != null))
                .endRow();
        written++;
        if (++waiting == ROWS_AT_ONCE) {
            send();
        }
    }

    private LocalDate month(Instant moment) {
        return moment.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    static long placeOf(Report report) {
        Long neighbourhood = report.neighbourhood();
        return neighbourhood == null ? Tallies.WHOLE_COUNCIL : neighbourhood;
    }

    void addUnpromised(long neighbourhood, LocalDate month, int reports) {
        waitForTheLast();
        update(
                "insert into standards.unpromised (council_id, contract, neighbourhood_id, month, reports) values (?, ?, ?, ?, ?)",
                council,
                contract,
                neighbourhood,
                month,
                reports);
    }

    /** The connection serves one at a time, so the lot before is waited for. */
    private void send() {
        waitForTheLast();
        CopyRows lot = rows;
        sent = sending.submit(() -> {
            lot.into(connection, COPY);
            return null;
        });
        rows = new CopyRows();
        waiting = 0;
    }

    private void waitForTheLast() {
        try {
            sent.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("The verdicts could not be stored", fault.getCause());
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The verdicts were not stored, because the program is stopping", fault);
        }
    }

    /** Counts what was added, notes the moment judged at, commits, and says how many verdicts there are. */
    int finish(Instant asOf, Instant knownAsOf) throws SQLException {
        send();
        waitForTheLast();
        update("set local work_mem = '64MB'");
        update("""
                insert into standards.tally
                  (council_id, contract, neighbourhood_id, clause, month, met, breached, pending, void)
                select council_id, contract, case when grouping(neighbourhood_id) = 1 then 0 else neighbourhood_id end,
                       clause, month,
                       count(*) filter (where state = 'met'), count(*) filter (where state = 'breached'),
                       count(*) filter (where state = 'pending'),
                       count(*) filter (where state in ('void', 'insufficient', 'unmeasurable'))
                from standards.verdict
                where council_id = ? and contract = ? and state <> 'superseded' and not duplicate
                group by grouping sets
                  ((council_id, contract, neighbourhood_id, clause, month), (council_id, contract, clause, month))
                having grouping(neighbourhood_id) = 1 or neighbourhood_id <> 0""", council, contract);
        update("""
                insert into standards.usual_time
                  (council_id, contract, neighbourhood_id, clause, cases, median, ninth_decile)
                select council_id, contract, case when grouping(neighbourhood_id) = 1 then 0 else neighbourhood_id end,
                       clause, count(*),
                       percentile_disc(0.5) within group (order by used), percentile_disc(0.9) within group (order by used)
                from standards.verdict
                where council_id = ? and contract = ? and state in ('met', 'breached') and clock = 0
                  and stopped > ?::timestamptz - interval '12 months'
                group by grouping sets ((council_id, contract, neighbourhood_id, clause), (council_id, contract, clause))
                having grouping(neighbourhood_id) = 1 or neighbourhood_id <> 0""", council, contract, Timestamp.from(asOf));
        update(
                "insert into standards.judgement (council_id, contract, as_of, known_as_of, verdicts) values (?, ?, ?, ?, ?)",
                council,
                contract,
                Timestamp.from(asOf),
                Timestamp.from(knownAsOf),
                written);
        connection.commit();
        update("analyze standards.verdict");
        connection.commit();
        return written;
    }

    private void update(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException fault) {
            throw new IllegalStateException("The verdicts could not be stored", fault);
        }
    }

    /** Leaves everything as it was before, unless finished. */
    @Override
    public void close() throws SQLException {
        sending.close();
        connection.rollback();
    }
}
