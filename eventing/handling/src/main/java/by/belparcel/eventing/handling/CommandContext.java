package by.belparcel.eventing.handling;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;

/** What a command handler may use. */
public interface CommandContext extends Emitter, Access {

    Principal principal();

    /** Path variables, query parameters and conditional headers. */
    RequestParameters parameters();

    /** The transaction of idempotency record, state change and outbox rows. */
    Transaction tx();

    /** Start of the transaction by the database's clock. */
    Instant now();

    Timers timers();

    /** A new UUIDv7. */
    String newId();

    /** Id of this command: correlation of everything that it causes. */
    String correlationId();
}
