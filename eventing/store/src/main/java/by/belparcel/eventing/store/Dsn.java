package by.belparcel.eventing.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A database address: {@code postgres://user:password@host:port/database}. Its text form hides the password. */
public record Dsn(String host, int port, String database, String user, String password) {

    /** @throws IllegalArgumentException with a message that does not repeat the value */
    public static Dsn parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "DB_DSN is not a URI of the form postgres://user:password@host:port/database");
        }
        String userInfo = uri.getRawUserInfo();
        String path = uri.getPath();
        if (uri.getHost() == null || userInfo == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException("DB_DSN must have the form postgres://user:password@host:port/database");
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new Dsn(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                decode(user),
                decode(password));
    }

    /** The JDBC address without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "postgres://" + user + ":***@" + host + ":" + port + "/" + database;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
