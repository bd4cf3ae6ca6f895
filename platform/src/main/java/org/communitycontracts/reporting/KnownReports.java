package org.communitycontracts.reporting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.store.CopyRows;

/** Compares what a source says now of reports that are known with what is stored, and tells what changed in happenings. */
final class KnownReports {
    private final Connection connection;
    private final long council;
    private final Instant now;

    KnownReports(Connection connection, long council, Instant now) {
        this.connection = connection;
        this.council = council;
        this.now = now;
    }

    /** The numbers of those that are known, by their names at the source. */
    Map<String, Long> numbers(String source, Collection<String> sourceIds) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.FIND_KNOWN)) {
            find.setLong(1, council);
            find.setString(2, source);
            find.setArray(3, connection.createArrayOf("text", sourceIds.toArray()));
            Map<String, Long> numbers = new HashMap<>();
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
            return numbers;
        }
    }

    Intake.Counts compare(Map<String, Arrival> arrivals, Map<String, Long> numbers) throws SQLException, IOException {
        if (numbers.isEmpty()) {
            return new Intake.Counts(0, 0, 0, 0);
        }
        Map<Long, Arrival> known = new LinkedHashMap<>();
        for (Arrival arrival : arrivals.values()) {
            Long number = numbers.get(arrival.sourceId());
            if (number != null) {
                known.put(number, arrival);
            }
        }
        lay(known);
        long updated = tellChanges();
        return new Intake.Counts(0, updated, known.size() - updated, countOffMap());
    }

    private void lay(Map<Long, Arrival> known) throws SQLException, IOException {
        CopyRows arrivals = new CopyRows();
        CopyRows happenings = new CopyRows();
        known.forEach((number, arrival) -> {
            arrival(arrival, number, arrivals);
            int seq = 0;
            for (Happening happening : arrival.happenings()) {
                happening(happening, number, ++seq, happenings);
            }
        });
        try (Statement stage = connection.createStatement()) {
            stage.execute(IntakeSql.STAGE);
            arrivals.into(connection, IntakeSql.COPY_ARRIVALS);
            happenings.into(connection, IntakeSql.COPY_HAPPENINGS);
            stage.execute(IntakeSql.MEASURE);
        }
    }

    private static void arrival(Arrival arrival, long number, CopyRows rows) {
        rows.add((Object) number)
                .add((Object) arrival.neighbourhood())
                .add(arrival.category())
                .add(arrival.madeAt())
                .add(arrival.promisedAt())
                .add(arrival.closedAt())
                .add(arrival.toldAt())
                .add((Object) arrival.place().latitude())
                .add((Object) arrival.place().longitude())
                .add((Object) arrival.place().onMap())
                .endRow();
    }

    static void happening(Happening happening, long number, int seq, CopyRows rows) {
        rows.add((Object) number)
                .add((Object) seq)
                .add(happening.event())
                .add(happening.at())
                .add(happening.recorded())
                .add(happening.by())
                .add(Facts.json(happening.facts()))
                .endRow();
    }

    private long tellChanges() throws SQLException {
        long changed = IntakeSql.say(connection, IntakeSql.FIND_CHANGED, council);
        if (changed > 0) {
            IntakeSql.say(connection, ChangesSql.TELL_CHANGES, council, Timestamp.from(now));
            IntakeSql.say(connection, IntakeSql.KEEP_LATEST, council);
        }
        IntakeSql.say(connection, IntakeSql.KEEP_TOLD, council);
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
}
