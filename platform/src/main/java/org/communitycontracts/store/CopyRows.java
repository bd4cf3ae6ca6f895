package org.communitycontracts.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table by PostgreSQL's COPY, in its text form. */
public final class CopyRows {
    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();
    private boolean rowBegun;

    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            text.append(NULL);
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    public CopyRows add(@Nullable Object plain) {
        separate();
        text.append(plain == null ? NULL : plain);
        return this;
    }

    public CopyRows add(@Nullable Instant moment) {
        return add((Object) moment);
    }

    public void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    private void separate() {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
    }

    public void into(Connection connection, String copy) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(text.toString()));
    }
}
