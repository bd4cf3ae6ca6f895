package org.communitycontracts.reporting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.communitycontracts.engine.Happening;
import org.communitycontracts.store.CopyRows;

/** Lays what a source says now of known reports beside what is stored, so that they can be compared. */
final class Staging {
    private Staging() {}

    static void lay(Connection connection, Map<Long, Arrival> known) throws SQLException, IOException {
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
}
