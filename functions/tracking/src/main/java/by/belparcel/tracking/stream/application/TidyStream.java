package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Lets old rows of the feed and expired tickets go. */
public final class TidyStream implements TickHandler {

    /** Empties the oldest slot of the feed. */
    public interface Ring {

        Mono<Void> rotate(Transaction tx);
    }

    private final Database database;
    private final Ring ring;
    private final Tickets tickets;

    public TidyStream(Database database, Ring ring, Tickets tickets) {
        this.database = database;
        this.ring = ring;
        this.tickets = tickets;
    }

    @Override
    public Mono<Void> tick() {
        return database.inTransaction(ring::rotate).then(database.inTransaction(tickets::forgetExpired));
    }
}
