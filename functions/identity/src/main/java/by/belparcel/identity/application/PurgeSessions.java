package by.belparcel.identity.application;

import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Deletes login failures that no longer count and sessions that ended long ago. */
public final class PurgeSessions implements TickHandler {

    private final Database database;
    private final LoginFailures failures;
    private final Duration window;

    public PurgeSessions(Database database, LoginFailures failures, Duration window) {
        this.database = database;
        this.failures = failures;
        this.window = window;
    }

    @Override
    public Mono<Void> tick() {
        return database.inTransaction(tx -> failures.purge(tx, window).thenReturn(true))
                .then();
    }
}
