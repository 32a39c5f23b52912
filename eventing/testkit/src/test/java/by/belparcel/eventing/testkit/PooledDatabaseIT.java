package by.belparcel.eventing.testkit;

import org.junit.jupiter.api.extension.RegisterExtension;

class PooledDatabaseIT extends DatabaseContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with();

    @Override
    protected TestDatabase testDatabase() {
        return POSTGRES.database();
    }
}
