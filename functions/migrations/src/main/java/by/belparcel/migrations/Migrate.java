package by.belparcel.migrations;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.migration.Migrator;
import by.belparcel.eventing.store.Dsn;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Migrates the machinery's schema and that of every context, then ends. Exit code 0 = all schemas are at their newest version. */
public final class Migrate {

    /** The machinery first: contexts may seed its tables. */
    public static final List<String> SCHEMAS = List.of(
            "eventing",
            "identity",
            "references",
            "pricing",
            "orders",
            "payments",
            "pickup-tickets",
            "carriers",
            "batching",
            "trips",
            "tracking",
            "alerts",
            "pickup_points",
            "audit_log",
            "operations");

    private static final Logger LOG = Logger.getLogger(Migrate.class.getName());

    private Migrate() {}

    public static void main(String[] args) throws SQLException {
        String address = System.getenv("DB_DSN") != null ? System.getenv("DB_DSN") : System.getenv("DATABASE_URL");
        if (address == null) {
            LOG.severe("DB_DSN is not set: postgres://user:password@host:port/database");
            System.exit(2);
            return;
        }
        Dsn dsn = Dsn.parse(address);
        Migrator migrator = new Migrator(dsn);
        for (String schema : SCHEMAS) {
            int applied = migrator.migrate(schema);
            LOG.log(Level.INFO, "schema {0}: {1} migrations applied", new Object[] {schema, applied});
        }
        Subscriptions.write(dsn, Contexts.all());
    }
}
