package org.communitycontracts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose rows the database shows this thread in the rooms that hold personal data: nobody's until a council is said, then
 * that council's alone. It is the second net under queries that all name their council: one that forgot to, or that was given
 * another's number, finds nothing.
 */
public final class Sight extends DelegatingDataSource {
    private static final String NOTHING = "";
    private static final String EVERYTHING = "all";
    private static final ThreadLocal<String> SEEN = ThreadLocal.withInitial(() -> NOTHING);

    /** What each open connection was last told. */
    private final Map<Connection, String> told = new WeakHashMap<>();

    Sight(DataSource pool) {
        super(pool);
    }

    /** From now on this thread sees the rows of this council. */
    public void of(long council) {
        look(Long.toString(council));
    }

    /** From now on this thread sees no rows again. */
    public void none() {
        look(NOTHING);
    }

    /** Does this with the rows of one council in sight, and then sees what it saw before. */
    public <T> T of(long council, Supplier<T> work) {
        return with(Long.toString(council), work);
    }

    /** Does this with the rows of every council in sight: for jobs and commands of the program, not for a request. */
    public <T> T ofAll(Supplier<T> work) {
        return with(EVERYTHING, work);
    }

    private <T> T with(String seen, Supplier<T> work) {
        String before = SEEN.get();
        look(seen);
        try {
            return work.get();
        } finally {
            look(before);
        }
    }

    private void look(String seen) {
        if (SEEN.get().equals(seen)) {
            return;
        }
        SEEN.set(seen);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            tellTransaction(seen);
        }
    }

    /** What a transaction is told ends with it, however it ends. */
    private void tellTransaction(String seen) {
        Connection connection = DataSourceUtils.getConnection(this);
        try {
            tell(connection, seen, true);
        } catch (SQLException fault) {
            throw new DataAccessResourceFailureException("The database cannot be told whose rows to show", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, this);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Connection physical = connection.unwrap(Connection.class);
        String seen = SEEN.get();
        synchronized (told) {
            if (seen.equals(told.getOrDefault(physical, NOTHING))) {
                return connection;
            }
        }
        tell(connection, seen, false);
        synchronized (told) {
            told.put(physical, seen);
        }
        return connection;
    }

    private static void tell(Connection connection, String seen, boolean forTransaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('cc.council', ?, ?)")) {
            statement.setString(1, seen);
            statement.setBoolean(2, forTransaction);
            statement.execute();
        }
    }
}
