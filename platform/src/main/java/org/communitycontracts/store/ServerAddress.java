package org.communitycontracts.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a PostgreSQL server is, and who we are there. */
record ServerAddress(
        String url,
        String place,
        @Nullable String user,
        @Nullable String password) {
    private static final int OLDEST_SERVER = 15;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    /** With the certificates that Java itself believes. */
    private static final String ENCRYPTED = "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    private static final String EXAMPLE = "Write it as postgres://user:password@host:5432/name.";

    static ServerAddress parse(String address) {
        String plain = address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
        URI uri;
        try {
            uri = new URI(plain);
        } catch (URISyntaxException fault) {
            throw new CannotStart("DATABASE_URL is not an address. " + EXAMPLE, fault);
        }
        boolean isPostgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        String path = uri.getPath();
        if (!isPostgres || uri.getHost() == null || path == null || path.length() < 2) {
            throw new CannotStart("DATABASE_URL does not name a PostgreSQL server and database. " + EXAMPLE);
        }
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String place = uri.getHost() + ":" + port + path;
        String query = query(uri);
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new ServerAddress(
                "jdbc:postgresql://" + place + query,
                place,
                who.length > 0 ? decoded(who[0]) : null,
                who.length > 1 ? decoded(who[1]) : null);
    }

    /** What crosses a network is encrypted, and the server shows who it is, unless the address says otherwise. */
    private static String query(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return LOCAL.contains(uri.getHost()) || query.contains("sslmode=")
                ? query
                : (query.isEmpty() ? "?" : query + "&") + ENCRYPTED;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Connects once, so that a wrong address is told at the start and in words. */
    void tryOut() {
        Properties who = new Properties();
        if (user != null) {
            who.setProperty("user", user);
        }
        if (password != null) {
            who.setProperty("password", password);
        }
        who.setProperty("connectTimeout", "5");
        who.setProperty("loginTimeout", "8");
        try (Connection connection = DriverManager.getConnection(url, who)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new CannotStart("The server at " + place + " is PostgreSQL " + version
                        + ". Community Contracts needs PostgreSQL 15 or newer.");
            }
        } catch (SQLException fault) {
            throw new CannotStart(sentence(fault), fault);
        }
    }

    private String sentence(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "The server at " + place
                        + " does not accept this user and password. Check the user and password in DATABASE_URL.";
            case "3D000" ->
                "The server answers, but has no database of that name (" + place
                        + "). Create it there, or correct the name in DATABASE_URL.";
            case "08004" ->
                "The server at " + place
                        + " does not encrypt the connection. Set up TLS there; or, where nobody else can listen on the way, add ?sslmode=disable to DATABASE_URL.";
            default ->
                "No PostgreSQL answers at " + place
                        + ". Check that it runs and that DATABASE_URL is right, or unset DATABASE_URL to use the PostgreSQL that comes with the program.";
        };
    }
}
