package by.belparcel.eventing.migration;

import by.belparcel.eventing.store.Dsn;
import org.flywaydb.core.Flyway;

/** Brings schemas to their newest version. Two at once are safe: one migrates, the other waits. */
public final class Migrator {

    private final Dsn dsn;

    public Migrator(Dsn dsn) {
        this.dsn = dsn;
    }

    /**
     * Applies {@code db/<context>/V*.sql} from the class path to the schema of the same name ({@code -} becomes {@code _}).
     *
     * @return number of migrations that were applied now
     */
    public int migrate(String context) {
        String schema = context.replace('-', '_');
        return Flyway.configure()
                .dataSource(dsn.jdbcUrl(), dsn.user(), dsn.password())
                .locations("classpath:db/" + context)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .table("schema_history")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
