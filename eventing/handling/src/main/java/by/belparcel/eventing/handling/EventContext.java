package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;

/** What an event handler may use. */
public interface EventContext extends Emitter {

    EventMetadata event();

    /** The transaction of inbox row, state change and outbox rows. */
    Transaction tx();

    /** Start of the transaction by the database's clock. */
    Instant now();

    Timers timers();

    /** A new UUIDv7. */
    String newId();
}
