package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The one clock of the system, for questions that have no transaction. */
@FunctionalInterface
public interface DatabaseClock {

    Mono<Instant> now(Transaction tx);
}
