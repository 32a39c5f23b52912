package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The database's clock, for queries; commands and events have it in their context. */
@FunctionalInterface
public interface DatabaseClock {

    Mono<Instant> now(Transaction tx);
}
