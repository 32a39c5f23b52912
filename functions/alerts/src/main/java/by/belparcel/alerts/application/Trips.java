package by.belparcel.alerts.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** What this context remembers of trips. */
public interface Trips {

    /** Adds what is new, locks the trip and answers everything known about it. */
    Mono<TripFacts> note(Transaction tx, TripNote note);
}
