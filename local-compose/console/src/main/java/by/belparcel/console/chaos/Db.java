package by.belparcel.console.chaos;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Plain questions to the database of the system; every value comes as text, NULL as an empty one. */
final class Db {

    private static final String NAME = "belparcel-chaos";

    /** Where connections come from; a test lends one with an open transaction. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    private final Source source;

    Db(Source source) {
        this.source = source;
    }

    /** @param dsn {@code postgres://user:password@host:port/database} */
    static Db at(String dsn) {
        URI uri = URI.create(dsn);
        String[] login = uri.getUserInfo().split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("user", login[0]);
        properties.setProperty("password", login.length > 1 ? login[1] : "");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", NAME);
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
        return new Db(() -> DriverManager.getConnection(url, properties));
    }

    Connection open() throws SQLException {
        return source.open();
    }

    /** One row by column names. */
    record Row(Map<String, String> values) {

        String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column " + column + " in " + values.keySet());
            }
            return value;
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }
    }

    List<Row> rows(String sql, Object... binds) {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(i + 1, binds[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DbUnavailable(e);
        }
    }

    long number(String sql, Object... binds) {
        return Long.parseLong(
                rows(sql, binds).getFirst().values().values().iterator().next());
    }

    private static Row row(ResultSet result) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String value = result.getString(i);
            values.put(result.getMetaData().getColumnLabel(i), value == null ? "" : value);
        }
        return new Row(values);
    }

    /** The database did not answer, which is nothing unusual during a run. */
    static final class DbUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DbUnavailable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
