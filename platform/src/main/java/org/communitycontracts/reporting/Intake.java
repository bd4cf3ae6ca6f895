package org.communitycontracts.reporting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Takes many reports of one source in at once. Each few thousand are one transaction, so an intake that is broken off
 * has kept all that it counted, and doing it again goes on from there: what is known already changes nothing.
 */
public final class Intake implements AutoCloseable {
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final long council;
    private final String source;
    private final InstantSource clock;
    private final References references;
    private final Map<String, Arrival> batch = new LinkedHashMap<>();
    private final Map<String, String> newCategories = new LinkedHashMap<>();
    private Counts counts = new Counts(0, 0, 0, 0);

    /**
     * What an intake did.
     *
     * @param added reports not known before
     * @param updated known reports of which something new was told
     * @param unchanged known reports of which nothing new was told
     * @param offMap those among them that are kept off the map
     */
    public record Counts(long added, long updated, long unchanged, long offMap) {
        Counts plus(Counts more) {
            return new Counts(
                    added + more.added, updated + more.updated, unchanged + more.unchanged, offMap + more.offMap);
        }
    }

    private Intake(Connection connection, long council, String source, InstantSource clock, References references) {
        this.connection = connection;
        this.council = council;
        this.source = source;
        this.clock = clock;
        this.references = references;
    }

    /**
     * Opens an intake for one council and one source.
     *
     * @param newKey makes the key of the council's public references, asked only when it has none yet: 32 random
     *     bytes, or fixed ones for made-up reports that shall be the same everywhere
     */
    public static Intake open(
            DataSource database, long council, String source, InstantSource clock, Supplier<byte[]> newKey) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                References references = References.of(connection, council, newKey);
                connection.commit();
                return new Intake(connection, council, source, clock, references);
            } catch (SQLException | RuntimeException fault) {
                connection.close();
                throw fault;
            }
        } catch (SQLException fault) {
            throw broken(fault);
        }
    }

    /** Which of the source's own words belong to which category, as far as was seen before. */
    public Map<String, String> categories() {
        try (PreparedStatement list = connection.prepareStatement(IntakeSql.CATEGORIES)) {
            list.setLong(1, council);
            list.setString(2, source);
            Map<String, String> categories = new HashMap<>();
            ResultSet rows = list.executeQuery();
            while (rows.next()) {
                categories.put(rows.getString(1), rows.getString(2));
            }
            connection.commit();
            return categories;
        } catch (SQLException fault) {
            throw broken(fault);
        }
    }

    /** Remembers which category these words of the source belong to, together with the next reports. */
    public void remember(String words, String category) {
        newCategories.put(words, category);
    }

    /** Takes the report in; it is kept for certain once {@link #finish} has returned. */
    public void add(Arrival arrival) {
        Arrival before = batch.get(arrival.sourceId());
        if (arrival.equals(before)) {
            counts = counts.plus(new Counts(0, 0, 1, 0));
            return;
        }
        if (before != null || batch.size() == BATCH) {
            write();
        }
        batch.put(arrival.sourceId(), arrival);
    }

    /** Writes what is left and says what was done; call it once, at the end. */
    public Counts finish() {
        write();
        try {
            for (Point crowd : crowds()) {
                long taken = IntakeSql.say(
                        connection, IntakeSql.TAKE_OFF_MAP, council, source, crowd.latitude(), crowd.longitude());
                counts = counts.plus(new Counts(0, 0, 0, taken));
            }
            connection.commit();
            tellThePlanner();
            return counts;
        } catch (SQLException fault) {
            throw broken(fault);
        }
    }

    /** Without new statistics the planner believes that a council just taken in is empty, and reads it the slow way round. */
    private void tellThePlanner() throws SQLException {
        try (Statement analyze = connection.createStatement()) {
            analyze.execute("analyze reporting.report");
            analyze.execute("analyze reporting.happening");
        }
        connection.commit();
    }

    private List<Point> crowds() throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.FIND_CROWDS)) {
            find.setLong(1, council);
            find.setString(2, source);
            find.setLong(3, council);
            find.setString(4, source);
            List<Point> crowds = new ArrayList<>();
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                crowds.add(new Point(rows.getDouble(1), rows.getDouble(2)));
            }
            return crowds;
        }
    }

    /** Notes the run, for the page that says where figures come from. */
    public void note(Counts done, long rejected) {
        try {
            IntakeSql.say(
                    connection,
                    IntakeSql.ADD_RUN,
                    council,
                    source,
                    Timestamp.from(clock.instant()),
                    done.added(),
                    done.updated(),
                    done.unchanged(),
                    rejected,
                    done.offMap());
            connection.commit();
        } catch (SQLException fault) {
            throw broken(fault);
        }
    }

    private void write() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            lock();
            KnownReports known = new KnownReports(connection, council, clock.instant());
            Map<String, Long> numbers = known.numbers(source, batch.keySet());
            List<Arrival> unknown = batch.values().stream()
                    .filter(arrival -> !numbers.containsKey(arrival.sourceId()))
                    .toList();
            new NewReports(connection, council, source, references).write(unknown);
            long offMap =
                    unknown.stream().filter(arrival -> !arrival.place().onMap()).count();
            counts = counts.plus(new Counts(unknown.size(), 0, 0, offMap)).plus(known.compare(batch, numbers));
            rememberCategories();
            connection.commit();
            batch.clear();
        } catch (SQLException | IOException fault) {
            throw broken(fault);
        }
    }

    private void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(IntakeSql.LOCK)) {
            lock.setLong(1, council);
            lock.execute();
        }
    }

    private void rememberCategories() throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(IntakeSql.ADD_CATEGORY)) {
            for (Map.Entry<String, String> category : newCategories.entrySet()) {
                add.setLong(1, council);
                add.setString(2, source);
                add.setString(3, category.getKey());
                add.setString(4, category.getValue());
                add.addBatch();
            }
            add.executeBatch();
            newCategories.clear();
        }
    }

    private static IllegalStateException broken(Exception fault) {
        return new IllegalStateException(
                "The reports could not be stored. Those counted so far are kept; doing it again goes on from there.",
                fault);
    }

    /** Lets go of what was not written. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException fault) {
            throw broken(fault);
        }
    }
}
