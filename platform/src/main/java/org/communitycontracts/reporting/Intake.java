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
import org.communitycontracts.engine.Happening;
import org.communitycontracts.store.CopyRows;

/**
 * Takes many reports of one source in at once. Each few thousand are one transaction, so an intake that is broken off
 * has kept all that it counted, and doing it again goes on from there: what is known already changes nothing.
 */
public final class Intake implements AutoCloseable {
    private static final int BATCH = 5_000;
    private static final int MOST_ATTEMPTS = 20;

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
                References references = new References(key(connection, council, newKey));
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

    private static byte[] key(Connection connection, long council, Supplier<byte[]> newKey) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.FIND_KEY)) {
            find.setLong(1, council);
            ResultSet known = find.executeQuery();
            if (known.next()) {
                return known.getBytes(1);
            }
        }
        try (PreparedStatement add = connection.prepareStatement(IntakeSql.ADD_KEY)) {
            add.setLong(1, council);
            add.setBytes(2, newKey.get());
            add.executeUpdate();
        }
        return key(connection, council, newKey);
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
                long taken = say(IntakeSql.TAKE_OFF_MAP, council, source, crowd.latitude(), crowd.longitude());
                counts = counts.plus(new Counts(0, 0, 0, taken));
            }
            connection.commit();
            return counts;
        } catch (SQLException fault) {
            throw broken(fault);
        }
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
            say(
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
            stage();
            giveFreeReferences();
            long added = say(IntakeSql.ADD_REPORTS, council, source);
            say(IntakeSql.ADD_STORIES, council);
            long updated = tellChanges();
            long offMap = countOffMap();
            rememberCategories();
            connection.commit();
            counts = counts.plus(new Counts(added, updated, batch.size() - added - updated, offMap));
            batch.clear();
        } catch (SQLException | IOException fault) {
            throw broken(fault);
        }
    }

    private void stage() throws SQLException, IOException {
        CopyRows arrivals = new CopyRows();
        CopyRows happenings = new CopyRows();
        int n = 0;
        for (Arrival arrival : batch.values()) {
            stage(arrival, ++n, arrivals);
            int seq = 0;
            for (Happening happening : arrival.happenings()) {
                stage(happening, n, ++seq, happenings);
            }
        }
        try (Statement stage = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement(IntakeSql.LOCK)) {
            stage.execute(IntakeSql.STAGE);
            lock.setLong(1, council);
            lock.execute();
            arrivals.into(connection, IntakeSql.COPY_ARRIVALS);
            happenings.into(connection, IntakeSql.COPY_HAPPENINGS);
            say(IntakeSql.FIND_KNOWN, council, source);
            say(IntakeSql.NUMBER_NEW);
            stage.execute(IntakeSql.MEASURE);
        }
    }

    private void stage(Arrival arrival, int n, CopyRows rows) {
        rows.add((Object) n)
                .add(arrival.sourceId())
                .add(references.of(council, source, arrival.sourceId(), 0))
                .add((Object) arrival.neighbourhood())
                .add(arrival.category())
                .add(arrival.title())
                .add(arrival.madeAt())
                .add(arrival.promisedAt())
                .add(arrival.closedAt())
                .add(arrival.toldAt())
                .add((Object) arrival.place().latitude())
                .add((Object) arrival.place().longitude())
                .add((Object) arrival.place().onMap())
                .endRow();
    }

    private static void stage(Happening happening, int n, int seq, CopyRows rows) {
        rows.add((Object) n)
                .add((Object) seq)
                .add(happening.event())
                .add(happening.at())
                .add(happening.recorded())
                .add(happening.by())
                .add(Facts.json(happening.facts()))
                .endRow();
    }

    private void giveFreeReferences() throws SQLException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Map<Integer, String> taken = takenReferences();
            if (taken.isEmpty()) {
                return;
            }
            try (PreparedStatement give = connection.prepareStatement(IntakeSql.GIVE_REFERENCE)) {
                for (Map.Entry<Integer, String> arrival : taken.entrySet()) {
                    give.setString(1, references.of(council, source, arrival.getValue(), attempt));
                    give.setInt(2, arrival.getKey());
                    give.addBatch();
                }
                give.executeBatch();
            }
        }
        throw new IllegalStateException("No free reference was found in " + MOST_ATTEMPTS + " attempts");
    }

    private Map<Integer, String> takenReferences() throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.TAKEN_REFERENCES)) {
            find.setLong(1, council);
            Map<Integer, String> taken = new HashMap<>();
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                taken.put(rows.getInt(1), rows.getString(2));
            }
            return taken;
        }
    }

    private long tellChanges() throws SQLException {
        long changed = say(IntakeSql.FIND_CHANGED, council);
        if (changed > 0) {
            say(IntakeSql.TELL_CHANGES, council, Timestamp.from(clock.instant()));
            say(IntakeSql.KEEP_LATEST, council);
        }
        return changed;
    }

    private long countOffMap() throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(IntakeSql.COUNT_OFF_MAP)) {
            count.setLong(1, council);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private long say(String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
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
