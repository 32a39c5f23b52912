package by.belparcel.eventing.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh {@link TestDatabase} for a test class:
 * {@code @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.with("orders");}
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

    private final String[] contexts;
    private @Nullable TestDatabase database;

    private PostgresExtension(String[] contexts) {
        this.contexts = contexts.clone();
    }

    public static PostgresExtension with(String... contexts) {
        return new PostgresExtension(contexts);
    }

    public TestDatabase database() {
        if (database == null) {
            database = TestDatabase.with(contexts);
        }
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
