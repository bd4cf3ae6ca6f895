package org.communitycontracts.reporting;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.store.CopyRows;

/** Writes reports that were not known before straight into their tables. */
final class NewReports {
    private static final int MOST_ATTEMPTS = 20;

    private final Connection connection;
    private final long council;
    private final String source;
    private final References references;

    NewReports(Connection connection, long council, String source, References references) {
        this.connection = connection;
        this.council = council;
        this.source = source;
        this.references = references;
    }

    /** Writes them, and gives back their numbers in the same order. */
    List<Long> write(List<Arrival> arrivals) throws SQLException, IOException {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        List<String> names = freeReferences(arrivals);
        List<Long> numbers = numbers(arrivals.size());
        CopyRows reports = new CopyRows();
        CopyRows stories = new CopyRows();
        for (int i = 0; i < arrivals.size(); i++) {
            report(arrivals.get(i), numbers.get(i), names.get(i), reports);
            int seq = 0;
            for (Happening happening : arrivals.get(i).happenings()) {
                stories.add((Object) council);
                KnownReports.happening(happening, numbers.get(i), ++seq, stories);
            }
        }
        reports.into(connection, IntakeSql.COPY_REPORTS);
        stories.into(connection, IntakeSql.COPY_STORIES);
        return numbers;
    }

    private void report(Arrival arrival, long number, String reference, CopyRows rows) {
        rows.add((Object) council)
                .add(source)
                .add((Object) number)
                .add(reference)
                .add(arrival.sourceId())
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

    /** A reference for each, in order; where one belongs to another report the next in line is taken. */
    private List<String> freeReferences(List<Arrival> arrivals) throws SQLException {
        List<String> names = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            names.add(references.of(council, source, arrival.sourceId(), 0));
        }
        Set<String> taken = taken(names);
        Set<String> given = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            for (int attempt = 1; taken.contains(name) || given.contains(name); attempt++) {
                if (attempt > MOST_ATTEMPTS) {
                    throw new IllegalStateException("No free reference was found in " + MOST_ATTEMPTS + " attempts");
                }
                name = references.of(council, source, arrivals.get(i).sourceId(), attempt);
                taken.addAll(taken(List.of(name)));
            }
            given.add(name);
            names.set(i, name);
        }
        return names;
    }

    private Set<String> taken(List<String> names) throws SQLException {
        Array wanted = connection.createArrayOf("text", names.toArray());
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.TAKEN_REFERENCES)) {
            find.setLong(1, council);
            find.setArray(2, wanted);
            Set<String> taken = new HashSet<>();
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                taken.add(rows.getString(1));
            }
            return taken;
        }
    }

    private List<Long> numbers(int count) throws SQLException {
        try (PreparedStatement draw = connection.prepareStatement(IntakeSql.NUMBERS)) {
            draw.setInt(1, count);
            List<Long> numbers = new ArrayList<>();
            ResultSet rows = draw.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }
}
