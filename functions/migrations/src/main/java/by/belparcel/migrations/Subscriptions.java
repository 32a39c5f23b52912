package by.belparcel.migrations;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.store.Dsn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes down which function subscribes to which event, for the workflow view and for reconciliation. */
final class Subscriptions {

    private static final String INSERT =
            "insert into operations.subscriptions (event_type, consumer, attributes) values (?, ?, ?::jsonb)";

    private Subscriptions() {}

    /** Replaces the list as a whole. */
    static void write(Dsn dsn, List<FunctionModule> contexts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(dsn.jdbcUrl(), dsn.user(), dsn.password())) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement("delete from operations.subscriptions")) {
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (FunctionModule context : contexts) {
                    for (FunctionSpec function : context.functions()) {
                        if (function instanceof FunctionSpec.Event<?> event) {
                            insert.setString(1, event.type().name());
                            insert.setString(2, event.name());
                            insert.setString(3, json(event.attributes()));
                            insert.addBatch();
                        }
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** Attribute names and values are words of our own declarations: nothing to escape. */
    private static String json(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
